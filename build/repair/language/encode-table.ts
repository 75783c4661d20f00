import type {Table} from './table-format.ts'

/** Write a table of words; the form is that of {@link Table}. */
export function encodeTable(table: Table): Uint8Array {
  const text = (words: readonly string[]): Uint8Array => new TextEncoder().encode(frontCode(words))
  const sections = [
    new TextEncoder().encode(table.version),
    text(table.words),
    table.lower,
    table.capital,
    differences(table.pairs),
    table.pairClasses,
    differences(table.paired),
    text(table.compounds),
    table.compoundClasses,
  ]
  const size = sections.reduce((sum, {length}) => sum + 4 + length, 0)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const section of sections) {
    view.setUint32(at, section.length, true)
    bytes.set(section, at + 4)
    at += 4 + section.length
  }
  return bytes
}

function frontCode(words: readonly string[]): string {
  let before = ''
  let coded = ''
  for (const word of words) {
    let shared = 0
    // Codes from 32 on, so that none is a line end.
    while (shared < 60 && shared < before.length && before[shared] === word[shared]) shared++
    coded += `${String.fromCharCode(32 + shared)}${word.slice(shared)}\n`
    before = word
  }
  return coded
}

function differences(sorted: Float64Array): Uint8Array {
  const {length} = sorted
  const bytes = [length & 255, (length >> 8) & 255, (length >> 16) & 255, length >> 24]
  let before = 0
  for (const value of sorted) {
    let rest = value - before
    before = value
    while (rest >= 128) {
      bytes.push(128 + (rest % 128))
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}
