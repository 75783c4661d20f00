import type {Entry} from './entry.ts'

/** Where an entry stands in a queue, or would stand if it were in it. */
export function positionIn(queue: readonly Entry[], index: number): number {
  let low = 0
  let high = queue.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((queue[middle]?.index ?? 0) < index) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Step through a queue.
 *
 * Shape: queue in order, the entry that is open (it need not be in the queue), a direction → the next or
 * previous entry; the one at the end when there is none further on; `null` when the queue is empty.
 */
export function stepIn(queue: readonly Entry[], at: Entry | null, by: 1 | -1): Entry | null {
  if (!at) return queue[0] ?? null
  const position = positionIn(queue, at.index)
  const isIn = queue[position]?.index === at.index
  const wanted = by < 0 ? position - 1 : isIn ? position + 1 : position
  return queue[Math.max(0, Math.min(queue.length - 1, wanted))] ?? null
}

/**
 * Find the next entry that waits, from the open one on and then from the beginning.
 *
 * Shape: queue, open entry, whether an entry waits → an entry other than the open one, or `null`.
 */
export function nextWaiting(
  queue: readonly Entry[],
  at: Entry | null,
  waits: (entry: Entry) => boolean,
): Entry | null {
  const position = at ? positionIn(queue, at.index) : 0
  const around = [...queue.slice(position), ...queue.slice(0, position)]
  return around.find((entry) => entry.key !== at?.key && waits(entry)) ?? null
}

/**
 * Find what stands where an entry stood, when the data has changed.
 *
 * Shape: entries, the entry of the data before → the one of the same name; else the one at the same words
 * of its text; else the first after it; else the last of its text; else `null`.
 */
export function standIn(entries: readonly Entry[], before: Entry): Entry | null {
  const named = entries.find(({key}) => key === before.key)
  if (named) return named
  const {start, end} = before.item
  const same = entries.filter(({text}) => text.id === before.text.id)
  return (
    same.find(({item}) => item.start === start && item.end === end) ??
    same.find(({item}) => item.start >= start) ??
    same.at(-1) ??
    entries[0] ??
    null
  )
}
