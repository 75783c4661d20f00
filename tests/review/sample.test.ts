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

  test('is all or nothing at the ends', () => {
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
  })

  test('is said', () => {
    expect(describeBound(412, 30, 7)).toBe(
      '30 of 412, drawn at random (seed 7). If all of these are right, at most 37 of the 412 (9.0 %) are wrong, with 95 % confidence.',
    )
    expect(describeBound(3, 3, 7)).toBe('All 3; if all are right, none is wrong.')
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
