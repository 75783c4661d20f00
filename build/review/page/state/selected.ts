import type {Span} from '../../../text/correction.ts'

/** A run of words on the page and where it stands in the source. */
export interface SelectedRun extends Span {
  /** How many characters it has on the page. */
  readonly length: number
  /** Where the selection begins or ends in it; `null` when it lies outside. */
  readonly from: number | null
  readonly to: number | null
}

/**
 * Find what was selected in the source.
 *
 * Shape: the runs that a selection touches, in the order of the page → the span of the source, or `null`
 * when it is none; a reading or a sign counts as a whole.
 */
export function selectedSpan(runs: readonly SelectedRun[]): Span | null {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return null
  const isVerbatim = ({start, end, length}: SelectedRun): boolean => end - start === length
  const start = first.start + (isVerbatim(first) ? (first.from ?? 0) : 0)
  const end = isVerbatim(last) && last.to !== null ? last.start + last.to : last.end
  return end > start ? {start, end} : null
}
