import fc from 'fast-check'
import {expect, test} from 'vitest'
import {bind} from '../../build/notes/bind.ts'

/** Notes and their references, by the numbers that are printed. */
function faultsOf(references: readonly number[], bodies: readonly number[]): string[] {
  const at = (numbers: readonly number[], from: number) =>
    numbers.map((number, index) => {
      return {printed: String(number), position: {start: {offset: from + index}}}
    })
  const options = {restarts: false, inSequence: true}
  return bind(at(references, 0), at(bodies, 1000), options).faults.map(({ruleId}) => ruleId)
}

const series = fc.integer({min: 4, max: 40}).map((count) => {
  return Array.from({length: count}, (_, index) => index + 1)
})
const place = fc
  .nat()
  .map((number) => (list: readonly number[]) => 1 + (number % (list.length - 2)))

test('a series in its turn has no fault', () => {
  fc.assert(
    fc.property(series, (list) => {
      expect(faultsOf(list, list)).toEqual([])
    }),
  )
})

test('one misread number is one fault of its turn, and of nothing after it', () => {
  const wrong = fc.integer({min: 50, max: 99})
  fc.assert(
    fc.property(series, place, wrong, (list, at, number) => {
      const misread = list.with(at(list), number)
      expect(faultsOf(misread, misread)).toEqual(['reference-sequence', 'note-sequence'])
    }),
  )
})

test('a number that is missing on both sides is one gap on each', () => {
  fc.assert(
    fc.property(series, place, (list, at) => {
      const short = list.toSpliced(at(list), 1)
      expect(faultsOf(short, short)).toEqual(['reference-sequence', 'note-sequence'])
    }),
  )
})

test('two misread numbers are two faults, even when the second seems to follow the first', () => {
  fc.assert(
    fc.property(fc.integer({min: 12, max: 40}), fc.nat({max: 3}), (count, shift) => {
      const list = Array.from({length: count}, (_, index) => index + 1)
      const misread = list.with(2, 60).with(6 + shift, 61)
      expect(faultsOf(misread, misread).filter((rule) => rule === 'note-sequence')).toHaveLength(2)
    }),
  )
})

test('two that are exchanged are faults at their own places alone', () => {
  fc.assert(
    fc.property(series, place, (list, at) => {
      const index = at(list)
      const turned = list.with(index, index + 2).with(index + 1, index + 1)
      const faults = faultsOf(list, turned)
      expect(faults.length).toBeGreaterThan(0)
      expect(faults.length).toBeLessThanOrEqual(2)
    }),
  )
})
