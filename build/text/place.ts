/** A place in a text, as people read it: both numbers from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where each line of a text begins, and how long the text is. Offsets in UTF-16 units. */
export interface Lines {
  readonly starts: readonly number[]
  readonly length: number
}

/**
 * Find where the lines of a text begin.
 *
 * Shape: text → offsets of the first character of each line; a text has at least one line.
 * A line ends after LF, CR LF or CR, as in unist.
 */
export function indexLines(text: string): Lines {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return {starts, length: text.length}
}

/**
 * Turn a place into an offset.
 *
 * Shape: `{line, column}`, both from 1 → offset from 0, or `undefined` when the place lies outside
 * the text. The place after the last character of a line is the place of its line ending.
 * Source: unist `Point` (https://github.com/syntax-tree/unist#point).
 */
export function toOffset(lines: Lines, place: Place): number | undefined {
  const start = lines.starts[place.line - 1]
  if (start === undefined || place.column < 1) return undefined
  const offset = start + place.column - 1
  const next = lines.starts[place.line]
  return offset > lines.length || (next !== undefined && offset >= next) ? undefined : offset
}

/**
 * Turn an offset into a place.
 *
 * Shape: offset from 0 up to the length of the text → `{line, column}`, both from 1.
 * Throws: `RangeError` when the offset lies outside the text.
 */
export function toPlace(lines: Lines, offset: number): Place {
  if (!(offset >= 0 && offset <= lines.length)) {
    throw new RangeError(`Unexpected offset ${offset}, expected 0 to ${lines.length}`)
  }
  let low = 0
  let high = lines.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines.starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return {line: low + 1, column: offset - (lines.starts[low] ?? 0) + 1}
}

/** Write a place the way files and messages do: `line:column`. */
export function formatPlace(place: Place): string {
  return `${place.line}:${place.column}`
}

/** Read `line:column`; `undefined` when it is not two whole numbers from 1. */
export function parsePlace(text: string): Place | undefined {
  const match = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(text)
  return match ? {line: Number(match[1]), column: Number(match[2])} : undefined
}
