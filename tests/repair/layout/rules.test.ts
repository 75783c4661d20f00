import {describe, expect, test} from 'vitest'
import type {Hit} from '../../../build/repair/hit.ts'
import type {Format} from '../../../build/repair/look.ts'
import {listNumber} from '../../../build/repair/layout/list-number.ts'
import {noteNumber} from '../../../build/repair/layout/note-number.ts'
import {paragraphEnd} from '../../../build/repair/layout/paragraph-end.ts'
import {runningHead} from '../../../build/repair/layout/running-head.ts'
import {lookAt} from './looks.ts'

const describeHit = ({status, lemma, reading, candidates}: Hit): string =>
  status === 'applied'
    ? `${lemma}→${reading}`
    : `${lemma}→${candidates.map((one) => one.reading).join('|')}?`

const heads = (text: string): string[] => runningHead(lookAt(text)).map(describeHit)
const numbers = (text: string, format: Format = 'markdown'): string[] =>
  noteNumber(lookAt(text, format)).map(describeHit)
const years = (text: string): string[] => listNumber(lookAt(text, 'markdown')).map(describeHit)

const page = [
  'and nobody who saw it could say afterwards who had held the string or whether there',
  'had been a string at all. The wind fell towards noon, and the kite came down in a',
  'field of barley, where the clerks found it in the evening and took it home with',
]
const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('')

describe('running heads', () => {
  test('are taken with their line ending, so that the lines around them meet', () => {
    expect(heads(lines('12 Ë The Kites', ...page))).toEqual(['12 Ë The Kites\n→'])
    const windows = lines('12 Ë The Kites', ...page).replaceAll('\n', '\r\n')
    expect(heads(windows)).toEqual(['12 Ë The Kites\r\n→'])
  })

  test('alternate, with the number on either side', () => {
    const book = lines('12 The Kites', ...page, 'Of Glue 13', ...page, '14 The Kites', ...page)
    expect(heads(book)).toEqual(['12 The Kites\n→', 'Of Glue 13\n→', '14 The Kites\n→'])
  })

  test('of the same words break sentences again and again', () => {
    const book = lines(...page, 'THE KITES', ...page, 'THE KITES', ...page, 'THE KITES', ...page)
    expect(heads(book)).toEqual(['THE KITES\n→', 'THE KITES\n→', 'THE KITES\n→'])
  })

  test('that ran into a line are taken out of it', () => {
    expect(heads(lines('12 Ë The Kites', ...page, 'The Kites Ë 13 them to the house.'))).toEqual([
      '12 Ë The Kites\n→',
      'The Kites Ë 13 →',
    ])
  })

  test.each([
    ['titles', lines('The Kites', '', 'Nobody saw it.', '', 'The Glue', '', 'It was dear.')],
    ['contents', lines('The Kites 3', 'Of Glue 17', 'The Wind over the Harbour 31', 'Notes 77')],
    ['numbers of chapters', lines('1', 'Kites are old.', '2', 'Tails are long.', '3', 'Glue too.')],
    ['years', lines(...page, '1911', 'Later that year it froze.', '1912', 'It froze again.')],
    ['who speaks', lines('CLERK', 'then cut it.', 'MASTER', 'no.', 'CLERK', 'we shall see.')],
    ['lists', lines('1 paper', '2 string', '3 glue', '4 a tail of rags', '5 wind')],
  ])('%s are none', (_, text) => {
    expect(heads(text)).toEqual([])
  })
})

describe('ends of paragraphs', () => {
  const ends = (text: string, format: Format = 'plain'): string[] =>
    paragraphEnd(lookAt(text, format)).map(({at, state}) => `${text.slice(at - 5, at)} ${state}`)

  test('are short lines with a full stop', () => {
    expect(ends(lines(...page, 'them.', 'The clerks', ...page, 'us.'))).toContain('them. lost')
  })

  test('are said to be set where a blank line follows', () => {
    const text = lines(
      ...page,
      'them to the house.',
      '',
      'Later the clerks were sorry for it',
      ...page,
    )
    expect(ends(text)).toContain('ouse. set')
    expect(ends(text).filter((end) => end.endsWith('lost'))).toEqual([])
  })

  test('are cut where notes stand before the rest', () => {
    const called = page.with(1, page[1]?.replace('all.', 'all.³') ?? '')
    const notes = lines('3 See the Harbour Gazette.')
    const book = `${lines('12 Ë The Kites', ...called)}${notes}${lines('The Kites Ë 13', ...page)}`
    expect(ends(book).slice(0, 2)).toEqual([' with cut', 'ette. lost'])
  })

  test('are not looked for in Markdown or in paragraphs', () => {
    expect(ends(lines(...page, 'them.', 'The clerks', ...page), 'markdown')).toEqual([])
    expect(ends(lines(`${page.join(' ')} them.`, `The clerks ${page.join(' ')} us.`))).toEqual([])
  })
})

describe('numbers of notes', () => {
  const called = (...all: string[]): string =>
    `${all.map((number) => `Kites are old.<sup>${number}</sup>`).join(' ')}\n\n`
  const bodies = (...all: string[]): string =>
    all.map((number) => `<sup>${number}</sup> So they say.\n\n`).join('')

  test('out of turn are read as the note that nobody calls', () => {
    expect(numbers(called('1', '2', '8', '4') + bodies('1', '2', '3', '4'))).toEqual(['8→3'])
    expect(numbers(called('11', 'l2', '13') + bodies('11', '12', '13'))).toEqual(['l2→12'])
    expect(numbers(called('33', '34', '35') + bodies('33', '54', '35'))).toEqual(['54→34'])
  })

  test('stay when they count on, begin anew or call a note again', () => {
    expect(numbers(called('1', '2', '3', '2') + bodies('1', '2', '3'))).toEqual([])
    const two = called('1', '2') + bodies('1', '2')
    expect(numbers(two + two)).toEqual([])
  })

  test('are no powers and no ordinals', () => {
    const text = 'Of 4 m<sup>2</sup>, x<sup>7</sup>, on the 22<sup>nd</sup>. '
    expect(numbers(text + called('1', '2', '3') + bodies('1', '2', '3'))).toEqual([])
  })

  test('without a note of their own are never applied', () => {
    const found = noteNumber(lookAt(called('1', '2', '8', '4') + bodies('1', '2', '4'), 'markdown'))
    expect(found.filter(({status}) => status === 'applied')).toEqual([])
  })
})

describe('years that were taken for lists', () => {
  test('are proposed with the years that may have stood there', () => {
    const [found] = years('The harbour froze in 1937–\n- The clerks were sorry for it.\n')
    expect(found).toMatch(/^1937–\n- The→1937–\[38\]\. The\|/)
  })

  test('are no lists', () => {
    expect(years('The makers need:\n\n- paper\n- glue\n')).toEqual([])
    expect(years('From 1937 –\n\n- paper\n- glue\n')).toEqual([])
  })
})
