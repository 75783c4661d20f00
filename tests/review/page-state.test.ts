import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {entriesOf} from '../../build/review/page/state/entry.ts'
import {
  filterNames,
  noFilters,
  readAddress,
  writeAddress,
} from '../../build/review/page/state/filters.ts'
import type {Filters} from '../../build/review/page/state/filters.ts'
import {formsOf, sameForm} from '../../build/review/page/state/forms.ts'
import {narrow} from '../../build/review/page/state/matches.ts'
import {nextWaiting, positionIn, standIn, stepIn} from '../../build/review/page/state/queue.ts'
import {beginReview, findEntry, standingIn, waitsIn} from '../../build/review/page/state/review.ts'
import type {Review} from '../../build/review/page/state/review.ts'
import {bucketsOf, bucketWith} from '../../build/review/page/state/buckets.ts'
import {countsOf} from '../../build/review/page/state/counts.ts'
import {push, withdraw} from '../../build/review/page/state/undo.ts'
import {sayStanding} from '../../build/review/page/state/say-standing.ts'
import {reviewerName} from '../../build/verdicts/verdict.ts'
import type {PageData} from '../../build/review/page-data.ts'
import {inventPage} from './invent-page.ts'

const keys = {areShown: true, areOn: true}

function open(data: PageData = inventPage()): Review {
  return beginReview(data, keys)
}

const values = fc.string({
  unit: fc.oneof(
    fc.constantFrom('/', '&', '=', '#', '%', '+', '@', ' '),
    fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
  ),
})
const filters: fc.Arbitrary<Filters> = fc.record(
  Object.fromEntries(filterNames.map((name) => [name, values])),
) as unknown as fc.Arbitrary<Filters>

describe('the address', () => {
  test('leads back to its filters and its item', () => {
    fc.assert(
      fc.property(filters, fc.option(values.filter((one) => one !== '')), (chosen, item) => {
        const address = {filters: chosen, item}
        expect(readAddress(writeAddress(address))).toEqual(address)
      }),
    )
  })

  test('says nothing when nothing is chosen, and is read whatever it says', () => {
    expect(writeAddress({filters: noFilters, item: null})).toBe('')
    expect(readAddress('')).toEqual({filters: noFilters, item: null})
    expect(readAddress('#state=op%E4n&nobody=knows&text').filters).toEqual({
      ...noFilters,
      state: 'op%E4n',
    })
    const item = 'letters/ligature@3:92'
    expect(writeAddress({filters: {...noFilters, state: 'open'}, item})).toBe(
      '#state=open&item=letters/ligature%403%3A92',
    )
  })
})

describe('the queue', () => {
  test('holds what the filters leave, in the order of the texts', () => {
    const review = open()
    const narrowed = (some: Partial<Filters>): string[] =>
      narrow({...review, filters: {...noFilters, ...some}}).map(({key}) => key)
    expect(narrowed({})).toEqual(review.entries.map(({key}) => key))
    expect(narrowed({text: 'harm'})).toHaveLength(6)
    expect(narrowed({class: 'author'})).toEqual(['letters/l9.later'])
    expect(narrowed({state: 'contested'})).toEqual(['letters/ligature@4:71'])
    expect(narrowed({state: 'stale'})).toEqual(['letters/l9.novikov'])
    expect(narrowed({state: 'proposed'})).toEqual(['letters/confusion@10:58'])
    expect(narrowed({words: 'TYPIST wrote'})).toEqual(['letters/ligature@4:71'])
    expect(narrowed({words: 'tube'})).toEqual(['letters/confusion@10:58'])
    expect(narrowed({text: 'letters', by: 'ed', kind: 'mark/join'})).toEqual([])
    const done = narrowed({state: 'done'})
    const left = narrowed({state: 'left'})
    expect(new Set([...done, ...left]).size).toBe(review.entries.length)
    expect(done.length + left.length).toBe(review.entries.length)
  })

  test('is a random sample where there is one, and the whole on demand', () => {
    const ids = ['letters/h1', 'harm/x3.right']
    const review = open(inventPage({sample: {ids, says: 'Two of all.'}}))
    expect(review.queue.map(({key}) => key)).toEqual(ids)
    expect(narrow({...review, filters: {...noFilters, sample: 'whole'}})).toHaveLength(
      review.entries.length,
    )
  })

  test('is stepped through from wherever the reviewer is', () => {
    const {entries} = open()
    fc.assert(
      fc.property(
        fc.subarray([...entries.keys()], {minLength: 1}),
        fc.nat(entries.length - 1),
        (chosen, at) => {
          const queue = chosen.map((index) => entries[index]).filter((one) => one !== undefined)
          const here = entries[at] ?? null
          const after = chosen.find((index) => index > at) ?? chosen.at(-1)
          const before = chosen.findLast((index) => index < at) ?? chosen[0]
          expect(stepIn(queue, here, 1)?.index).toBe(after)
          expect(stepIn(queue, here, -1)?.index).toBe(before)
          expect(positionIn(queue, at)).toBe(chosen.filter((index) => index < at).length)
        },
      ),
    )
    expect(stepIn([], null, 1)).toBe(null)
    expect(stepIn(entries, null, -1)?.index).toBe(0)
  })

  test('goes on to what waits, and begins again at its end', () => {
    const review = open()
    const waits = (index: number) =>
      nextWaiting(review.entries, review.entries[index] ?? null, (one) => waitsIn(review, one))
    expect(waits(0)?.key).toBe('letters/c1')
    // The next two are done or judged by this reviewer; contested things wait too.
    expect(waits(2)?.key).toBe('letters/ligature@4:71')
    const last = review.entries.length - 1
    expect(waits(last)?.index).toBeLessThan(last)
    expect(nextWaiting(review.entries, null, () => false)).toBe(null)
  })

  test('stays where it was when the data changes', () => {
    const review = open()
    const {texts} = review.data
    const [first, ...rest] = texts
    const at = findEntry(review, 'letters/ligature@3:92')
    if (!first || !at) throw new Error('nothing was invented')
    const change = (items: typeof first.items) => entriesOf({texts: [{...first, items}, ...rest]})
    const others = first.items.filter(({id}) => id !== 'ligature@3:92')
    expect(standIn(change(first.items), at)?.key).toBe(at.key)
    const promoted = {...at.item, id: 'l3.ocials'}
    expect(standIn(change([...others, promoted]), at)?.item.id).toBe('l3.ocials')
    expect(standIn(change(others), at)?.item.id).toBe('l4.diculty')
    expect(standIn([], at)).toBe(null)
  })
})

