import fc from 'fast-check'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {markdown} from '../properties/markdown.ts'
import {layOut} from '../print/lay-out.ts'
import {paragraphs, prose} from '../../scripts/bench/prose.ts'

/** Texts that make layouts lose words or set notes on the wrong page. */
const cases: Readonly<Record<string, string>> = {
  'a note of 1,800 words': `${paragraphs(6, 120)}\n\nA call.[^1] ${prose(90)}\n\n${paragraphs(12, 100, 'q')}\n\n[^1]: ${prose(1800, 'long')}`,
  'a dozen notes in one paragraph': `${paragraphs(5, 110)}\n\n${numbers(12)
    .map((n) => `${prose(9, `call${n}.`)}[^${n}]`)
    .join(' ')}\n\n${paragraphs(4, 100)}\n\n${bodies(12, 30)}`,
  'a dozen notes on one line': `${paragraphs(4, 100)}\n\n${numbers(12)
    .map((n) => `x${n}[^${n}]`)
    .join(' ')}\n\n${bodies(12, 40)}`,
  'a note on a heading': `${paragraphs(5, 130)}\n\n## A Heading[^1]\n\n${paragraphs(5, 100)}\n\n[^1]: ${prose(60, 'h')}`,
  'notes in a quotation that crosses a page': `${paragraphs(4, 130)}\n\n> ${prose(200, 'quoted')}[^1]\n>\n> ${prose(150, 'more')}[^2] ${prose(150, 'last')}\n\n${paragraphs(2, 90)}\n\n[^1]: ${prose(80, 'a')}\n\n[^2]: ${prose(80, 'b')}`,
  'a note in the last line': `${paragraphs(9, 120)}\n\nThe end comes here.[^1]\n\n[^1]: ${prose(700, 'end')}`,
  'a note called in the first line': `The beginning.[^1] ${prose(40)}\n\n${paragraphs(5, 100)}\n\n[^1]: ${prose(900, 'first')}`,
  'a cascade of long notes': `${numbers(14)
    .map((n) => `${prose(70, `para${n}.`)}[^${n}] ${prose(30)}`)
    .join('\n\n')}\n\n${bodies(14, 160)}`,
  'a call at the end of each line of a page': `${numbers(40)
    .map((n) => `${prose(11, `l${n}.`)}[^${n}]`)
    .join(' ')}\n\n${bodies(40, 9)}`,
  'a note of several paragraphs, a quotation and a list': `${paragraphs(5, 120)}\n\nA call.[^1]\n\n[^1]: ${prose(60)}\n\n    ${prose(90, 'second')}\n\n    > ${prose(60, 'third')}\n\n    - ${prose(30, 'one')}\n    - ${prose(30, 'two')}\n\n    ${prose(200, 'fourth')}`,
  'a note that calls a note': `${paragraphs(4, 120)}\n\nA call.[^1]\n\n[^1]: ${prose(40)}[^2] ${prose(40)}\n\n[^2]: ${prose(50, 'inner')}`,
  'a note called twice': `${prose(30)}[^1]\n\n${paragraphs(9, 120)}\n\n${prose(20)}[^1]\n\n[^1]: ${prose(30)}`,
  'lists in lists across pages': `${paragraphs(4, 120)}\n\n${numbers(20)
    .map((n) => `${n + 6}. ${prose(25, `item${n}.`)}\n   - ${prose(20, `sub${n}.`)}[^${n}]`)
    .join('\n')}\n\n${bodies(20, 12)}`,
  'an address longer than a line': `${prose(20)} [here](https://example.org/${'a-path/'.repeat(30)}end) and ${prose(20)}[^1]\n\n[^1]: See https://example.org/${'some_long_name/'.repeat(12)}x.`,
  'a word longer than a line': `${prose(30)} ${'Donaudampfschifffahrt'.repeat(9)} ${prose(30)}`,
  'words that hyphens join, at the ends of many lines': prose(10)
    .concat(' ')
    .concat(
      'well-known twenty-first-century anti-Sino-Soviet pre- and post-war 1943–1949 '.repeat(60),
    ),
  'letters that share their glyphs': `${'Hsi\u02BCan and Xi\u2019an, \u02BBulam\u0101\u02BC and \u2018so\u2019, non\u2011breaking, 5\u2215 6, \u00B5m '.repeat(8)}`,
  'many scripts': `${'Chūsotairitsu Sŏl Ćwik Ëlyün Улаанбаатар Πύλος 如为虚名而受实祸，绝非谋国之道。 渡し場 '.repeat(10)}`,
  'ligatures, Chinese and too many words in running heads': `# The Officials’ Affairs, or How to Negotiate the Borders of a Steppe That Nobody Has Ever Measured Twice\n\n${paragraphs(9, 110)}\n\n## The Officials of 如为虚名 ${'and the Offices of Foreign Affairs '.repeat(6)}\n\n${paragraphs(12, 110)}`,
  'calls that begin pages':
    Array.from({length: 1400}, (_, n) => `word [^${n + 1}]`).join(' ') + '\n\n' + bodies(1400, 2),
  'letters in parts, and signs without a shape':
    'Chu\u0304so, \uFB01rst o\uFB03ce, soft\u00ADhyphen, \u200Fmark, \u212Bngstr\u00F6m, hyphen\u2010one non\u2011breaking, '.repeat(
      9,
    ),
  'headings one after another at the foot of a page': `${paragraphs(5, 120)}\n\n${prose(28)}\n\n## One\n\n### Two\n\n#### Three\n\n${paragraphs(3, 60)}`,
  'nothing but a heading': '# Only a Title',
}

