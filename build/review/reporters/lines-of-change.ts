import {toPlace} from '../../text/place.ts'
import type {Lines} from '../../text/place.ts'
import type {Stretch} from '../stretches.ts'

/** What a change takes out of one line of the source. */
export interface LineOfChange {
  /** The number of the line, when it begins inside the change. */
  readonly begins: number | null
  readonly words: string
}

/** Divide what a change takes out by the lines of the source. */
export function linesOfChange({src, before}: Stretch, lines: Lines): LineOfChange[] {
  const first = toPlace(lines, src[0]).line
  const last = toPlace(lines, Math.max(src[0], src[1] - 1)).line
  const edges = [src[0], ...lines.starts.slice(first, last), src[1]]
  return edges.slice(0, -1).map((from, index) => ({
    begins: index === 0 ? null : first + index,
    words: before.slice(from - src[0], (edges[index + 1] ?? from) - src[0]),
  }))
}
