import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'

/** A text as other programs get it. Offsets in UTF-16 units. */
export interface JsonReport {
  readonly text: string
  readonly title: string
  readonly sha256: string
  readonly items: readonly ReviewItem[]
  /** Source and corrected text, tiled; each is what it has in `before` or `after`, put together. */
  readonly stretches?: readonly JsonStretch[]
}

/** A run of words of both texts. */
export interface JsonStretch {
  readonly src: readonly [start: number, end: number]
  readonly out: readonly [start: number, end: number]
  readonly before: string
  readonly after: string
  /** The record or part that changes it. */
  readonly by: string | null
}

/**
 * Write a text as JSON.
 *
 * Shape: text, whether its words may be there → JSON of a {@link JsonReport}, two blanks a level: everything
 * that can be judged, proposals and what is rejected with it; with the words, enough to read both texts back.
 * The folders from which verdicts were read are left out.
 */
export function jsonReport(review: ReviewText, withSource: boolean): string {
  const {id, title, source, items, stretches} = review
  const report: JsonReport = {
    text: id,
    title,
    sha256: source.sha256,
    items,
    ...(withSource
      ? {stretches: stretches.map(({by, ...stretch}) => ({...stretch, by: by?.id ?? null}))}
      : {}),
  }
  const leaveOut = (key: string, value: unknown): unknown => (key === 'origin' ? undefined : value)
  return `${JSON.stringify(report, leaveOut, 2)}\n`
}
