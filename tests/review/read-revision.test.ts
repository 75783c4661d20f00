import {readdir, readFile} from 'node:fs/promises'
import {join, relative} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Entry, RevisedText} from '../../build/model/revision.ts'
import type {EditedText} from '../../build/model/edited-text.ts'
import type {Hit, JoinHit} from '../../build/repair/hit.ts'
import {rules} from '../../build/repair/rules.ts'
import {hitsAtWork, isJoin} from '../../build/review/revisions/hits-at-work.ts'
import {itemsOf} from '../../build/review/items.ts'
import {pageOf} from '../../build/review/revisions/page-of.ts'
import {formatHits, formatProposals} from '../../build/store/hits-file.ts'
import {loadText} from '../../build/store/load-text.ts'
import {parseHits, parseProposals} from '../../build/store/parse-hits.ts'
import {isRead, readRevision} from '../../build/store/revision/read-revision.ts'
import {unescapeHit} from '../../build/store/unescape-hit.ts'
import {formatPlace, indexLines, toPlace} from '../../build/text/place.ts'
import {placeAfter} from '../../build/text/place-after.ts'
import {editAlone, project} from '../../scripts/workspace.ts'

const manuscript = join(project, 'manuscript')

async function filesOf(edition: string): Promise<Map<string, string>> {
  const entries = await readdir(join(manuscript, edition), {recursive: true, withFileTypes: true})
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(manuscript, join(entry.parentPath, entry.name)))
    .filter(isRead)
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(manuscript, path), 'utf8')] as const),
    ),
  )
}

const files = await filesOf('specimen')
const revision = readRevision(files, (path) => path)
const texts: readonly RevisedText[] = revision.editions[0]?.texts ?? []

async function load(id: string): Promise<EditedText> {
  const folder = join(manuscript, 'specimen')
  const {text} = await loadText(join(folder, 'texts', id), id, [join(folder, 'sources')])
  if (!text) throw new Error(`${id} cannot be read`)
  return text
}

describe.each(texts.map((text) => [text.id, text] as const))('%s', (id, revised) => {
  test('has the digests that the loader finds with the source: of records, parts, marks and hits', async () => {
    const {digests} = (await load(id)).review
    const judged = revised.entries
      .filter(({sort}) => sort !== 'verdict')
      .flatMap(({id: own, of, parts}) => [...(of === null ? [] : [{id: own, of}]), ...parts])
    expect(new Map(judged.map((one) => [one.id, one.of]))).toEqual(new Map(digests))
    expect(judged).toHaveLength(digests.size)
  })

  test('has the hits at work that the loader has', async () => {
    const {records, marks} = (await load(id)).review
    const loaded = [...records.filter(({kind}) => kind !== 'markup/escape'), ...marks]
      .map((one) => one.id)
      .filter((one) => one.includes('@'))
    const told = [...hitsAtWork(revised.entries).values()]
      .filter(({hit, shadow}) => shadow === null && hit.type !== 'escape')
      .map(({hit}) => hit.id)
    expect(told.toSorted()).toEqual(loaded.toSorted())
    expect([...hitsAtWork(revised.entries).values()].some(({shadow}) => shadow)).toBe(
      id === 'ligature',
    )
  })

  test('has the pages that the edition has', async () => {
    const text = await load(id)
    const pages = pageOf(revised)
    const policy = {selfAcceptance: false, twoReviewers: []}
    const items = itemsOf(editAlone(text), policy).filter(({locator}) => locator.page !== undefined)
    expect(items.length > 0).toBe(id !== 'names')
    const told = items.map(({id: own, at}) => [own, pages(at).page])
    expect(told).toEqual(items.map(({id: own, locator}) => [own, locator.page]))
  })
})

test('every file of the specimen is read without a finding, and no source', () => {
  expect(revision.findings).toEqual([])
  const entries = revision.editions.flatMap((edition) => [
    ...edition.entries,
    ...edition.texts.flatMap((text) => text.entries),
  ])
  const counts = Object.groupBy(entries, ({sort}: Entry) => sort)
  expect(Object.keys(counts).toSorted()).toEqual([
    'annotation',
    'citation',
    'edition',
    'event',
    'hit',
    'item',
    'map',
    'mark',
    'name',
    'proposal',
    'prose',
    'record',
    'rule',
    'text',
  ])
  expect([...files.keys()].filter((path) => path.includes('sources'))).toEqual([])
  const all = files.size
  expect(new Set(entries.map(({file}) => file)).size).toBeGreaterThan(20)
  expect(all).toBeGreaterThan(35)
})

