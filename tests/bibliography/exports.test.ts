import {join} from 'node:path'
import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import {describe, expect, test} from 'vitest'
import {toBiblatex} from '../../build/bibliography/export/biblatex.ts'
import {exportCitations} from '../../build/bibliography/export/citations.ts'
import {toCsl} from '../../build/bibliography/export/csl.ts'
import {toRis} from '../../build/bibliography/export/ris.ts'
import {archiveLevels} from '../../build/bibliography/item.ts'
import type {Item, Items} from '../../build/bibliography/item.ts'
import {normaliseLocator} from '../../build/bibliography/locator.ts'
import {editTexts} from '../../build/outputs.ts'
import {exportNotes} from '../../build/review/export.ts'
import {loadBibliography} from '../../build/store/load-bibliography.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {project} from '../../scripts/workspace.ts'
import {runEdition} from '../run-edition.ts'

/** An item as another program has read it. */
type Read = Readonly<Record<string, unknown>> & {readonly id: string}
/** An entry of BibLaTeX as another program has read it, before it takes it for anything. */
interface Entry {
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
}

const read = (text: string): Read[] => plugins.input.chain(text, {generateGraph: false}) as Read[]
const entries = (text: string): Entry[] =>
  plugins.input.chain(text, {
    target: '@biblatex/entries+list',
    generateGraph: false,
  }) as Entry[]

async function itemsOf(edition: string): Promise<Items> {
  const path = join(project, 'manuscript', edition, 'bibliography.json')
  const {bibliography, findings} = await loadBibliography(path)
  expect(findings).toEqual([])
  return new Map(bibliography.items.map(({item}) => [item.id, item]))
}

/** Items with everything that formats trip over. */
const hostile: readonly Item[] = [
  {
    id: 'signs',
    type: 'book',
    author: [{literal: 'Reed & Sons {Leeds'}, {family: 'van der Wal', given: 'A. B.'}],
    title: 'Kites} & 100 % of_the #1 ~ \\ ^ $5',
    issued: {'date-parts': [[1901], [1902]]},
    custom: {section: 'work'},
  },
  {
    id: 'deep',
    type: 'document',
    custom: {
      section: 'archive',
      archive: {
        repository: 'TA',
        repositoryName: 'Town Archive',
        place: 'Leeds',
        fond: '017',
        opis: '1',
        papka: '2a',
        dans: '3',
        delo: '4',
        khn: '5',
        leaves: '6-7, 9',
      },
    },
  },
  {
    id: 'alone',
    type: 'article-journal',
    author: [{family: 'Plato'}, {literal: 'et al.'}],
    title: 'A letter “and” its answer',
    'container-title': 'The Kite',
    page: '3–14',
    custom: {section: 'work', nameOrder: 'family-first'},
  },
]

describe.each<[name: string, items: () => Promise<Items>]>([
  ['the specimen', () => itemsOf('specimen')],
  ['the course reader', () => itemsOf('course-reader')],
  ['hostile items', () => Promise.resolve(new Map(hostile.map((item) => [item.id, item])))],
])('%s', (_, load) => {
  test('is the same when it comes back from CSL-JSON', async () => {
    const items = await load()
    const back = JSON.parse(JSON.stringify(toCsl(items))) as Record<string, unknown>[]
    expect(back.map(withoutDerived)).toEqual([...items.values()])
  })

  test('keeps ids, titles and archival levels in BibLaTeX, as another program reads it', async () => {
    const items = await load()
    const found = new Map(entries(toBiblatex(items)).map((one) => [one.label, one.properties]))
    expect([...found.keys()]).toEqual([...items.keys()])
    for (const [id, {custom, title}] of items) {
      const fields = found.get(id) ?? {}
      const {archive} = custom
      expect(fields['repository'], id).toBe(archive?.repository)
      for (const level of archiveLevels) expect(fields[level], id).toBe(archive?.[level])
      expect(fields['xref'], id).toBe(custom.host)
      expect(fields['nameorder'], id).toBe(custom.nameOrder)
      expect(fields['title'] === undefined, id).toBe(title === undefined)
    }
  })

  test('names the same titles and persons in BibLaTeX, as another program takes it', async () => {
    const items = await load()
    const found = new Map(read(toBiblatex(items)).map((one) => [one.id, one]))
    for (const [id, {title, author}] of items) {
      if (title !== undefined) expect(plain(found.get(id)?.['title']), id).toBe(plain(title))
      if (author) expect(namesIn(found.get(id)?.['author']), id).toBe(namesIn(author))
    }
  })

  test('keeps ids, titles, persons and signatures in RIS, as another program reads it', async () => {
    const items = await load()
    const found = read(toRis(items))
    expect(found.map(({id}) => id)).toEqual([...items.keys()])
    for (const {id, title, author, reporter, ...fields} of found) {
      const item = items.get(id)
      // Who writes in a newspaper is its reporter there: one name, in the words of the file.
      if (reporter !== undefined) {
        expect(plain(reporter).replace(', ', ' '), id).toBe(namesIn(item?.author))
        continue
      }
      expect(title, id).toBe(item?.title)
      expect(namesIn(author), id).toBe(namesIn(item?.author))
      const signature = String(fields['archive_location'] ?? '')
      expect(levelsIn(signature), id).toEqual(
        Object.fromEntries(
          Object.entries(item?.custom.archive ?? {}).filter(([name]) =>
            (archiveLevels as readonly string[]).includes(name),
          ),
        ),
      )
    }
  })
})

