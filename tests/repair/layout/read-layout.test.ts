import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readLayout} from '../../../build/repair/layout/read-layout.ts'
import {rolesOf} from './looks.ts'

const page = [
  'and nobody who saw it could say afterwards who had held the string or whether there',
  'had been a string at all. The wind fell towards noon, and the kite came down in a',
  'field of barley, where the clerks found it in the evening and took it home with',
]

const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('')

describe('the page model', () => {
  test('lines tile any text, whatever is in it', () => {
    const words = ['a', 'The Kites', '12', '¹', '\n', '\r\n', '\r', '\f', ' ', '-', '\u00AD', '> ']
    const signs = ['---', '<sup>1</sup>', '[^1]: ', '(', '。', 'שלום', '清代', '\uD800', '*', '#']
    const parts = fc.constantFrom(...words, ...signs)
    const texts = fc.array(parts, {maxLength: 60}).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, fc.constantFrom('plain' as const, 'markdown' as const), (text, format) => {
        let at = 0
        let number = 0
        for (const line of readLayout(text, format).lines) {
          expect(line.start).toBe(at)
          expect([number, number + 1]).toContain(line.page)
          expect(text.slice(line.end, line.next)).toMatch(/^(?:\r\n?|\n)?$/)
          const {start, end} = line.head ?? line
          expect(start === line.start || end === line.end).toBe(true)
          at = line.next
          number = line.page
        }
        expect(at).toBe(text.length)
      }),
    )
  })

  test('has no lines when there is no text', () => {
    expect(readLayout('', 'plain')).toEqual({lines: [], isWrapped: false, measure: 0})
  })

  test('tells lines of print from paragraphs and from verse', () => {
    expect(readLayout(lines(...page), 'plain')).toMatchObject({isWrapped: true})
    const paragraphs = lines(`${page.join(' ')} them.`, '', `Later ${page.join(' ')} them.`)
    expect(readLayout(paragraphs, 'plain')).toMatchObject({isWrapped: false})
    const verse = lines('The kite is up,', 'and where the wind may take it', 'none', 'can tell us.')
    expect(readLayout(verse, 'markdown')).toMatchObject({isWrapped: false})
  })

  test('one page has its head in the first line or its folio in the last', () => {
    expect(rolesOf(lines('12 Ë The Kite Makers', ...page))).toBe('httt')
    expect(rolesOf(lines('12 Ë The Kite Makers', ...page).replaceAll('\n', '\r\n'))).toBe('httt')
    expect(rolesOf(lines('\f- 12 -', ...page))).toBe('lttt')
    expect(rolesOf(lines(...page, '12'))).toBe('tttl')
  })

  test('numbers that count the pages are heads and folios, years are not', () => {
    const book = [11, 12, 13].flatMap((number) => [...page, `The Kites | ${number}`])
    expect(rolesOf(lines(...book))).toBe('ttthttthttth')
    expect(rolesOf(lines(...page, '1911', ...page, '1850', ...page))).toBe('ttttttttttt')
  })

  test('a head that ran into a line is a part of it', () => {
    const book = lines('12 Ë The Kites', ...page, 'The Kites Ë 13 them to the customs house.')
    const {head, role} = readLayout(book, 'plain').lines.at(-1) ?? {}
    expect([role, book.slice(head?.start, head?.end)]).toEqual(['text', 'The Kites Ë 13 '])
  })

  test('notes stand at the foot of the page that calls them', () => {
    const called = page.with(1, page[1]?.replace('all.', 'all.³') ?? '')
    const sheet = [
      '3 See the Harbour Gazette of that year, and what the clerks have said',
      'of it.',
    ]
    const {lines: found} = readLayout(lines(...called, ...sheet), 'plain')
    expect(found.map(({role}) => role[0]).join('')).toBe('tttnn')
    expect(found.map(({note}) => note)).toEqual([undefined, undefined, undefined, '3', '3'])
    expect(found.findIndex(({noteStart}) => noteStart !== undefined)).toBe(3)
    expect(rolesOf(lines(...page, ...sheet))).toBe('ttttt')
  })

  test('notes of Markdown are known by what begins them', () => {
    const text = 'Kites are old.<sup>1</sup>\n\n---\n\n<sup>1</sup> So they say.\n'
    expect(rolesOf(text, 'markdown')).toBe('tbrbn')
    expect(rolesOf('Kites are old.[^1]\n\n[^1]: So they say.\n', 'markdown')).toBe('tbn')
    const list = 'Kites.<sup>1</sup> Tails.<sup>2</sup>\n\n## Notes\n\n1. Old.\n2. Long.\n'
    expect(rolesOf(list, 'markdown')).toBe('tbtbnn')
    expect(rolesOf('We need:\n\n1. Paper.\n2. Glue.\n', 'markdown')).toBe('tbtt')
  })

  test('code is no text', () => {
    expect(rolesOf('Thus:\n\n```\n12\nlet kite\n```\n', 'markdown')).toBe('tbrrrr')
  })

  test('the word that the end of the source cuts is the last one of the text', () => {
    const called = page.with(
      2,
      'field of barley.³ The clerks who found it had no lamp, and it was de-',
    )
    const text = lines(
      ...called,
      '3 See the Harbour Gazette of that year, and what the clerks say.',
    )
    const {cut} = readLayout(text, 'plain')
    expect(text.slice(cut?.start, cut?.end)).toBe('de-')
    expect(readLayout(lines(...page), 'plain').cut).toBe(undefined)
  })

  test('scripts without capitals or from right to left are read as well', () => {
    const chinese = '清代邊疆檔案的整理與研究是一項長期的工作\n它需要很多人的努力和時間。\n'
    expect(rolesOf(chinese)).toBe('tt')
    const hebrew = 'העפיפונים של הצפון ארוכים מאלה של הדרום\n\nואיש אינו יודע מדוע\n'
    expect(rolesOf(hebrew)).toBe('tbt')
  })

  test('long lines, many lines and many numbers take no longer than their length', () => {
    const texts = [
      'The kite came down. '.repeat(250_000),
      'x'.repeat(5_000_000),
      '('.repeat(2_000_000),
      '\n'.repeat(500_000),
      '12\n'.repeat(100_000),
      `${lines(...page)}198\n`.repeat(5000),
    ]
    const begun = performance.now()
    for (const text of texts) readLayout(text, 'plain')
    expect(performance.now() - begun).toBeLessThan(30_000)
  })
})