test('forms are the same in all texts, and only of one sort', () => {
  const {entries} = open()
  const entry = entries.find(({key}) => key === 'letters/ligature@3:92')
  if (!entry) throw new Error('nothing was invented')
  const same = sameForm(entries, entry)
  expect(new Set(same.map(({text}) => text.id))).toEqual(new Set(['letters', 'reports']))
  expect(same.every(({item}) => item.lemma === 'ocials')).toBe(true)
  const [[form, count] = ['', 0]] = formsOf(entries)
  expect(entries.filter(({item}) => item.form === form)).toHaveLength(count)
  expect(count).toBeGreaterThan(1)
})

test('what is counted is what is there, kind by kind', () => {
  const review = open()
  const {judged, proposals, kinds} = countsOf(review.entries, (entry) => standingIn(review, entry))
  expect(judged.all + proposals.all).toBe(review.entries.length)
  expect(kinds.reduce((sum, [, {all}]) => sum + all, 0)).toBe(judged.all)
  expect(kinds.reduce((sum, [, {done}]) => sum + done, 0)).toBe(judged.done)
  expect(judged.by.accepted + judged.by.rejected).toBe(judged.done)
  expect(proposals.by.proposed).toBe(1)
})

test('the strip holds each item once, and shows what needs a person first', () => {
  const review = open()
  const buckets = bucketsOf(review.data.texts, review.entries, (one) => standingIn(review, one))
  expect(buckets.flatMap(({entries}) => entries.map(({key}) => key))).toEqual(
    review.entries.map(({key}) => key),
  )
  const contested = findEntry(review, 'letters/ligature@4:71')
  const bucket = buckets[bucketWith(buckets, contested)]
  expect(bucket?.standing).toBe('contested')
  expect(bucket?.first?.key).toBe('letters/ligature@4:71')
  expect(bucketWith(buckets, null)).toBe(-1)
})

test('how something stands is said in words', () => {
  const review = open()
  const says = (key: string): string => {
    const entry = findEntry(review, key)
    return entry ? sayStanding(review, entry) : ''
  }
  expect(says('letters/h1')).toBe('Open: nobody has judged it.')
  expect(says('letters/l4.diculty')).toBe('Accepted by weber and you.')
  expect(says('letters/ligature@4:71')).toBe('Contested: accepted by ito, rejected by weber.')
  expect(says('letters/q8.1937')).toBe('In question: weber asks.')
  expect(says('letters/l9.later')).toBe(
    'Open: accepted by weber; one reviewer more must accept it.',
  )
  expect(says('letters/l9.novikov')).toBe('Changed since you judged it.')
  expect(says('letters/confusion@10:58')).toBe(
    'Proposed by a rule; nothing is changed until you answer.',
  )
})

test('what is refused leaves what can be taken back', () => {
  const one = {
    number: 1,
    what: 'one',
    keys: ['a', 'b'],
    was: new Map([
      ['a', null],
      ['b', null],
    ]),
  }
  const two = {number: 2, what: 'two', keys: ['c'], was: new Map([['c', null]])}
  const stack = push(push([], one), two)
  expect(withdraw(stack, 1, new Set(['a']))[0]).toEqual({
    ...one,
    keys: ['b'],
    was: new Map([['b', null]]),
  })
  expect(withdraw(stack, 2, new Set(['c']))).toEqual([one])
  let long: ReturnType<typeof push> = []
  for (let number = 0; number < 600; number++) long = push(long, {...two, number})
  expect(long).toHaveLength(500)
  expect(long.at(-1)?.number).toBe(599)
})

test('a name is one that a file of verdicts may bear on any system', () => {
  const good = ['anna', 'a2', 'second.reader', 'mk-2']
  const bad = ['', 'Anna', 'anna ', 'a..b', '.a', 'a.', '../a', 'é', 'a/b', '2a']
  expect(good.filter((name) => !reviewerName.test(name))).toEqual([])
  expect(bad.filter((name) => reviewerName.test(name))).toEqual([])
})