/** An item of CSL-JSON without what was derived for other programs. */
function withoutDerived(item: Record<string, unknown>): Record<string, unknown> {
  const {derived = [], ...custom} = item['custom'] as {derived?: string[]}
  const own = Object.entries(item).filter(([name]) => !derived.includes(name))
  // A document in a collection has its own date as the original one.
  const dates = derived.includes('original-date') ? {issued: item['original-date']} : {}
  return {...Object.fromEntries(own), ...dates, custom}
}

/** Words without what a format turns into other signs of the same meaning. */
function plain(words: unknown): string {
  return String(words)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[“”"„]/g, '"')
    .replaceAll(/[‘’ʼ']/g, "'")
    .replaceAll(/[-–—]+/g, '-')
    .replaceAll(/\s+/g, ' ')
}

function namesIn(names: unknown): string {
  return ((names ?? []) as Record<string, string | undefined>[])
    .map((name) => {
      const particle = name['non-dropping-particle'] ?? name['dropping-particle']
      const words = [particle, name['family'] ?? name['literal'], name['given']]
      return plain(words.filter(Boolean).join(' '))
    })
    .filter((name) => name !== 'et al.' && name !== 'others')
    .join('; ')
}

/** The levels of a signature, from its words: `fond 06, opis 7, ll. 1–2`. */
function levelsIn(signature: string): Record<string, string> {
  const parts = signature.matchAll(
    /(fond|opis|papka|dans|delo|kh\/n|ll?\.|khuu\.) (.*?)(?=, [a-z]|$)/g,
  )
  return Object.fromEntries(
    [...parts].map(([, level = '', value = '']) => {
      const number = value.replaceAll('–', '-')
      // Leaves that have another name keep it.
      if (level === 'khuu.') return ['leaves', `${level} ${number}`]
      return [level === 'kh/n' ? 'khn' : level.startsWith('l') ? 'leaves' : level, number]
    }),
  )
}

test('what a document is published in is no editor of it, and has a date of its own', () => {
  const host: Item = {
    id: 'papers',
    type: 'book',
    title: 'Papers of Anna Reed',
    author: [{family: 'Reed', given: 'Anna'}],
    publisher: 'Wren',
    issued: {'date-parts': [[1931]]},
    custom: {section: 'document'},
  }
  const letter: Item = {
    id: 'letter',
    type: 'document',
    title: 'To the Kite Makers',
    issued: {'date-parts': [[1901, 3, 4]]},
    custom: {section: 'document', host: 'papers'},
  }
  const items = new Map([host, letter].map((item) => [item.id, item]))
  const csl = toCsl(items)[1] as Record<string, unknown>
  expect([csl['editor'], csl['container-author']]).toEqual([undefined, host.author])
  expect([csl['issued'], csl['original-date']]).toEqual([host.issued, letter.issued])
  const {properties} = entries(toBiblatex(items))[1] as Entry
  expect(properties).toMatchObject({
    bookauthor: 'Reed, Anna',
    booktitle: 'Papers of Anna Reed',
    date: '1931',
    origdate: '1901-03-04',
  })
  expect(properties['editor']).toBeUndefined()
  const [, ris = ''] = toRis(items).split('ER  - ')
  expect(ris).toContain('PY  - 1931\r\n')
  expect(ris).toContain('N1  - Dated March 4, 1901.')
  expect(ris).not.toContain('ED  - ')
})

test.each([
  ['p. 73', 'page', '73'],
  ['pp.214-16', 'page', '214–216'],
  ['pp. 1402-03', 'page', '1402–1403'],
  ['55–59', 'page', '55–59'],
  ['xiv', 'page', 'xiv'],
  ['p. xiv', 'page', 'xiv'],
  ['ll. 36-37', 'folio', '36–37'],
  ['l. 7', 'folio', '7'],
  ['л. 12', 'folio', '12'],
  ['chaps. 2-4', 'chapter', '2–4'],
  ['chap. II', 'chapter', 'II'],
  ['14.34', 'section', '14.34'],
  ['section 9.10', 'section', '9.10'],
  ['note 5', 'note', '5'],
  ['vol. 2', 'volume', '2'],
  ['vol. 2, p. 5', null, 'vol. 2, p. 5'],
  ['p. 90, n. 3', null, 'p. 90, n. 3'],
  ['pl. 4', 'figure', '4'],
  ['fig. 3', 'figure', '3'],
  ['s.v. kite', 'sub-verbo', 'kite'],
  ['para. 5', 'paragraph', '5'],
  ['line 4', 'line', '4'],
  ['no. 5', 'issue', '5'],
  ['khuu. 114-116', 'folio', '114–116'],
  ['box 3, folder 17', null, 'box 3, folder 17'],
])('the locator %s is %s %s', (printed, label, value) => {
  expect(normaliseLocator(printed)).toEqual({label, value})
})

test('citations are given with their words in the source, their notes and chains', async () => {
  const edition = await loadEdition(join(project, 'manuscript'), 'specimen', [])
  for (const one of editTexts(edition.texts, 'per-text')) {
    const {text, tree} = one
    const citations = exportCitations(text.id, tree, text.citations.citations)
    // In the order of the calls, not of the source.
    const known = text.citations.citations.map(({id}) => id)
    expect(citations.map(({id}) => id).toSorted()).toEqual(known.toSorted())
    const notes = new Map(exportNotes(one).map((note) => [note.id, note]))
    for (const {id, note, start, end} of citations) {
      const spans = notes.get(note)?.spans ?? []
      expect(
        spans.some((span) => span.start <= start && end <= span.end),
        id,
      ).toBe(true)
    }
  }
})

test('the commands print what other programs read, and refuse what they do not know', async () => {
  const ris = await runEdition(['export', 'bibliography', 'specimen', '--format', 'ris'])
  expect([ris.code, read(ris.stdout).length]).toEqual([0, 30])
  const csl = await runEdition(['export', 'bibliography', 'specimen'])
  expect(JSON.parse(csl.stdout)).toHaveLength(30)
  const back = (JSON.parse(csl.stdout) as Record<string, unknown>[]).map(withoutDerived)
  expect(back).toEqual([...(await itemsOf('specimen')).values()])
  const citations = await runEdition(['export', 'citations', 'footnote', '--json'])
  const found = JSON.parse(citations.stdout) as object[]
  expect(found[5]).toEqual({
    id: 'f.6.a',
    note: 'footnote-6',
    start: expect.any(Number) as number,
    end: expect.any(Number) as number,
    item: 'grafton1997',
    form: 'ibid',
    locator: null,
    normalised: null,
    antecedent: 'f.5.a',
  })
  for (const words of [
    ['bibliography', 'specimen', '--format', 'mods'],
    ['bibliography', 'nobody'],
    ['bibliography'],
    ['citations', 'footnote', '--format', 'ris'],
  ]) {
    expect((await runEdition(['export', ...words])).code).toBe(2)
  }
})
