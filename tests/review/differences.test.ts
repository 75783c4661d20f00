import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Value} from '../../build/model/revision.ts'
import {differences} from '../../build/review/revisions/differences.ts'

describe('differences', () => {
  const value: fc.Arbitrary<Value> = fc.letrec<{value: Value}>((tie) => ({
    value: fc.oneof(
      {depthSize: 'small'},
      fc.constantFrom('a', 'b', 'c'),
      fc.array(tie('value'), {maxLength: 4}),
      fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('value'), {maxKeys: 3}),
    ),
  })).value
  const fields = fc.dictionary(fc.constantFrom('k', 'l', 'm'), value, {maxKeys: 3})

  test('are none between the same, whatever the order of keys, and some between others', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const turned = Object.fromEntries(Object.entries(one).toReversed())
        expect(differences(one, turned)).toEqual([])
        const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
        expect(differences(one, other).length === 0).toBe(isSame)
        const flipped = differences(other, one).map(({before, after}) => ({
          before: after,
          after: before,
        }))
        expect(differences(one, other)).toHaveLength(flipped.length)
      }),
    )
  })

  test('of a list are its members, wherever they stand', () => {
    const before = {forms: [{form: 'a'}, {form: 'b'}, {form: 'c'}]}
    expect(
      differences(before, {forms: [{form: 'x'}, {form: 'a'}, {form: 'b'}, {form: 'd'}]}),
    ).toEqual([
      {path: ['forms'], before: undefined, after: {form: 'x'}},
      {path: ['forms', 'form'], before: 'c', after: 'd'},
    ])
  })
})

function sorted(value: Value): Value {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return (value as readonly Value[]).map(sorted)
  const entries = Object.entries(value as Record<string, Value>)
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  )
}
