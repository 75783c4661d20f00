import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {exportReviews} from '../../build/review/page/state/exported.ts'
import {readKept, writeKept} from '../../build/review/page/state/kept.ts'
import {beginReview} from '../../build/review/page/state/review.ts'
import {writeReview} from '../../build/review/page/state/review-yaml.ts'
import type {Voice} from '../../build/review/page/state/voice.ts'
import {formatYaml} from '../../build/store/canonical-yaml.ts'
import {verdictNames} from '../../build/verdicts/verdict.ts'
import {inventPage} from './invent-page.ts'

const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ':',
      '#',
      '-',
      '"',
      "'",
      '\\',
      '\n',
      '\t',
      ' ',
      '{',
      '&',
      '*',
      '!',
      '%',
      '@',
      '\u00A0',
      '\u202E',
      '𝔊',
    ),
    fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
  ),
  minLength: 1,
  maxLength: 40,
})
const id = fc
  .oneof(
    fc.stringMatching(/^[a-z][a-z0-9]{0,3}(\.[a-z0-9]{1,8})?$/),
    fc.stringMatching(/^[a-z-]{1,8}@[1-9]\d{0,2}:[1-9]\d{0,2}$/),
    fc.stringMatching(/^[a-z][a-z0-9]{0,3}\/[1-9]$/),
  )
  .filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one))
const voice: fc.Arbitrary<Voice> = fc.record(
  {
    verdict: fc.constantFrom(...verdictNames),
    of: fc.stringMatching(/^[0-9a-f]{8}$/),
    note: words,
    settles: words,
  },
  {requiredKeys: ['verdict', 'of']},
)
const voices = fc
  .uniqueArray(fc.tuple(id, voice), {selector: ([one]) => one})
  .map((list) => new Map(list))

describe('the file of a reviewer', () => {
  test('is what the project itself would write', () => {
    fc.assert(
      fc.property(voices, (given) => {
        const written = writeReview(given)
        expect(formatYaml('ed.yaml', written, 'review')).toEqual({text: written, findings: []})
        const read: unknown = parse(written, {schema: 'failsafe'}) ?? {}
        expect(read).toEqual(Object.fromEntries(given))
      }),
    )
  })

  test('looks like this', () => {
    const given = new Map<string, Voice>([
      ['ligature@3:9', {verdict: 'accept', of: '12345678'}],
      ['k4.ocials', {verdict: 'query', of: '1a2b3c4d', note: 'Which: the first?\nOr the second?'}],
      ['k4/2', {verdict: 'reject', of: '00000000', settles: 'Seen in print.', note: 'No.'}],
    ])
    expect(writeReview(given)).toBe(
      `k4.ocials:
  verdict: query
  of: 1a2b3c4d
  note: "Which: the first?\\nOr the second?"
k4/2:
  verdict: reject
  of: "00000000"
  note: No.
  settles: Seen in print.
ligature@3:9:
  verdict: accept
  of: "12345678"
`.replaceAll(/"(\d{8})"/g, '$1'),
    )
    expect(writeReview(new Map())).toBe('')
  })

  test('holds what was said before and what was said since', () => {
    const data = inventPage()
    const review = beginReview(data, {areShown: true, areOn: true})
    expect(exportReviews(review)).toEqual([])
    const since = new Map<string, Voice | null>([
      ['letters/h1', {verdict: 'accept', of: 'aaaaaaaa'}],
      ['letters/page-join@11:60', null],
    ])
    const [file, ...rest] = exportReviews({...review, voices: since})
    expect(rest).toEqual([])
    expect(file?.path).toBe('texts/letters/reviews/ed.yaml')
    expect(file?.fresh).toBe(2)
    const before = data.texts[0]?.verdicts.filter(({who}) => who === 'ed') ?? []
    expect(before.map((one) => one.id).toSorted()).toEqual([
      'l4.diculty',
      'l9.novikov',
      'page-join@11:60',
    ])
    expect(Object.keys(parse(file?.content ?? '') as object)).toEqual([
      'h1',
      'l4.diculty',
      'l9.novikov',
    ])
    expect(exportReviews({...review, who: null, voices: since})).toEqual([])
  })
})

test('what a browser keeps is read as it was, and rubbish is nothing', () => {
  const keyed = voices.map(
    (given) => new Map([...given].map(([one, said]) => [`letters/${one}`, said])),
  )
  fc.assert(
    fc.property(keyed, (given) => {
      const all = new Map<string, Voice | null>([...given, ['harm/x', null]])
      const {who, voices: read} = readKept(writeKept('ed', 'letters', all))
      expect(who).toBe('ed')
      expect(new Map([...read].map(([one, said]) => [`letters/${one}`, said]))).toEqual(given)
    }),
  )
  for (const rubbish of [
    null,
    '',
    '{',
    '[]',
    'null',
    '{"who":1,"voices":[["a",{"verdict":"maybe"}],3]}',
  ]) {
    expect(readKept(rubbish)).toEqual({who: null, voices: new Map()})
  }
})
