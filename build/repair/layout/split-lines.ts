import type {Span} from '../../text/correction.ts'

/** A line as it stands in a text: `end` is before its ending, `next` after it. */
export interface RawLine extends Span {
  readonly next: number
}

/**
 * Split a text into its lines.
 *
 * Shape: text → lines that tile it; a last line without an ending counts, an empty one does not.
 * Line feeds, carriage returns and both together end a line; a form feed does not.
 */
export function splitLines(text: string): RawLine[] {
  const lines: RawLine[] = []
  let start = 0
  for (const {0: ending, index} of text.matchAll(/\r\n?|\n/g)) {
    lines.push({start, end: index, next: index + ending.length})
    start = index + ending.length
  }
  if (start < text.length) lines.push({start, end: text.length, next: text.length})
  return lines
}
