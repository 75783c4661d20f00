import type {Element} from 'hast'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Citation} from '../../build/bibliography/citation.ts'
import {bibliographyDocument} from '../../build/html/bibliography-document.ts'
import {glossesOf} from '../../build/html/glosses.ts'
import {labelsFor} from '../../build/html/labels.ts'
import {citeTexts} from '../../build/cite-texts.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {project} from '../../scripts/workspace.ts'

const edition = await loadEdition(join(project, 'manuscript'), 'specimen', [])

/** What the notes of the specimen cite, with some citations changed. */
function cite(change: Readonly<Record<string, Partial<Citation>>> = {}) {
  const changed = edition.texts.map((text) => {
    const citations = text.citations.citations.map((one) => ({
      ...one,
      ...change[one.id],
    }))
    return {...text, citations: {...text.citations, citations}}
  })
  const texts = editTexts(changed, 'per-text')
  return {texts, cited: citeTexts(texts, edition.bibliography, false)}
}

function elementsOf(element: Element): Element[] {
  const below = element.children.flatMap((one) => (one.type === 'element' ? elementsOf(one) : []))
  return [element, ...below]
}

function wordsOf(element: Element): string {
  return element.children
    .map((one) => (one.type === 'text' ? one.value : one.type === 'element' ? wordsOf(one) : ''))
    .join('')
}

/** The entry of an item: its words, and where its links lead. */
function entry(id: string, change?: Readonly<Record<string, Partial<Citation>>>) {
  const {texts, cited} = cite(change)
  const section = bibliographyDocument(cited, texts, labelsFor('en'), 'en')?.section
  const found = (section ? elementsOf(section) : []).filter(
    ({properties}) => properties['id'] === `bib-${id}`,
  )
  const [only] = found
  const links = (only ? elementsOf(only) : []).flatMap(({properties}) => properties['href'] ?? [])
  return {count: found.length, words: only ? wordsOf(only) : '', links}
}

test('an entry leads to each note that cites it, once', () => {
  const {count, words, links} = entry('grafton1997')
  expect([count, links]).toEqual([
    1,
    ['1', '5', '6', '13', '14'].map((note) => `text-footnote.xhtml#fn-footnote-${note}`),
  ])
  expect(words).toMatch(/^Grafton, Anthony\. The Footnote: .* 1997\. Notes: .* 1, 5, 6, 13, 14\.$/)
})

test('a work that two texts cite is one entry, which names both', () => {
  const {count, words, links} = entry('grafton1997', {'n.1.a': {item: 'grafton1997'}})
  expect([count, links.length, links.at(-1)]).toEqual([1, 6, 'text-names.xhtml#fn-names-1'])
  // All texts of the specimen are by one author, whose name would tell nothing.
  expect(words).toContain('Notes: A Short History of the Footnote 1, 5, 6, 13, 14; ')
})

test('an edition and the number of a standard are said', () => {
  expect(entry('chicago17').words).toContain('Manual of Style. 17th ed. Chicago: ')
  expect(entry('iso32000').words).toContain('. ISO 32000-1:2008. Notes:')
})

test('each citation leads to its entry; Ibid. and short titles say what they stand for', () => {
  const glosses = glossesOf(cite().cited, labelsFor('en'), false)
  expect(glosses.size).toBe(33)
  const said = [...glosses].filter(([, {gloss}]) => wordsOf(gloss) !== '\u00A0→')
  expect(said.map(([id, {gloss}]) => [id, wordsOf(gloss)])).toEqual([
    ['f.5.a', ' [Grafton, The Footnote: A Curious History, 1997]'],
    ['f.6.a', ' [Grafton, The Footnote]'],
    ['f.13.a', ' [Grafton, The Footnote: A Curious History, 1997]'],
    ['f.14.a', ' [Grafton, The Footnote]'],
  ])
  const hrefs = [...glosses.values()].map(({href}) => href)
  expect(new Set(hrefs).size).toBe(29)
  for (const {gloss, href} of glosses.values()) {
    expect(elementsOf(gloss).flatMap(({properties}) => properties['href'] ?? [])).toEqual([href])
  }
})

test('Ibid. is explained on paper only where another citation comes between', () => {
  const near = (change?: Parameters<typeof cite>[0], isExtract = false): boolean[] => {
    const glosses = glossesOf(cite(change).cited, labelsFor('en'), isExtract)
    return ['f.6.a', 'f.14.a'].map((id) =>
      String(glosses.get(id)?.gloss.properties['className']).includes('near'),
    )
  }
  expect(near()).toEqual([true, true])
  expect(near({}, true)).toEqual([false, false])
  expect(near({'f.6.a': {antecedent: 'f.1.a'}})).toEqual([false, true])
})
