import type {Change} from './compose.ts'
import {inOrder} from './correction.ts'

/** Leads from places of a corrected text to places of its source. Offsets in UTF-16 units. */
export interface SourceOffsets {
  /** Where what begins at an offset begins in the source; inside a reading: where its lemma begins. */
  start(offset: number): number
  /** Where what ends at an offset ends in the source; inside a reading: where its lemma ends. */
  end(offset: number): number
}

/**
 * Lead from places of a corrected text to places of its source.
 *
 * Shape: the changes that made it, in any order, none of which overlap → the two ways of going back.
 * They differ where something was deleted: what begins there begins after it, what ends there ends before.
 */
export function sourceOffsets(changes: readonly Change[]): SourceOffsets {
  const outs: {readonly start: number; readonly end: number; readonly change: Change}[] = []
  let shift = 0
  for (const change of inOrder(changes)) {
    const start = change.start + shift
    const end = start + change.reading.length
    outs.push({start, end, change})
    shift = end - change.end
  }
  return {
    start: (offset) => {
      const at = count(outs.length, (index) => (outs[index]?.end ?? 0) <= offset)
      const inside = outs[at]
      if (inside && inside.start < offset) return inside.change.start
      const before = outs[at - 1]
      return before ? before.change.end + offset - before.end : offset
    },
    end: (offset) => {
      const at = count(outs.length, (index) => (outs[index]?.start ?? 0) < offset)
      const before = outs[at - 1]
      if (!before) return offset
      return before.end > offset ? before.change.end : before.change.end + offset - before.end
    },
  }
}

/** How many of the first indexes pass, when none passes after one that does not. */
function count(length: number, passes: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(middle)) low = middle + 1
    else high = middle
  }
  return low
}
