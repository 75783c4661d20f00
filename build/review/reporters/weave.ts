import type {Stretch} from '../stretches.ts'

/** Something that stands between two characters of the source. Offset in UTF-16 units. */
export interface Point<T> {
  readonly at: number
  /** Where it goes when its place lies inside a change, which is never cut. */
  readonly side: 'before' | 'after'
  readonly what: T
}

/** A step through a text: a run of words, or what stands between two. */
export type Step<T> =
  | {readonly step: 'verbatim'; readonly stretch: Stretch}
  | {readonly step: 'change'; readonly stretch: Stretch; readonly by: NonNullable<Stretch['by']>}
  | {readonly step: 'point'; readonly what: T}

/**
 * Set points between the stretches of a text.
 *
 * Shape: stretches in order, points in any order → steps; those of one place stay in the order in which
 * they are given, before what begins there. Verbatim stretches are cut where points stand, changes are not.
 */
export function weave<T>(stretches: readonly Stretch[], points: readonly Point<T>[]): Step<T>[] {
  const waiting = points
    .map((point) => ({...point, at: outside(point, stretches)}))
    .sort((a, b) => a.at - b.at)
  const steps: Step<T>[] = []
  let next = 0
  const setUpTo = (offset: number): void => {
    for (let point = waiting[next]; point && point.at <= offset; point = waiting[++next]) {
      steps.push({step: 'point', what: point.what})
    }
  }
  for (const stretch of stretches) {
    const {src, by} = stretch
    setUpTo(src[0])
    if (by !== null) {
      steps.push({step: 'change', stretch, by})
      continue
    }
    let from = src[0]
    for (let point = waiting[next]; point && point.at < src[1]; point = waiting[next]) {
      steps.push({step: 'verbatim', stretch: part(stretch, from, point.at)})
      from = point.at
      setUpTo(from)
    }
    steps.push({step: 'verbatim', stretch: part(stretch, from, src[1])})
  }
  setUpTo(Infinity)
  return steps
}

/** The place of a point, or the edge of the change in which it lies. */
function outside<T>({at, side}: Point<T>, stretches: readonly Stretch[]): number {
  let low = 0
  let high = stretches.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle]?.src[0] ?? 0) < at) low = middle
    else high = middle - 1
  }
  const stretch = stretches[low]
  if (!stretch || stretch.by === null || at <= stretch.src[0] || at >= stretch.src[1]) return at
  return side === 'before' ? stretch.src[0] : stretch.src[1]
}

function part({src, out, before}: Stretch, from: number, to: number): Stretch {
  const words = before.slice(from - src[0], to - src[0])
  const first = out[0] + from - src[0]
  return {src: [from, to], out: [first, first + to - from], before: words, after: words, by: null}
}
