/** What a number of a series is: itself, another one, or none of the series. */
export interface SeriesNumber {
  /** The number that its place asks for; nothing when it belongs to no series. */
  readonly number: number | undefined
  /** Whether it is printed so. */
  readonly isRight: boolean
}

/** Costs, about as negative logarithms: how seldom each thing happens in printed notes. */
const costs = {
  /** One figure misread, or a letter for it. */
  misread: 3,
  /** All of the number misread. */
  otherwise: 7,
  /** A note called a second time. */
  again: 2.5,
  /** A number left out, and each one more. */
  gap: 2.5,
  more: 1,
  /** A series that begins anew. */
  anew: 3.5,
  /** Raised figures that are no note. */
  none: 4,
} as const

/** So many ways are followed at once. */
const beam = 10

interface Way {
  readonly last: number
  readonly cost: number
  readonly before: Way | undefined
  readonly chosen: SeriesNumber
}

/**
 * Find out which numbers of a series are misread.
 *
 * Shape: printed numbers in the order of the text (`NaN` for what is no number) → what each of them
 * is, by the cheapest way to count through all of them: most go up by one, some begin anew, some
 * come twice or are left out, few are misread.
 */
export function numberSeries(printed: readonly number[]): SeriesNumber[] {
  let ways: Way[] = [{last: Number.NaN, cost: 0, before: undefined, chosen: none}]
  for (const number of printed) {
    const next = new Map<number, Way>()
    for (const way of ways) {
      for (const [last, cost, chosen] of choices(way.last, number)) {
        const total = way.cost + cost
        if (total < (next.get(last)?.cost ?? Infinity)) {
          next.set(last, {last, cost: total, before: way, chosen})
        }
      }
    }
    ways = [...next.values()].toSorted((a, b) => a.cost - b.cost).slice(0, beam)
  }
  const series: SeriesNumber[] = []
  for (let way = ways[0]; way?.before; way = way.before) series.push(way.chosen)
  return series.toReversed()
}

const none: SeriesNumber = {number: undefined, isRight: true}

type Choice = readonly [last: number, cost: number, chosen: SeriesNumber]

function choices(last: number, number: number): Choice[] {
  const isStart = Number.isNaN(last)
  const list: Choice[] = [[last, costs.none, none]]
  if (number > 0) list.push([number, stepCost(last, number), {number, isRight: true}])
  const expected = isStart ? 1 : last + 1
  if (number !== expected) {
    const cost = isLikeNumber(number, expected) ? costs.misread : costs.otherwise
    list.push([expected, cost + (isStart ? 1 : 0), {number: expected, isRight: false}])
  }
  return list
}

function stepCost(last: number, number: number): number {
  if (Number.isNaN(last)) return number === 1 ? 0 : 1
  const step = number - last
  if (step === 1) return 0
  if (step === 0) return costs.again
  if (step > 1) return costs.gap + (step - 2) * costs.more
  return number === 1 ? costs.anew : costs.anew + costs.again + 1
}

/** Whether one number may be another with one figure misread; letters read for figures are. */
export function isLikeNumber(number: number, other: number): boolean {
  if (Number.isNaN(number)) return true
  const [one, two] = [String(number), String(other)]
  if (one.length !== two.length) return false
  return Array.from(one).filter((figure, at) => figure !== two[at]).length === 1
}
