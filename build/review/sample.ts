/**
 * Draw some of a list at random, none twice.
 *
 * Shape: list, how many, a source of chance (`limit` → a whole number below it) → those drawn, in the order
 * of the list; all when there are no more.
 * Source: the shuffle of Fisher and Yates in the form of R. Durstenfeld (Communications of the ACM 7, 1964).
 */
export function drawSample<T>(
  items: readonly T[],
  size: number,
  random: (limit: number) => number,
): T[] {
  const indexes = items.map((_, index) => index)
  const count = Math.max(0, Math.min(size, items.length))
  // The first places of a shuffle, and no more of it than is wanted.
  for (let place = 0; place < count; place++) {
    const other = place + random(indexes.length - place)
    const taken = indexes[other] as number
    indexes[other] = indexes[place] as number
    indexes[place] = taken
  }
  return indexes
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((index) => items[index] as T)
}

/**
 * Say how many of a population may be wrong for all that a sample shows.
 *
 * Shape: how many there are, how many of them were drawn at random, how many of these were wrong, and with
 * which confidence (0 to 1) → the largest number of wrong ones with which no more in the sample than were
 * seen is still as likely as one minus the confidence. Exact, one-sided (hypergeometric). Of a population that
 * was drawn whole everything is known: what was wrong is wrong.
 * Throws: `TypeError` for what is no number of things, or more wrong than there are.
 */
export function errorBound(
  population: number,
  drawn: number,
  wrong = 0,
  confidence = 0.95,
): number {
  const counts = [population, drawn, wrong]
  const isCount = counts.every((count) => Number.isSafeInteger(count) && count >= 0)
  if (!isCount || wrong > Math.min(drawn, population) || !(confidence > 0 && confidence < 1)) {
    throw new TypeError(`No sample: ${counts.join(', ')}, ${confidence}.`)
  }
  if (drawn >= population) return wrong
  // What is as likely as that to the last digit counts as such: the bound is rather too high than too low.
  const least = 1 - confidence - 1e-9
  // What was not drawn may all be wrong; what was drawn is known.
  let [low, high] = [wrong, population - drawn + wrong]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (atMost(wrong, population, middle, drawn) >= least) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Say how many must be drawn, and all be right, for at most a share of a population to be wrong.
 *
 * Shape: how many there are, a share (0 to 1), confidence → the smallest number; 0 when nothing need be drawn.
 */
export function smallestSample(population: number, share: number, confidence = 0.95): number {
  // A share such as 0.29 of 100 is a little less than 29 to the machine.
  const most = Math.floor(population * share + 1e-9)
  let [low, high] = [0, population]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (errorBound(population, middle, 0, confidence) <= most) high = middle
    else low = middle + 1
  }
  return low
}

/** Say what a sample supports, when all that was drawn is right. */
export function describeBound(population: number, drawn: number, seed: number): string {
  if (population === 0) return 'There is nothing to draw from.'
  if (drawn === 0) return `None of ${population} was drawn, and nothing is known of them.`
  if (drawn >= population) return `All ${population}; if all are right, none is wrong.`
  const most = errorBound(population, drawn)
  const percent = ((most / population) * 100).toFixed(1)
  return `${drawn} of ${population}, drawn at random (seed ${seed}). If all of these are right, at most ${most} of the ${population} (${percent} %) are wrong, with 95 % confidence.`
}

/** The probability that at most so many of a sample are wrong, when so many of the population are. */
function atMost(seen: number, population: number, wrong: number, drawn: number): number {
  const all = logChoose(population, drawn)
  let sum = 0
  const first = Math.max(0, drawn - (population - wrong))
  for (let count = first; count <= Math.min(seen, wrong, drawn); count++) {
    sum += Math.exp(logChoose(wrong, count) + logChoose(population - wrong, drawn - count) - all)
  }
  return sum
}

/** The logarithm of how many ways there are to choose some of a number of things. */
function logChoose(all: number, some: number): number {
  const few = Math.min(some, all - some)
  let sum = 0
  for (let step = 1; step <= few; step++) sum += Math.log((all - few + step) / step)
  return sum
}
