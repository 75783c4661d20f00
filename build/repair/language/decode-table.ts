import type {Table} from './table-format.ts'

/**
 * Read a table of words; the form is that of {@link Table}.
 *
 * Throws: `RangeError` when the bytes end too early.
 */
export function decodeTable(bytes: Uint8Array): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const section = (): Uint8Array => {
    const length = view.getUint32(at, true)
    const start = at + 4
    at = start + length
    if (at > bytes.length) throw new RangeError('The table of words ends too early')
    return bytes.subarray(start, at)
  }
  const text = (): string => new TextDecoder().decode(section())
  const version = text()
  const words = unfold(text())
  const lower = section()
  const capital = section()
  const pairs = sums(section())
  const pairClasses = section()
  const paired = sums(section())
  const compounds = unfold(text())
  return {
    version,
    words,
    lower,
    capital,
    pairs,
    pairClasses,
    paired,
    compounds,
    compoundClasses: section(),
  }
}

function unfold(coded: string): string[] {
  const words: string[] = []
  let before = ''
  let at = 0
  while (at < coded.length) {
    const end = coded.indexOf('\n', at)
    before = before.slice(0, coded.charCodeAt(at) - 32) + coded.slice(at + 1, end)
    words.push(before)
    at = end + 1
  }
  return words
}

function sums(bytes: Uint8Array): Float64Array {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const values = new Float64Array(count)
  let at = 4
  let sum = 0
  for (let index = 0; index < count; index++) {
    let factor = 1
    for (;;) {
      const byte = bytes[at++] ?? 0
      sum += (byte & 127) * factor
      if (byte < 128) break
      factor *= 128
    }
    values[index] = sum
  }
  return values
}
