import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {PlacedItem} from '../../build/bibliography/bibliography.ts'
import {checkBibliography} from '../../build/bibliography/check-bibliography.ts'
import type {Item} from '../../build/bibliography/item.ts'
import {noCitations} from '../../build/bibliography/citation.ts'
import type {Citation, Citations} from '../../build/bibliography/citation.ts'
import {citationsOf} from '../../build/bibliography/placed-citations.ts'
import type {PlacedCitation} from '../../build/bibliography/placed-citations.ts'
import {citeTexts} from '../../build/cite-texts.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadBibliography} from '../../build/store/load-bibliography.ts'
import {loadEdition, manuscriptFiles} from '../../build/store/load-edition.ts'
import {loadText} from '../../build/store/load-text.ts'
import {plainText} from '../../scripts/bench/plain-edition.ts'
import {project} from '../../scripts/workspace.ts'

const edition = await loadEdition(join(project, 'manuscript'), 'specimen', [])
const texts = editTexts(edition.texts, 'per-text')
const placed = new Map(
  texts.map(({text, tree}) => [text.id, citationsOf(tree, text.citations.citations)] as const),
)

interface Changes {
  item?(item: Item): readonly Item[]
  citation?(citation: Citation): Citation
}

/** The rules that are raised when items and citations of the specimen are changed. */
function rules({item = (one) => [one], citation = (one) => one}: Changes): string[] {
  const items = edition.bibliography.items.flatMap(({item: one, origin}) =>
    item(one).map((made): PlacedItem => ({item: made, origin})),
  )
  const changed = new Map(
    [...placed].map(([id, list]) => {
      const own = list.map((one): PlacedCitation => ({...one, citation: citation(one.citation)}))
      return [id, own] as const
    }),
  )
  const {findings} = checkBibliography({...edition.bibliography, items}, changed, true)
  return findings.map(({ruleId}) => String(ruleId))
}

const only =
  <T extends {readonly id: string}, M>(
    id: string,
    change: (one: T) => M,
    otherwise: (one: T) => M,
  ) =>
  (one: T): M =>
    one.id === id ? change(one) : otherwise(one)
const items = (id: string, change: (one: Item) => readonly Item[]): Changes => ({
  item: only(id, change, (one) => [one]),
})
const citations = (id: string, change: Partial<Citation>): Changes => ({
  citation: only(
    id,
    (one: Citation) => ({...one, ...change}),
    (one: Citation) => one,
  ),
})
/** Two works of the specimen as documents of one signature. */
function archived(archive: Item['custom']['archive']): Changes {
  return {
    item: (one) =>
      one.id === 'snow1937' || one.id === 'giles1892'
        ? [{...one, custom: {...one.custom, archive}}]
        : [one],
  }
}

test('nothing is found in the specimen as it stands', () => {
  expect(rules({})).toEqual([])
  expect([...placed.values()].flat().length).toBe(33)
})

test.each<[rule: string, changes: Changes]>([
  ['citation-item', citations('f.1.a', {item: 'nobody1900'})],
  ['citation-antecedent', citations('f.6.a', {antecedent: 'f.14.a'})],
  ['citation-antecedent', citations('f.14.a', {antecedent: 'f.12.a'})],
  // Chains of short titles hold as those of Ibid. do.
  ['citation-antecedent', citations('f.5.a', {antecedent: 'f.4.a'})],
  ['citation-antecedent', citations('f.13.a', {antecedent: 'f.12.a'})],
  ['citation-jump', citations('f.14.a', {antecedent: 'f.5.a'})],
  ['citation-print', items('zerby2002', (one) => [{...one, issued: {'date-parts': [[2003]]}}])],
  ['citation-print', items('zerby2002', (one) => [{...one, 'publisher-place': 'Boston'}])],
  ['citation-print', items('zerby2002', (one) => [{...one, volume: '2'}])],
  ['citation-print', items('zerby2002', (one) => [{...one, title: 'The Angel’s Details'}])],
  ['citation-print', items('zerby2002', (one) => [{...one, author: [{family: 'Zerbi'}]}])],
  [
    'citation-print',
    items('zerby2002', (one) => [
      {...one, custom: {...one.custom, archive: {repository: 'Zerby', fond: '1'}}},
    ]),
  ],
  ['citation-short', citations('f.5.a', {item: 'zerby2002'})],
  ['citation-locator', citations('f.15.a', {locator: '14.43'})],
  ['citation-form', citations('f.5.a', {form: 'opcit'})],
  ['citation-form', citations('f.6.a', {form: 'short'})],
  [
    'citation-early',
    {
      citation: (one) =>
        one.id === 'f.1.a'
          ? {...one, form: 'mention'}
          : one.id === 'f.12.a'
            ? {...one, item: 'grafton1997'}
            : one,
    },
  ],
  ['citation-abbreviation', items('iso32000', (one) => [{...one, number: '32000-1:2008'}])],
  ['citation-pages', citations('f.15.a', {locator: 'pp. 14-3'})],
  ['item-duplicate', items('snow1937', (one) => [one, {...one, title: 'Another'}])],
  ['item-alike', items('snow1937', (one) => [one, {...one, id: 'snow1937b'}])],
  [
    'item-work',
    items('snow1937', (one) => [one, {...one, id: 'snow1938', issued: {'date-parts': [[1938]]}}]),
  ],
  ['item-uncited', items('snow1937', (one) => [one, {...one, id: 'snow1938', title: 'Another'}])],
  [
    'item-host',
    items('hume1776apr8', (one) => [{...one, custom: {...one.custom, host: 'hume1776apr8'}}]),
  ],
  ['item-drafted', items('snow1937', (one) => [{...one, custom: {...one.custom, drafted: true}}])],
  ['item-repository', archived({repository: 'TA', fond: '1'})],
  ['item-leaves', archived({repository: 'Town archive', fond: '1', leaves: '4-5'})],
  [
    'item-shortened',
    items('snow1937', (one) => [
      {...one, title: 'Red … Japan', custom: {...one.custom, shortened: ['title']}},
    ]),
  ],
  [
    'item-signature',
    items('snow1937', (one) => [
      {...one, custom: {...one.custom, archive: {repository: 'Town archive', delo: '3'}}},
    ]),
  ],
])('%s', (rule, changes) => {
  expect(rules(changes)).toContain(rule)
})

