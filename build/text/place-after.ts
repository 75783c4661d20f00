import type {Place} from './place.ts'

/**
 * Find where words end that begin at a place.
 *
 * Shape: place and words → the place after the last of their characters. A line ends after LF, CR LF or CR, as in
 * unist.
 */
export function placeAfter(place: Place, words: string): Place {
  const lines = words.split(/\r\n|\r|\n/)
  const last = (lines.at(-1) ?? '').length
  return lines.length === 1
    ? {line: place.line, column: place.column + last}
    : {line: place.line + lines.length - 1, column: last + 1}
}

/** Whether a place stands before another. */
export function isBefore(one: Place, other: Place): boolean {
  return one.line === other.line ? one.column < other.column : one.line < other.line
}
