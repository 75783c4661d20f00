import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/**
 * A run of a parsed value and the run of the raw text it stands for.
 *
 * Verbatim runs are equal on both sides; the others are one escape or character reference.
 * Offsets in UTF-16 units, end exclusive.
 */
export interface AlignedRun {
  readonly raw: readonly [start: number, end: number]
  readonly value: readonly [start: number, end: number]
  readonly verbatim: boolean
}

/**
 * Align a parsed value with the raw text it was parsed from.
 *
 * A parser resolves escapes and character references and drops the blanks and container markers
 * around line endings, so offsets cannot be carried over by arithmetic.
 *
 * Shape: raw slice of a node and its value → runs in order, which tile the value; `null` when the
 * value cannot have come from the raw text. Line endings are always runs of their own.
 */
export function align(raw: string, value: string): AlignedRun[] | null {
  const runs: AlignedRun[] = []
  let at = 0
  let to = 0
  while (to < value.length) {
    const step = next(raw, at, value, to)
    if (!step) return null
    const {skip, take, make} = step
    at += skip
    const verbatim = take === make && raw.slice(at, at + take) === value.slice(to, to + make)
    const last = runs.at(-1)
    const breaks = /[\r\n]/
    const extend =
      verbatim &&
      last?.verbatim === true &&
      last.raw[1] === at &&
      !breaks.test(raw[at] ?? '') &&
      !breaks.test(raw[at - 1] ?? '')
    if (extend)
      runs[runs.length - 1] = {
        ...last,
        raw: [last.raw[0], at + take],
        value: [last.value[0], to + make],
      }
    else runs.push({raw: [at, at + take], value: [to, to + make], verbatim})
    at += take
    to += make
  }
  return runs
}

interface Step {
  /** Raw characters passed over before this run. */
  readonly skip: number
  /** Raw characters in this run. */
  readonly take: number
  /** Characters of the value in this run. */
  readonly make: number
}

function next(raw: string, from: number, value: string, to: number): Step | undefined {
  for (let at = from; at < raw.length; at++) {
    const run = match(raw, at, value, to)
    if (run) return {skip: at - from, ...run}
    // Trimmed blanks, and the markers of the containers that a line continues.
    if (!/[ \t>]/.test(raw.charAt(at))) return undefined
  }
  return undefined
}

function match(raw: string, at: number, value: string, to: number): Omit<Step, 'skip'> | undefined {
  const char = raw.charAt(at)
  if (char === '\\' && isPunctuation(raw[at + 1]) && raw[at + 1] === value[to]) {
    return {take: 2, make: 1}
  }
  if (char === '&') {
    const reference = decodeReference(raw.slice(at, at + 40))
    if (reference && value.startsWith(reference.text, to)) {
      return {take: reference.length, make: reference.text.length}
    }
  }
  return char === value[to] ? {take: 1, make: 1} : undefined
}

function isPunctuation(char: string | undefined): boolean {
  return char !== undefined && /[!-/:-@[-`{-~]/.test(char)
}

function decodeReference(text: string): {text: string; length: number} | undefined {
  const match = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][\dA-Za-z]*));/.exec(text)
  if (!match) return undefined
  const [whole, decimal, hexadecimal, name] = match
  const point = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : -1
  const decoded =
    name === undefined
      ? point > 0x10ffff || point === 0
        ? '\uFFFD'
        : String.fromCodePoint(point)
      : decodeNamedCharacterReference(name)
  return decoded ? {text: decoded, length: whole.length} : undefined
}
