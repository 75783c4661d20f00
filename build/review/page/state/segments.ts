import type {Entry} from './entry.ts'
import {windowAround} from './around.ts'
import type {Window} from './around.ts'

/** A run of the two rows that show a change: what the source has, and below it what the edition has. */
export interface Segment {
  /** Offsets in UTF-16 units of the source. */
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
  /** The same in both rows, changed by another record, or what is judged. */
  readonly role: 'same' | 'other' | 'mine'
}

/** What the source has and what the edition makes of it, around one item. */
export interface Rows {
  readonly window: Window
  readonly segments: readonly Segment[]
}

/**
 * Set the words of the source and of the edition one below the other.
 *
 * Shape: source, the entry that is judged, what it makes of its words, all other entries that change the
 * text → the segments of a window around it. What overlaps what is judged is left out.
 */
export function rowsOf(
  source: string,
  entry: Entry,
  reading: string,
  changes: readonly Entry[],
): Rows {
  const {start, end} = entry.item
  const window = windowAround(source, entry.item)
  const mine = {start, end, after: reading, role: 'mine' as const}
  const others = changes
    .map(({item}) => ({...item, after: item.reading ?? item.lemma, role: 'other' as const}))
    .filter(
      (one) =>
        one.id !== entry.item.id &&
        one.start >= window.start &&
        one.end <= window.end &&
        (one.end <= start || one.start >= end),
    )
  const inOrder = [...others, mine].sort((one, other) => one.start - other.start)
  const segments: Segment[] = []
  let at = window.start
  const upTo = (place: number): void => {
    if (place <= at) return
    const words = source.slice(at, place)
    segments.push({start: at, end: place, before: words, after: words, role: 'same'})
  }
  for (const change of inOrder) {
    if (change.start < at) continue
    upTo(change.start)
    const before = source.slice(change.start, change.end)
    segments.push({
      start: change.start,
      end: change.end,
      before,
      after: change.after,
      role: change.role,
    })
    at = change.end
  }
  upTo(window.end)
  return {window, segments}
}
