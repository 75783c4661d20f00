import fc from 'fast-check'
import {expect, test} from 'vitest'
import {drawTimeline} from '../../build/pictures/draw-timeline.ts'
import {spread} from '../../build/pictures/spread.ts'
import {readDate, sayDate} from '../../build/pictures/timeline.ts'
import type {TimelineEvent} from '../../build/pictures/timeline.ts'

const options = {file: 'chronology.yaml'}
const origin = {file: 'chronology.yaml', place: {line: 7, column: 3}}
const press: TimelineEvent = {date: '1697', label: 'Bayle’s dictionary', origin}

test('the same events give the same bytes, in whatever order they stand', () => {
  const events: TimelineEvent[] = [
    press,
    {date: '1776-02-17', label: 'The first volume of Gibbon', origin},
    {date: '1776-04', until: '1776-08', label: 'Hume has a few months to live', origin},
  ]
  const picture = drawTimeline(events, options)
  expect(picture.findings).toEqual([])
  expect(drawTimeline(events.toReversed(), options)).toEqual(picture)
  expect(picture.description).toEqual([
    {kind: 'event', label: 'Bayle’s dictionary', position: '1697'},
    {kind: 'event', label: 'The first volume of Gibbon', position: '17 Feb 1776'},
    {kind: 'event', label: 'Hume has a few months to live', position: 'Apr 1776 – Aug 1776'},
  ])
  expect(picture.svg).not.toMatch(/<(?:text|script|image|style|use)|href|url\(|NaN|\.\d\d/)
})

test.each<[rule: string, events: readonly TimelineEvent[]]>([
  ['timeline-date', []],
  ['timeline-date', [press, {...press, date: '1697-13'}]],
  ['timeline-date', [press, {...press, date: '1900-02-29'}]],
  ['timeline-date', [press, {...press, date: 'May 1697'}]],
  ['timeline-date', [press, {...press, until: '1696'}]],
  ['timeline-date', [press, {...press, until: '1698', lane: 9}]],
  ['timeline-label', [{...press, label: 'Dictionaire'.repeat(12)}]],
  ['timeline-label', Array.from({length: 60}, () => press)],
  ['picture-glyph', [{...press, label: '蔣介石'}]],
])('%s', (rule, events) => {
  const {findings} = drawTimeline(events, options)
  expect(findings.map(({ruleId}) => ruleId)).toEqual([rule])
  expect(findings[0]?.file).toBe('chronology.yaml')
})

test('a date is as long as what it names', () => {
  expect(readDate('1945')).toEqual({from: 1945, to: 1946})
  expect(readDate('1945-12')?.to).toBe(1946)
  expect(readDate('1948-02-29')?.from).toBeCloseTo(1948 + 59 / 366)
  for (const none of ['1945-02-30', '1945-00', '45', '1945-1-1', '1945-06-31'])
    expect(readDate(none), none).toBeUndefined()
  expect(['1945', '1945-08', '1945-08-09'].map(sayDate)).toEqual(['1945', 'Aug 1945', '9 Aug 1945'])
})

test('what is pushed apart keeps its order, covers nothing, and stays where it may', () => {
  const thing = fc.record({
    top: fc.integer({min: -50, max: 900}),
    size: fc.integer({min: 1, max: 40}),
  })
  fc.assert(
    fc.property(fc.array(thing, {maxLength: 20}), (made) => {
      const things = made.toSorted((one, other) => one.top - other.top)
      const tops = spread(things, 0, 850)
      for (const [index, top] of tops.entries()) {
        const {size} = things[index] ?? {size: 0}
        expect(top).toBeGreaterThanOrEqual(-1e-6)
        expect(top + size).toBeLessThanOrEqual((tops[index + 1] ?? 850) + 1e-6)
      }
      // Where there is room for all, nothing moves.
      const apart = things.map(({size}, index) => ({top: index * 42, size}))
      expect(spread(apart, 0, 850)).toEqual(apart.map(({top}) => top))
    }),
  )
})