test('what is as deep as no file is, is a finding', () => {
  const deep = new Map([
    ['e/edition.yaml', `title: ${'['.repeat(20_000)}`],
    ['e/names.yaml', 'names:\n  a:\n    kind: term\n    name: A\n    forms:\n      - form: A\n'],
  ])
  const {editions, findings} = readRevision(deep, (path) => `old:${path}`)
  expect(findings.map(({ruleId}) => ruleId)).toEqual(['yaml-syntax'])
  expect(editions[0]?.entries.map(({id}) => id)).toEqual(['a'])
})

describe('tables of hits', () => {
  const words = fc.oneof(
    fc.string({unit: 'binary', maxLength: 8}),
    fc.string({
      unit: fc.constantFrom('\\', '"', '\t', '\n', '\r', '|', 'u', '\uD800', ' ', '\u00AD'),
    }),
  )
  const source = fc.tuple(words, words, words).filter(([, lemma]) => lemma !== '')
  const rule = fc.constantFrom(...rules)

  test('are read as they were written: places, lemmas and readings', () => {
    fc.assert(
      fc.property(rule, fc.array(fc.tuple(source, words), {maxLength: 5}), (one, all) => {
        let value = ''
        const hits = all.map(([[before, lemma, after], reading]): Hit => {
          const start = value.length + before.length
          value += before + lemma + after
          const end = start + lemma.length
          const judged = {rule: one.id, status: 'applied', p: 1, evidence: ''} as const
          return {...judged, start, end, lemma, reading, kind: 'ocr/encoding', candidates: []}
        })
        const lines = indexLines(value)
        const table = parseHits(formatHits(one, hits, lines, 'en-1'))
        expect(table.name).toBe(one.id)
        expect(table.faults).toEqual([])
        expect(table.rows).toEqual(
          hits.map(({start, lemma, reading}, index) => {
            return {line: index + 2, at: toPlace(lines, start), lemma, reading}
          }),
        )
        // A lemma that begins or ends between CR and LF has no place after it of its own.
        for (const {start, end, lemma} of hits) {
          const isWhole = value[end - 1] !== '\r' || value[end] !== '\n'
          if (isWhole) expect(placeAfter(toPlace(lines, start), lemma)).toEqual(toPlace(lines, end))
        }
      }),
    )
  })

  test('are read as they were written: joins and proposals', () => {
    const lines = indexLines('one\ntwo\nthree\n')
    const judged = {rule: 'page-join', status: 'applied', p: 0.5, evidence: ''} as const
    const join: JoinHit = {...judged, start: 3, end: 8, glue: 'keep'}
    const [pageJoin] = rules.filter(({id}) => id === 'page-join')
    const {rows} = parseHits(formatHits(pageJoin!, [join], lines, 'en-1'))
    expect(rows).toEqual([
      {line: 2, at: {line: 1, column: 4}, to: {line: 3, column: 1}, glue: 'keep'},
    ])
    fc.assert(
      fc.property(words, words, (lemma, reading) => {
        const candidates = [{reading, p: 0.75}]
        const hit: Hit = {
          ...judged,
          rule: 'glue',
          start: 4,
          end: 4,
          lemma,
          reading,
          kind: 'ocr/spacing',
          candidates,
        }
        const {rows: read, faults} = parseProposals(formatProposals([hit, join], lines))
        expect(faults).toEqual([])
        expect(read.map((row) => [row.key, formatPlace(row.at), row.lemma])).toEqual([
          ['glue@2:1', '2:1', lemma],
          ['page-join@1:4', '1:4', '3:1'],
        ])
        expect(unescapeHit(read[0]?.readings.replace(/ 0\.75$/, '') ?? '')).toBe(reading)
      }),
    )
  })

  test('have lines that are none told', () => {
    const table =
      '# glue 1 en-1\n1:1\ta\tb\nnonsense\n1:0\ta\tb\n2:1\ta\\x\tb\n2:1\t\tb\n2:1\ta\tb\tc\n'
    expect(parseHits(table).rows).toHaveLength(1)
    expect(parseHits(table).faults).toEqual([3, 4, 5, 6, 7])
    expect(parseHits('no header\n1:1\ta\tb\n').faults).toEqual([1])
  })
})

test('a join in a table is told from a hit', () => {
  const entries = texts.flatMap((text) => text.entries.filter(({sort}) => sort === 'hit'))
  expect(new Set(entries.filter(isJoin).map(({type}) => type))).toEqual(new Set(['page-join']))
  expect(entries.filter(({type}) => type === 'page-join').every(isJoin)).toBe(true)
})
