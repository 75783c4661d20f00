import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isRejected, judge} from '../../build/verdicts/judge.ts'
import {digestOfMark, digestOfRecord} from '../../build/verdicts/digest-of.ts'
import {verdictNames} from '../../build/verdicts/verdict.ts'
import type {Policy, Said} from '../../build/verdicts/verdict.ts'

const strict: Policy = {selfAcceptance: false, twoReviewers: ['undetermined', 'author']}
const alone: Policy = {selfAcceptance: true, twoReviewers: []}
const record = {by: 'ed', class: 'transmission', of: 'aaaaaaaa'} as const

function say(who: string, verdict: Said['verdict'], more: Partial<Said> = {}): Said {
  return {who, id: 'c1', verdict, of: 'aaaaaaaa', ...more}
}

describe('how far a record is judged', () => {
  const cases: [name: string, verdicts: Said[], state: string][] = [
    ['nobody says anything', [], 'open'],
    ['one accepts', [say('anna', 'accept')], 'accepted'],
    ['the editor who made it accepts', [say('ed', 'accept')], 'open'],
    ['one rejects', [say('anna', 'reject')], 'rejected'],
    ['the editor who made it rejects', [say('ed', 'reject')], 'rejected'],
    ['one asks', [say('anna', 'query')], 'query'],
    ['one asks, one accepts', [say('anna', 'query'), say('ben', 'accept')], 'query'],
    ['one accepts, one rejects', [say('anna', 'accept'), say('ben', 'reject')], 'contested'],
    ['it has changed since', [say('anna', 'accept', {of: 'bbbbbbbb'})], 'stale'],
    [
      'it has changed since a rejection, and one accepts',
      [say('anna', 'reject', {of: 'bbbbbbbb'}), say('ben', 'accept')],
      'accepted',
    ],
    [
      'a third settles it',
      [say('anna', 'accept'), say('ben', 'reject'), say('cleo', 'reject', {settles: 'In print.'})],
      'rejected',
    ],
    [
      'two settle it in two ways',
      [
        say('anna', 'accept', {settles: 'In print.'}),
        say('ben', 'reject', {settles: 'Not in print.'}),
      ],
      'contested',
    ],
    [
      'the editor settles a question',
      [say('anna', 'query'), say('ed', 'accept', {settles: 'Page 12 answers it.'})],
      'accepted',
    ],
  ]
  test.each(cases)('%s', (_, verdicts, state) => {
    expect(judge(record, verdicts, strict).state).toBe(state)
  })

  test('an editor alone can release, where the policy says so', () => {
    expect(judge(record, [say('ed', 'accept')], alone).state).toBe('accepted')
    const doubtful = {...record, class: 'undetermined'} as const
    expect(judge(doubtful, [say('ed', 'accept')], alone).state).toBe('accepted')
  })

  test('two must accept what is not damage; the editor is none of them', () => {
    const doubtful = {...record, class: 'undetermined'} as const
    const [anna, ben, ed] = ['anna', 'ben', 'ed'].map((who) => say(who, 'accept'))
    expect(judge(doubtful, [anna!], strict)).toMatchObject({state: 'open', lacking: 1})
    expect(judge(doubtful, [anna!, ed!], strict)).toMatchObject({state: 'open', lacking: 1})
    expect(judge(doubtful, [anna!, ben!], strict)).toMatchObject({state: 'accepted', lacking: 0})
  })
})

test('what is applied depends on no policy, and on no order', () => {
  const verdict = fc.record({
    who: fc.constantFrom('anna', 'ben', 'ed'),
    id: fc.constant('c1'),
    verdict: fc.constantFrom(...verdictNames),
    of: fc.constantFrom('aaaaaaaa', 'bbbbbbbb'),
    settles: fc.option(fc.constant('In print.'), {nil: undefined}),
  })
  fc.assert(
    fc.property(fc.uniqueArray(verdict, {selector: ({who}) => who}), (verdicts) => {
      const out = isRejected(record.of, verdicts)
      for (const policy of [strict, alone]) {
        expect(judge(record, verdicts, policy).state === 'rejected').toBe(out)
        expect(judge(record, verdicts.toReversed(), policy).state).toBe(
          judge(record, verdicts, policy).state,
        )
      }
    }),
  )
})

describe('a digest changes with all that is judged, and with nothing else', () => {
  const judged = {
    act: 'correct',
    lemma: 'a',
    reading: 'b',
    kind: 'ocr/character',
    cert: 'high',
  } as const
  const changes = [
    {act: 'keep'},
    {lemma: 'c'},
    {reading: 'c'},
    {reading: undefined},
    {kind: 'ocr/number'},
    {cert: 'low'},
    {evidence: 'internal'},
  ] as const
  test.each(changes)('record: %j', (change) => {
    expect(digestOfRecord({...judged, ...change})).not.toBe(digestOfRecord(judged))
  })
  test('place and reason of a record may change', () => {
    const moved = {...judged, at: {line: 1, column: 1}, why: 'Another reason.'}
    expect(digestOfRecord(moved)).toBe(digestOfRecord(judged))
  })
  const mark = {at: '1:1', to: '1:5', digest: '0a0a0a0a', cert: 'high', depth: '2'}
  test.each([{digest: '0b0b0b0b'}, {cert: 'low'}, {depth: '3'}, {language: 'ja'}])(
    'mark: %j',
    (change) => {
      expect(digestOfMark('heading', {...mark, ...change})).not.toBe(digestOfMark('heading', mark))
    },
  )
  test('a mark with a digest of its words may move, a page may not', () => {
    const moved = {...mark, at: '2:1', to: '2:5'}
    expect(digestOfMark('heading', moved)).toBe(digestOfMark('heading', mark))
    const page = {at: '1:1', cert: 'high'}
    expect(digestOfMark('page', {...page, at: '2:1'})).not.toBe(digestOfMark('page', page))
  })
})
