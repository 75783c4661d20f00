import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {codeSpan} from '../../build/review/reporters/code-span.ts'
import {criticmarkupReport} from '../../build/review/reporters/criticmarkup.ts'
import {htmlReport} from '../../build/review/reporters/html.ts'
import {safeProse} from '../../build/review/reporters/safe-prose.ts'
import {teiReport} from '../../build/review/reporters/tei.ts'
import {visible} from '../../build/review/reporters/visible.ts'
import {wordsAround} from '../../build/review/reporters/words-around.ts'
import {xmlId} from '../../build/review/reporters/xml-id.ts'
import {readCriticmarkup} from './read-criticmarkup.ts'
import {readHtml} from './read-html.ts'
import {readTei} from './read-tei.ts'
import {invented} from './review-of.ts'

describe('ids', () => {
  test('of different things never are the same', () => {
    const ids = ['x/', 'x_2f_', 'x_', 'x_5f_', 'x', 'X', 'ligature@49:14', 'é', 'e\u0301']
    const names = ids.map((id) => xmlId('record', id))
    expect(new Set(names).size).toBe(ids.length)
    for (const name of names) expect(name).toMatch(/^record\.[A-Za-z0-9._-]+$/)
  })
})

describe('prose in Markdown', () => {
  test.each([
    '- a list',
    '1. a list',
    '12) a list',
    '+ a list',
    '=== a rule',
    '--- a rule',
    '# a heading',
    '> a quotation',
    '*one* _two_ `three` ~~four~~ [five](six) ![seven](eight) [^9] $10$ a|b',
    '<b>bold</b> &lt; &amp;',
    '@who #12 GH-12 https://a.b www.a.b who@a.b owner/name#1',
    'ends with a backslash \\',
  ])('stays what it is: %s', (words) => {
    const tree = unified()
      .use(remarkParse)
      .parse(`- first\\\n  ${safeProse(words)}`)
    const [list] = tree.children
    expect(tree.children).toHaveLength(1)
    const item = list?.type === 'list' ? list.children[0] : undefined
    expect(item?.children.map(({type}) => type)).toEqual(['paragraph'])
    const runs = item?.children[0]?.type === 'paragraph' ? item.children[0].children : []
    const types = new Set(runs.map(({type}) => type))
    for (const type of types) expect(['text', 'break', 'inlineCode']).toContain(type)
    expect(runs.map((run) => ('value' in run ? run.value : '')).join('')).toBe(`first${words}`)
    for (const run of runs) {
      if (run.type === 'text') expect(run.value).not.toMatch(/[@#]|:\/\/|www|GH-/)
    }
  })

  test.each(['a', '`', '``a`', ' a ', ' ', '   ', 'a` b', '|', ' a'])(
    'code stays what it is: %j',
    (words) => {
      const [paragraph] = unified()
        .use(remarkParse)
        .parse(`x${codeSpan(words)}x`).children
      const runs = paragraph?.type === 'paragraph' ? paragraph.children : []
      expect(runs.map((run) => ('value' in run ? run.value : ''))).toEqual(['x', words, 'x'])
    },
  )
})

test('what cannot be seen is shown', () => {
  expect(visible('a\r\nb\rc\nd\te\u001B[31m\u00AD\u202Ef')).toBe(
    'a⏎b⏎c⏎d⇥e‹U+001B›[31m‹U+00AD›‹U+202E›f',
  )
})

test('words around a span are five on each side, and what is left of its own', () => {
  const source = 'one two three four five six seven eight nine ten eleven twelve'
  const start = source.indexOf('ven')
  expect(wordsAround(source, [start, start + 2])).toEqual([
    'two three four five six se',
    'n eight nine ten eleven twelve',
  ])
})

describe('marks', () => {
  const tiles = ['a', 'b', 'c', 'd'].map((lemma) => ({lemma}))
  const drop = {type: 'drop', kind: 'other'}

  test('drops that lie in each other are elements in TEI, those that cross have anchors', () => {
    const nested = [
      {id: 'long', from: 0, to: 2, is: drop},
      {id: 'begins', from: 0, to: 1, is: drop},
      {id: 'ends', from: 3, to: 4, is: drop},
      {id: 'other', from: 2, to: 4, is: drop},
    ]
    const xml = teiReport(invented({tiles, marks: nested}))
    expect(xml).toMatch(
      /<surplus xml:id="drop\.long"[^>]*><surplus xml:id="drop\.begins"[^>]*>a<\/surplus>b<\/surplus>/,
    )
    expect(xml).toMatch(
      /<surplus xml:id="drop\.other"[^>]*>c<surplus xml:id="drop\.ends"[^>]*>d<\/surplus><\/surplus>/,
    )
    const crossing = [
      {id: 'one', from: 0, to: 2, is: drop},
      {id: 'two', from: 1, to: 3, is: drop},
    ]
    const crossed = teiReport(invented({tiles, marks: crossing}))
    expect(crossed.match(/<surplus/g)).toHaveLength(1)
    expect(
      readTei(crossed)
        .marks.map(({id, start, end}) => [id, start, end])
        .toSorted(),
    ).toEqual([
      ['one', 0, 2],
      ['two', 1, 3],
    ])
  })

  test('change how words look in HTML, from where they begin to where they end', () => {
    const marks = [
      {from: 0, to: 2, is: drop},
      {from: 1, to: 3, is: {type: 'emphasis'}},
      {from: 2, to: 3, is: {type: 'join', glue: 'none'}},
    ]
    const html = htmlReport(invented({tiles, marks}))
    const words = [
      ...html.matchAll(/<span class="(dropped|dropped emphasised|emphasised)">(\w)<\/span>/g),
    ]
    expect(words.map(([, name, word]) => [name, word])).toEqual([
      ['dropped', 'a'],
      ['dropped emphasised', 'b'],
      ['emphasised', 'c'],
    ])
    expect(html).toMatch(/id="place\.join\.m2" href="#end\.join\.m2" data-label="→ 1:4"/)
    expect(html).toMatch(/id="end\.join\.m2" href="#place\.join\.m2" data-label="← 1:3"/)
  })

  test('that cut a record are set outside it, and the texts stay whole', () => {
    const review = invented({tiles: [{lemma: 'a'}, {lemma: 'bcd', reading: 'BCD'}, {lemma: 'e'}]})
    const base = invented({tiles, marks: [{id: 'm', from: 0, to: 1, is: drop}]})
    const [mark] = base.marks
    const [item] = base.items
    if (!mark || !item) throw new Error('No mark.')
    const cut = {
      ...review,
      marks: [{...mark, start: 2, end: 3}],
      items: [...review.items, {...item, start: 2, end: 3}],
    }
    const texts = ['abcde', 'aBCDe']
    const critic = criticmarkupReport(cut)
    expect(critic).toContain(
      '{>>m · drop (other) begins · high · It is so. · open<<}{~~bcd~>BCD~~}',
    )
    const {rejected, accepted} = readCriticmarkup(critic)
    expect([rejected, accepted]).toEqual(texts)
    const tei = readTei(teiReport(cut))
    expect([tei.source, tei.corrected, tei.marks[0]?.start, tei.marks[0]?.end]).toEqual([
      ...texts,
      1,
      4,
    ])
    const html = readHtml(htmlReport(cut))
    expect([html.source, html.corrected]).toEqual(texts)
  })
})
