/** A place where a page is known to begin (or to end), with its number, printed or counted. */
export interface PagePlace {
  readonly offset: number
  readonly number: number
}

/**
 * Count the pages by the places of heads.
 *
 * Shape: offsets in their order, some with printed numbers → all with numbers: where none is
 * printed, pages are counted by their usual length, from 0.
 */
export function pagePlaces(
  heads: readonly {readonly offset: number; readonly number?: number | undefined}[],
): PagePlace[] {
  const printed = heads.flatMap(({offset, number}) =>
    number === undefined ? [] : [{offset, number}],
  )
  if (printed.length > 1) return printed
  const gaps = heads.slice(1).map(({offset}, at) => offset - (heads[at]?.offset ?? 0))
  const usual = usualGap(gaps)
  let number = printed[0]?.number ?? 0
  return heads.map(({offset}, at) => {
    if (at > 0) number += Math.max(1, Math.round((gaps[at - 1] ?? 0) / usual))
    return {offset, number}
  })
}

/** The gap that most others are one or two times as long as. */
function usualGap(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((a, b) => a - b)
  return Math.max(1, sorted[Math.floor(sorted.length * 0.3)] ?? 1)
}

/**
 * Find the page that lacks its head about a place.
 *
 * Shape: places in their order, an offset → the number of the page that begins there by the length
 * of the others; nothing when no page is missing there.
 */
export function missingPage(places: readonly PagePlace[], offset: number): number | undefined {
  const at = placeBefore(places, offset)
  const [before, after] = [places[at], places[at + 1]]
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last || places.length < 2) return undefined
  const length = (last.offset - first.offset) / Math.max(1, last.number - first.number)
  if (before && after) {
    const pages = after.number - before.number
    const part = ((offset - before.offset) / (after.offset - before.offset)) * pages
    const page = Math.round(part)
    const isThere = page > 0 && page < pages && Math.abs(part - page) < 0.35
    return isThere ? before.number + page : undefined
  }
  const part = before ? (offset - before.offset) / length : ((after?.offset ?? 0) - offset) / length
  const page = Math.round(part)
  if (page < 1 || page > 6 || Math.abs(part - page) > 0.4) return undefined
  return before ? before.number + page : (after?.number ?? 0) - page
}

/**
 * Whether a number fits between the pages that are known, as the next one or one that is missing.
 *
 * Looser than {@link missingPage}: pages need not be of one length where the number tells.
 */
export function fitsBetween(places: readonly PagePlace[], offset: number, number: number): boolean {
  const at = placeBefore(places, offset)
  const [before, after] = [places[at], places[at + 1]]
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last || places.length < 2) return false
  const length = (last.offset - first.offset) / Math.max(1, last.number - first.number)
  if (before && after) {
    const pages = after.number - before.number
    const part = (offset - before.offset) / (after.offset - before.offset)
    const own = (number - before.number) / pages
    const isOnlyOne = pages === 2 && part > 0.1
    return (
      number > before.number &&
      number < after.number &&
      (isOnlyOne || Math.abs(part - own) < 0.6 / pages)
    )
  }
  if (before) {
    return number === before.number + 1 && offset - before.offset < length * 1.6
  }
  return after !== undefined && number === after.number - 1 && after.offset - offset < length * 1.6
}

/** The last place before an offset, by halving; -1 when there is none. */
export function placeBefore(places: readonly PagePlace[], offset: number): number {
  let [low, high] = [-1, places.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((places[middle]?.offset ?? Infinity) < offset) low = middle
    else high = middle - 1
  }
  return low
}
