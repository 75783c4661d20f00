import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isLikeNumber, numberSeries} from '../../../build/repair/layout/number-series.ts'

const read = (...printed: number[]): (number | undefined)[] =>
  numberSeries(printed).map(({number}) => number)

test('a series that counts is right', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 900}), fc.integer({min: 1, max: 60}), (first, count) => {
      const printed = Array.from({length: count}, (_, at) => first + at)
      expect(numberSeries(printed)).toEqual(printed.map((number) => ({number, isRight: true})))
    }),
  )
})

test('one number that is misread is counted through, wherever it stands between others', () => {
  const misread = fc.record({
    count: fc.integer({min: 7, max: 60}),
    first: fc.integer({min: 10, max: 40}),
    at: fc.integer({min: 3, max: 3}),
    by: fc.integer({min: 2, max: 5}),
  })
  fc.assert(
    fc.property(misread, ({count, first, at, by}) => {
      const right = Array.from({length: count}, (_, index) => first + index)
      const wrong = ((first + at) % 10) + by
      fc.pre(wrong < 10)
      const printed = right.with(at, first + at + by)
      expect(numberSeries(printed)[at]).toEqual({number: first + at, isRight: false})
    }),
  )
})

test('a series may begin anew, and a note be called again', () => {
  expect(read(1, 2, 3, 1, 2, 3)).toEqual([1, 2, 3, 1, 2, 3])
  expect(read(1, 2, 2, 3, 4)).toEqual([1, 2, 2, 3, 4])
})

test('letters read for figures are any number', () => {
  expect(read(1, Number.NaN, 3)).toEqual([1, 2, 3])
  expect(isLikeNumber(Number.NaN, 12)).toBe(true)
})

test('one figure may be misread, a second may not', () => {
  expect(isLikeNumber(54, 34)).toBe(true)
  expect(isLikeNumber(54, 35)).toBe(false)
  expect(isLikeNumber(4, 14)).toBe(false)
})
