import {expect, test} from 'vitest'
import {draftCitations} from '../../build/bibliography/draft/draft-citations.ts'
import {scoreDrafts} from '../../scripts/bench/score-drafts.ts'
import type {KnownCitation, KnownNote} from '../../scripts/bench/score-drafts.ts'

const first = 'Anna Reed, The Kite (Leeds: Wren, 1901), p. 12'
const known = (fields: Partial<KnownCitation> = {}): KnownCitation => ({
  start: 0,
  end: first.length,
  form: 'full',
  work: 'kite',
  locator: 'p. 12',
  ...fields,
})
const notes = (one: KnownCitation, two: Partial<KnownCitation> = {}): KnownNote[] => [
  {note: '1', words: `${first}.`, citations: [one]},
  {
    note: '2',
    words: 'Ibid., p. 14.',
    citations: [{start: 0, end: 12, form: 'ibid', work: 'kite', locator: 'p. 14', ...two}],
  },
]
const score = (list: readonly KnownNote[]) => scoreDrafts(list, draftCitations(list))

test('what is right counts as right', () => {
  expect(score(notes(known()))).toEqual({
    cited: 2,
    drafted: 2,
    found: 2,
    form: 2,
    locator: 2,
    back: 1,
    work: 1,
    faults: [],
  })
})

test.each<[what: string, list: KnownNote[], field: string, value: number]>([
  ['half of the words', notes(known({start: 30})), 'found', 1],
  ['another form', notes(known({form: 'short'})), 'form', 1],
  ['another locator', notes(known({locator: null})), 'locator', 1],
  ['another work', notes(known(), {work: 'tail'}), 'back', 0],
])('%s counts as wrong', (_, list, field, value) => {
  const scored = score(list)
  expect(scored[field as 'found']).toBe(value)
  expect(scored.faults.length).toBe(field === 'found' ? 2 : field === 'back' ? 0 : 1)
})

test('an Ibid. that goes to another work is counted', () => {
  const list: KnownNote[] = [
    ...notes(known()).slice(0, 1),
    {note: '2', words: 'Bill Owen, Tails (Leeds: Wren, 1902).', citations: []},
    ...notes(known())
      .slice(1)
      .map((note) => ({...note, note: '3'})),
  ]
  const {back, work, faults} = score(list)
  expect([back, work, faults.length]).toEqual([1, 0, 2])
})
