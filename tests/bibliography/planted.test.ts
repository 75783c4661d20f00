import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {PlacedItem} from '../../build/bibliography/bibliography.ts'
import {checkBibliography} from '../../build/bibliography/check-bibliography.ts'
import type {Citation} from '../../build/bibliography/citation.ts'
import type {Item} from '../../build/bibliography/item.ts'
import type {PlacedCitation} from '../../build/bibliography/remark-citations.ts'
import {citationsOf} from '../../build/bibliography/remark-citations.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadBibliography} from '../../build/store/load-bibliography.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
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

test('nothing is found in the specimen as it stands', () => {
  expect(rules({})).toEqual([])
  expect([...placed.values()].flat().length).toBe(33)
})

test.each<[rule: string, changes: Changes]>([
  ['citation-item', citations('f.1.a', {item: 'nobody1900'})],
  ['citation-antecedent', citations('f.6.a', {antecedent: 'f.14.a'})],
  ['citation-antecedent', citations('f.14.a', {antecedent: 'f.12.a'})],
  ['citation-print', items('zerby2002', (one) => [{...one, issued: {'date-parts': [[2003]]}}])],
  ['citation-short', citations('f.5.a', {item: 'zerby2002'})],
  ['citation-locator', citations('f.15.a', {locator: '14.43'})],
  ['citation-pages', items('chicago17', (one) => [{...one, page: '20-30'}])],
  ['item-duplicate', items('snow1937', (one) => [one, {...one, title: 'Another'}])],
  ['item-alike', items('snow1937', (one) => [one, {...one, id: 'snow1937b'}])],
  ['item-uncited', items('snow1937', (one) => [one, {...one, id: 'snow1938', title: 'Another'}])],
  [
    'item-host',
    items('hume1776apr8', (one) => [{...one, custom: {...one.custom, host: 'hume1776apr8'}}]),
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

test.each([
  // A word of the text, two words of which one is outside the note, a note said to be silent.
  ['citation-place', (one: Citation) => ({...one, start: one.start - 1})],
  ['citation-silent', null],
  ['citation-uncovered', undefined],
] as const)('%s', (rule, move) => {
  const edited = edition.texts.map((text) => {
    if (text.id !== 'footnote') return text
    const {citations: own, silent} = text.citations
    const first = own.find(({id}) => id === 'f.1.a')
    if (!first) return text
    const rest = own.filter((one) => one !== first)
    if (move === undefined) return {...text, citations: {citations: rest, silent}}
    if (move === null) {
      const quiet = {note: '1', why: 'It is not.', origin: first.origin}
      return {...text, citations: {citations: own, silent: [...silent, quiet]}}
    }
    return {...text, citations: {citations: [...rest, move(first)], silent}}
  })
  const findings = editTexts(edited, 'per-text').flatMap((one) => one.findings)
  expect(findings.map(({ruleId}) => ruleId)).toContain(rule)
})
