import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {seededRandom} from '../../build/review/random.ts'
import {describeBound, drawSample, errorBound, smallestSample} from '../../build/review/sample.ts'

describe('chance', () => {
  test('is the same for the same seed, and another for another', () => {
    const draw = (seed: number): number[] => {
      const random = seededRandom(seed)
      return Array.from({length: 20}, () => random(1000))
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  test('is that of the published generator', () => {
    // What the C program of the authors gives for a state (edorfaus/xoshiro-6502, test-rom/testdata.asm).
    const known = published([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0])
    expect(Array.from({length: 4}, known)).toEqual([0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70])
    for (const seed of [0, 1, 7, 2 ** 32 - 1]) {
      const random = seededRandom(seed)
      const other = published(filled(seed))
      for (let time = 0; time < 200; time++) expect(random(2 ** 32)).toBe(other())
    }
  })

  test('takes no seed and no limit that it cannot keep', () => {
    for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) {
      expect(() => seededRandom(seed)).toThrow(TypeError)
    }
    for (const limit of [0, -1, 1.5, 2 ** 32 + 1]) {
      expect(() => seededRandom(1)(limit)).toThrow(TypeError)
    }
    expect(seededRandom(1)(1)).toBe(0)
  })

  test('favours no number: chi-square of 60,000 draws of twelve', () => {
    const random = seededRandom(1)
    const counts = Array.from({length: 12}, () => 0)
    for (let draw = 0; draw < 60_000; draw++) counts[random(12)]! += 1
    const chi = counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0)
    // 99.9 % of fair ones stay below, for eleven degrees of freedom.
    expect(chi).toBeLessThan(31.3)
  })

  test('draws each of a list as often as any other, in the order of the list, none twice', () => {
    const items = Array.from({length: 20}, (_, index) => index)
    const counts = items.map(() => 0)
    for (let seed = 0; seed < 6000; seed++) {
      const drawn = drawSample(items, 5, seededRandom(seed))
      expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b))
      for (const item of drawn) counts[item]! += 1
    }
    const chi = counts.reduce((sum, count) => sum + (count - 1500) ** 2 / 1500, 0)
    expect(chi).toBeLessThan(43.8)
    expect(drawSample(items, 50, seededRandom(1))).toEqual(items)
    expect(drawSample([], 3, seededRandom(1))).toEqual([])
    for (const size of [0, -1]) expect(drawSample(items, size, seededRandom(1))).toEqual([])
  })
})

describe('what a sample supports', () => {
  test('is what counting all samples of a small population says', () => {
    fc.assert(
      fc.property(
        fc
          .integer({min: 1, max: 9})
          .chain((population) =>
            fc
              .integer({min: 0, max: population})
              .chain((drawn) =>
                fc.tuple(
                  fc.constant(population),
                  fc.constant(drawn),
                  fc.integer({min: 0, max: drawn}),
                  fc.constantFrom(0.5, 0.8, 0.95, 0.99),
                ),
              ),
          ),
        ([population, drawn, wrong, confidence]) => {
          expect(errorBound(population, drawn, wrong, confidence)).toBe(
            counted(population, drawn, wrong, confidence),
          )
        },
      ),
    )
  })

  test('holds as often as it says: drawn ten thousand times from a population at the bound', () => {
    const [population, size] = [412, 30]
    const bound = errorBound(population, size)
    const clean = (wrong: number): number => {
      const items = Array.from({length: population}, (_, index) => index < wrong)
      const random = seededRandom(5)
      let count = 0
      for (let round = 0; round < 10_000; round++) {
        if (!drawSample(items, size, random).includes(true)) count++
      }
      return count / 10_000
    }
    expect(clean(bound)).toBeGreaterThan(0.045)
    expect(clean(bound + 1)).toBeLessThan(0.055)
  })

  test('is what exact fractions say of larger populations', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 400}),
        fc.nat({max: 400}),
        fc.nat({max: 6}),
        (population, size, seen) => {
          const drawn = Math.min(size, population)
          const wrong = Math.min(seen, drawn)
          const bound = errorBound(population, drawn, wrong)
          // With as many wrong ones it is still likely enough, with one more no longer.
          expect(isLikely(population, bound, drawn, wrong)).toBe(true)
          expect(isLikely(population, bound + 1, drawn, wrong)).toBe(false)
        },
      ),
      {numRuns: 200},
    )
    const cases = [
      [412, 30, 0, 37],
      [412, 30, 1, 59],
      [412, 100, 3, 28],
      [1000, 58, 0, 48],
      [3000, 300, 2, 60],
      [20, 1, 0, 19],
    ] as const
    for (const [population, drawn, wrong, bound] of cases) {
      expect(errorBound(population, drawn, wrong)).toBe(bound)
    }
  })

  test('is kept by what is wrong in 95 of 100 samples, whatever they show', () => {
    for (const [population, wrong, size] of [
      [200, 25, 40],
      [412, 3, 60],
      [90, 80, 10],
    ] as const) {
      const items = Array.from({length: population}, (_, index) => index < wrong)
      const random = seededRandom(11)
      let kept = 0
      for (let round = 0; round < 3000; round++) {
        const seen = drawSample(items, size, random).filter(Boolean).length
        if (errorBound(population, size, seen) >= wrong) kept++
      }
      // Four standard deviations of three thousand samples below 95 %.
      expect(kept / 3000).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 3000))
    }
  })

  test('is not said of what is no sample', () => {
    for (const [population, drawn, wrong] of [
      [-1, 0, 0],
      [10, 2.5, 0],
      [10, 3, 4],
      [10, Number.NaN, 0],
    ] as const) {
      expect(() => errorBound(population, drawn, wrong)).toThrow(TypeError)
    }
    for (const confidence of [0, 1, 95]) {
      expect(() => errorBound(10, 5, 0, confidence)).toThrow(TypeError)
    }
  })

  test('is all or nothing at the ends', () => {
    expect(errorBound(10, 25, 3)).toBe(3)
    expect(errorBound(100, 0)).toBe(100)
    expect(errorBound(100, 100)).toBe(0)
    expect(errorBound(100, 100, 7)).toBe(7)
    expect(errorBound(0, 0)).toBe(0)
    expect(errorBound(1_000_000, 59)).toBeLessThan(50_000)
    expect(errorBound(1_000_000, 58)).toBeGreaterThanOrEqual(50_000)
  })

  test('tells how many to draw', () => {
    const size = smallestSample(412, 0.05)
    expect(errorBound(412, size)).toBeLessThanOrEqual(20)
    expect(errorBound(412, size - 1)).toBeGreaterThan(20)
    // Of one that is wrong 96 drawn miss it four times in a hundred.
    expect(smallestSample(100, 0)).toBe(96)
    expect(smallestSample(100, 1)).toBe(0)
    expect(smallestSample(0, 0.05)).toBe(0)
    // 0.29 of 100 are 29, though the machine has a little less.
    expect(smallestSample(100, 0.29)).toBe(smallestSample(100, 0.295))
  })

  test('is said', () => {
    expect(describeBound(412, 30, 7)).toBe(
      '30 of 412, drawn at random (seed 7). If all of these are right, at most 37 of the 412 (9.0 %) are wrong, with 95 % confidence.',
    )
    expect(describeBound(3, 3, 7)).toBe('All 3; if all are right, none is wrong.')
    expect(describeBound(3, 5, 7)).toBe('All 3; if all are right, none is wrong.')
    expect(describeBound(3, 0, 7)).toBe('None of 3 was drawn, and nothing is known of them.')
    expect(describeBound(0, 0, 7)).toBe('There is nothing to draw from.')
  })
})

