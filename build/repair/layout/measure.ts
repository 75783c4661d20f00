import {lineEnd, lineStart} from './line-edges.ts'
import type {RawLine} from './split-lines.ts'

/** How a text is set: in lines of print, and how many characters fill one. */
export interface Measure {
  readonly isWrapped: boolean
  /** Characters in a full line; 0 when the lines are paragraphs. */
  readonly measure: number
}

/** So many pairs of lines are enough to judge by. */
const enough = 4000

/**
 * Find out whether the lines of a text are lines of print.
 *
 * Lines of print break sentences: the next one begins with a small letter, or in the middle of a
 * word; and they are about equally long. Verse breaks sentences too, but its lines differ.
 */
export function measureLines(text: string, lines: readonly RawLine[]): Measure {
  const none: Measure = {isWrapped: false, measure: 0}
  const pairs = lines.length - 1
  const step = Math.max(1, Math.floor(pairs / enough))
  const usual = usualLength(lines, step)
  const lengths: number[] = []
  let looked = 0
  let seen = 0
  let short = 0
  for (let at = 0; at < pairs; at += step) {
    const [line, next] = [lines[at], lines[at + 1]]
    if (!line || !next || line.end === line.start) continue
    seen++
    if (next.end === next.start) continue
    looked++
    const start = lineStart(text, next)
    const {kind, at: end} = lineEnd(text, line)
    const goesOn = start.kind === 'lower' || (start.kind === 'letter' && kind === 'word')
    // A short line before a small letter is a head or a verse.
    const isFull = end - line.start > usual * 0.5
    if (!goesOn || kind === 'stop' || kind === 'none') continue
    if (isFull) lengths.push(end - line.start)
    else short++
  }
  if (looked === 0 || short > lengths.length) return none
  if (lengths.length < Math.max(1, looked * 0.12, seen * 0.05)) return none
  lengths.sort((a, b) => a - b)
  const at = (part: number): number => lengths[Math.floor((lengths.length - 1) * part)] ?? 0
  const [middle, measure] = [at(0.5), at(0.97)]
  const spread =
    lengths.reduce((sum, length) => sum + Math.abs(length - middle), 0) / lengths.length
  // Lines of verse differ by a quarter and more; paragraphs, by their own length.
  if (measure > 400 || (lengths.length > 3 && spread > middle * 0.2)) return none
  return {isWrapped: true, measure}
}

/** How long all but the longest lines are. */
function usualLength(lines: readonly RawLine[], step: number): number {
  const lengths: number[] = []
  for (let at = 0; at < lines.length; at += step) {
    const {start, end} = lines[at] ?? {start: 0, end: 0}
    if (end > start) lengths.push(end - start)
  }
  return lengths.toSorted((a, b) => a - b)[Math.ceil((lengths.length - 1) * 0.8)] ?? 0
}