test('bibliography-syntax', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'edition-json-'))
  const path = join(folder, 'bibliography.json')
  await writeFile(path, '[{"id": "snow1937"')
  const {findings, bibliography} = await loadBibliography(path)
  await rm(folder, {recursive: true})
  expect(findings.map(({ruleId}) => ruleId)).toEqual(['bibliography-syntax'])
  expect(bibliography.isRead).toBe(false)
})

/** The rules that are raised when what is said of the notes of one text is changed. */
function rulesOfNotes(change: (said: Citations, first: Citation) => Partial<Citations>): string[] {
  const edited = edition.texts.map((text) => {
    const {citations: said} = text
    const first = said.citations.find(({id}) => id === 'f.1.a')
    return first ? {...text, citations: {...said, ...change(said, first)}} : text
  })
  return editTexts(edited, 'per-text').flatMap((one) =>
    one.findings.map(({ruleId}) => String(ruleId)),
  )
}

const without = ({citations: all}: Citations, one: Citation): Citation[] =>
  all.filter((other) => other !== one)

test('citation-place: a citation that begins before its note', () => {
  const rules = rulesOfNotes((said, first) => ({
    citations: [...without(said, first), {...first, start: first.start - 1}],
  }))
  expect(rules).toContain('citation-place')
})

test('citation-unlinked: an Ibid. in no citation of its note', () => {
  const value = 'One.[^1] Two.[^2]\n\n[^1]: Reed, Kites.\n\n[^2]: Reed, Kites, p. 3; so too ibid.\n'
  const origin = {file: 'citations.yaml', place: {line: 1, column: 1}}
  const span = (words: string, at: number) => {
    const start = value.indexOf(words, at)
    return {start, end: start + words.length, item: 'reed', form: 'mention', origin} as const
  }
  const texts = (words: string) => {
    const all = [
      {...span('Reed, Kites', 0), id: 'c.1'},
      {...span(words, 40), id: 'c.2'},
    ]
    const edited = {...plainText(value), citations: {...noCitations, citations: all}}
    return editTexts([edited], 'printed').flatMap((one) => one.findings.map(({ruleId}) => ruleId))
  }
  expect(texts('Reed, Kites, p. 3; so too ibid')).toEqual([])
  expect(texts('Reed, Kites, p. 3')).toEqual(['citation-unlinked'])
})

test('citation-drafted: a citation of a program', () => {
  const texts = editTexts(
    edition.texts.map((text) => {
      const marked = text.citations.citations.map((one) =>
        one.id === 'f.1.a' ? {...one, drafted: true as const} : one,
      )
      return {...text, citations: {...text.citations, citations: marked}}
    }),
    'per-text',
  )
  const {findings} = citeTexts(texts, edition.bibliography, true)
  expect(findings.map(({ruleId}) => ruleId)).toEqual(['citation-drafted'])
})

test('citation-silent: a note that cites, and is said to cite nothing', () => {
  const rules = rulesOfNotes(({silent}, {origin}) => ({
    silent: [...silent, {note: '1', why: 'It is not.', origin}],
  }))
  expect(rules).toEqual(['citation-silent'])
})

test('citation-uncovered: a note of which nothing is said', () => {
  const rules = rulesOfNotes((said, first) => ({citations: without(said, first)}))
  expect(rules).toEqual(['citation-uncovered'])
})

test('a citation whose words have changed is said, and nothing else of the notes', async () => {
  const folder = join(project, 'manuscript', 'specimen', 'texts', 'footnote')
  const path = join(folder, 'citations.yaml')
  const draft = (await readFile(path, 'utf8')).replace(/digest: \w+/, 'digest: 00000000')
  const sources = [join(project, 'manuscript', 'specimen', 'sources')]
  const {text, findings} = await loadText(folder, 'footnote', sources, new Map([[path, draft]]))
  expect(findings).toEqual([])
  const [edited] = editTexts(text ? [text] : [], 'per-text')
  expect(edited?.findings.map(({ruleId, line}) => [ruleId, line])).toEqual([['mark-digest', 2]])
})

test('the bibliography is a file of the edition, whose change is noticed', () => {
  const files = manuscriptFiles(edition).map(({path}) => path)
  expect(files.filter((path) => path.endsWith('bibliography.json'))).toHaveLength(1)
})