function numbers(count: number): number[] {
  return Array.from({length: count}, (_, index) => index + 1)
}

function bodies(count: number, words: number): string {
  return numbers(count)
    .map((n) => `[^${n}]: ${prose(words, `note${n}.`)}`)
    .join('\n\n')
}

describe('what breaks layouts keeps every word, and every note on the page of its call', () => {
  for (const [name, value] of Object.entries(cases)) {
    test(name, async () => {
      const {file, findings, texts, composition} = await layOut([value])
      expect(texts).toHaveLength(1)
      expect(findings.map(String)).toEqual([])
      expect(file.pages).toHaveLength(composition.labels.length)
      expect(file.pages.map(({label}) => label)).toEqual(composition.labels)
      await file.close()
    })
  }

  test('on the other sheet too', async () => {
    const {file, findings} = await layOut(Object.values(cases), 'letter')
    expect(findings.map(String)).toEqual([])
    await file.close()
  })

  test('notes that no page can hold beside their line begin on the next, with a warning', async () => {
    const value = `${paragraphs(3, 90)}\n\nTwo calls[^1] here[^2].\n\n[^1]: ${prose(1500, 'a')}\n\n[^2]: ${prose(900, 'b')}`
    const {file, findings, composition} = await layOut([value])
    expect(composition.late).toEqual(['fn-case0-2'])
    expect(findings.map(({ruleId}) => ruleId)).toEqual(['print-note-late'])
    await file.close()
  })
})

test("letters that no face has are named: 'print-glyph'", async () => {
  const made = layOut(['The sign 𓂀 is an eye, 한국어 is Korean.'])
  const {file, findings} = await made
  expect(findings[0]?.ruleId).toBe('print-glyph')
  expect(findings[0]?.reason).toMatch(/국.*𓂀/)
  await file.close()
})

test("words wider than the measure are refused, and named: 'print-overflow'", async () => {
  const wide = h('p', h('span.unbroken', 'Wide'.repeat(40)))
  const {file, findings} = await layOut(['Words.'], 'a4', (book) => ({
    ...book,
    documents: book.documents.map((document) => ({
      ...document,
      section: {...document.section, children: [...document.section.children, wide]},
    })),
  }))
  const [first] = findings.filter(({ruleId}) => ruleId === 'print-overflow')
  expect(first?.reason).toContain('WideWide')
  expect(first?.fatal).toBe(true)
  await file.close()
})

test('whatever can be laid out has every word of its source', async () => {
  // One long document, for each browser takes its time; letters that no face has are left out.
  const drawn = fc.sample(markdown, {numRuns: 400})
  const values = drawn.map((value) => value.replaceAll('𝒜', 'Ж'))
  const {file, findings, texts} = await layOut(values)
  expect(texts.length).toBeGreaterThan(60)
  expect(findings.map(String)).toEqual([])
  await file.close()
})