/** The bound by looking at every sample of every population. */
function counted(population: number, drawn: number, wrong: number, confidence: number): number {
  let bound = -1
  for (let bad = 0; bad <= population; bad++) {
    let [all, few, exact] = [0, 0, 0]
    for (let sample = 0; sample < 2 ** population; sample++) {
      const members = [...sample.toString(2).padStart(population, '0')]
      if (members.filter((one) => one === '1').length !== drawn) continue
      const hit = members.filter((one, index) => one === '1' && index < bad).length
      all++
      if (hit <= wrong) few++
      if (hit === wrong) exact++
    }
    // A population in which what was seen cannot be seen is out of question.
    if (few / all >= 1 - confidence - 1e-9 && exact > 0) bound = bad
  }
  return bound
}

/** Whether no more wrong ones than were seen are as likely as 5 %, in fractions of whole numbers. */
function isLikely(population: number, bad: number, drawn: number, seen: number): boolean {
  if (seen > bad || drawn - seen > population - bad) return false
  let few = 0n
  for (let count = 0; count <= seen; count++) {
    few += choose(bad, count) * choose(population - bad, drawn - count)
  }
  return few * 20n >= choose(population, drawn)
}

function choose(all: number, some: number): bigint {
  if (some < 0 || some > all) return 0n
  let ways = 1n
  for (let step = 1; step <= some; step++) ways = (ways * BigInt(all - step + 1)) / BigInt(step)
  return ways
}

/** The generator as its authors publish it, with numbers that do not overflow. */
function published(state: readonly number[]): () => number {
  const s = state.map((word) => BigInt(word))
  const low = (value: bigint): bigint => value & 0xffff_ffffn
  const turn = (value: bigint, by: bigint): bigint => low(value << by) | (value >> (32n - by))
  const at = (index: number): bigint => s[index] ?? 0n
  return () => {
    const result = low(turn(low(at(1) * 5n), 7n) * 9n)
    const shifted = low(at(1) << 9n)
    s[2] = at(2) ^ at(0)
    s[3] = at(3) ^ at(1)
    s[1] = at(1) ^ at(2)
    s[0] = at(0) ^ at(3)
    s[2] = at(2) ^ shifted
    s[3] = turn(at(3), 11n)
    return Number(result)
  }
}

/** The state for a seed, likewise. */
function filled(seed: number): number[] {
  const low = (value: bigint): bigint => value & 0xffff_ffffn
  return [1n, 2n, 3n, 4n].map((time) => {
    let mixed = low(BigInt(seed) + time * 0x9e37_79b9n)
    mixed = low((mixed ^ (mixed >> 16n)) * 0x21f0_aaadn)
    mixed = low((mixed ^ (mixed >> 15n)) * 0x735a_2d97n)
    return Number(mixed ^ (mixed >> 15n))
  })
}
