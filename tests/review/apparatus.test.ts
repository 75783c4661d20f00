import type {Element} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {describe, expect, test} from 'vitest'
import {csvList} from '../../build/review/apparatus/csv.ts'
import {selectFor} from '../../build/review/apparatus/select.ts'
import {teiList} from '../../build/review/apparatus/tei.ts'
import type {ReviewItem} from '../../build/review/item.ts'
import {reviewText} from '../../build/review/review-text.ts'
import type {ReviewText} from '../../build/review/review-text.ts'
import {editTexts} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {editionIn, freshSpecimen} from '../fresh-specimen.ts'
import {manuscript} from '../specimen/open-specimen.ts'

const policy = {selfAcceptance: false, twoReviewers: []}

async function texts(): Promise<ReviewText[]> {
  const {texts: loaded} = await loadEdition(manuscript, 'specimen', [])
  return editTexts(loaded, 'per-text').map((one) => reviewText(one, policy))
}

/** Which records should be in a list, said in another way than the code says it. */
const wanted = {
  apparatus: ({kind, act, cert}: ReviewItem) =>
    act === 'correct' &&
    (/^(?:ocr|undetermined)\//.test(kind) || /^(?:medium|low|unknown)$/.test(cert)),
  errata: ({kind, act}: ReviewItem) =>
    act === 'query' ||
    kind.startsWith('author/') ||
    (act === 'correct' && kind.startsWith('undetermined/')),
} as const

describe.each(['apparatus', 'errata'] as const)('%s', async (list) => {
  const all = await texts()
  test.each(all.map((one) => [one.id, one] as const))(
    'of %s, as TEI and as a table',
    (_, review) => {
      const records = review.items.filter((item) => item.sort === 'record' && wanted[list](item))
      const cells = readCsv(csvList(review, list, false))
      const [head = [], ...rows] = cells
      const table = rows.map((row) =>
        Object.fromEntries(head.map((name, index) => [name, row[index]])),
      )
      expect(table.map(({id, source}) => [id, source])).toEqual(
        records.map(({id, lemma}) => [id, lemma]),
      )
      const {lines} = review.source
      for (const row of table) {
        const [line = 0, column = 0] = (row['place'] ?? '').split(':').map(Number)
        const start = (lines.starts[line - 1] ?? 0) + column - 1
        const source = row['source'] ?? ''
        expect(review.source.value.slice(start, start + source.length)).toBe(source)
      }
      const tei = fromXml(teiList(review, list)) as unknown as Element
      const apps = elements(tei, 'app')
      expect(
        apps.map((app) => [app.attributes['loc'], lettersOf(app, 'rdg'), lettersOf(app, 'lem')]),
      ).toEqual(
        records.map(({at, lemma, reading, act}) => [
          `${at.line}:${at.column}`,
          lemma,
          act === 'correct' ? (reading ?? '') : '',
        ]),
      )
      expect(
        apps.map((app) => [
          app.attributes['cert'],
          notesOf(app, 'evidence'),
          notesOf(app, 'reason'),
        ]),
      ).toEqual(records.map(({cert, evidence, why}) => [cert, evidence ?? '', why]))
      expect(brokenPointers(tei)).toEqual([])
      expect(unknownAttributes(tei)).toEqual([])
    },
  )

  test('an empty list says so', () => {
    const none = {...all[0]!, items: []}
    expect(readCsv(csvList(none, list, false))).toHaveLength(1)
    const tei = fromXml(teiList(none, list)) as unknown as Element
    expect([elements(tei, 'app'), lettersOf(tei, 'standOff').trim()]).toEqual([
      [],
      'There is nothing to list.',
    ])
  })

  test('a record that is left out is noticed, and one that is rejected is left out', () => {
    const [review] = all
    const item = review?.items.find((one) => one.sort === 'record' && wanted.apparatus(one))
    if (!review || !item || list !== 'apparatus') return
    const without = {...review, items: review.items.filter((one) => one !== item)}
    expect(csvList(without, list, false)).not.toBe(csvList(review, list, false))
    const judgement = {...item.judgement, state: 'rejected'} as const
    const rejected = review.items.map((one) => (one === item ? {...one, judgement} : one))
    expect(csvList({...review, items: rejected}, list, false)).toBe(csvList(without, list, false))
  })

  test('hostile words stay words', () => {
    const [review] = all
    const first = review?.items.find((one) => one.sort === 'record' && wanted[list](one))
    if (!review || !first) return
    const lemma = '=HYPERLINK("x"),\r\n<sic>&amp;]]>"\f'
    const items = [{...first, lemma, why: '"a",b'}]
    const hostile = {...review, items}
    const [head = [], row = []] = readCsv(csvList(hostile, list, false))
    expect(row[head.indexOf('source')]).toBe(lemma)
    expect(row[head.indexOf('reason')]).toBe('"a",b')
    const forSpreadsheet = csvList(hostile, list, true)
    expect(forSpreadsheet.codePointAt(0)).toBe(0xfeff)
    const [, guarded = []] = readCsv(forSpreadsheet.slice(1))
    expect(guarded[head.indexOf('source')]).toBe(`'${lemma}`)
    const tei = fromXml(teiList(hostile, list)) as unknown as Element
    expect(elements(tei, 'app').map((app) => lettersOf(app, 'rdg'))).toEqual([lemma])
    expect(brokenPointers(tei)).toEqual([])
  })
})

test('a slip of the author that is left is an erratum, a place that is kept is none', async () => {
  const [review] = await texts()
  const kept = review?.items.find(({act}) => act === 'keep')
  if (!review || !kept) throw new Error('no kept place')
  const slip = {...kept, kind: 'author/slip', class: 'author'} as const
  const idsIn = (items: readonly ReviewItem[]): string[] =>
    selectFor('errata', items).map(({kind}) => kind)
  expect(idsIn([kept, slip])).toEqual(['author/slip'])
  expect(selectFor('apparatus', [kept, slip])).toEqual([])
})

describe('the command', () => {
  const home = freshSpecimen()
  const edition = editionIn(home)
  test('prints either', async () => {
    const csv = await edition('export', 'apparatus', 'ligature', '--format', 'csv')
    expect([csv.code, csv.stderr]).toEqual([0, ''])
    expect(readCsv(csv.stdout).length).toBeGreaterThan(30)
    const tei = await edition('export', 'errata', 'footnote')
    expect([tei.code, tei.stdout.startsWith('<?xml')]).toEqual([0, true])
    for (const options of [['--format', 'ris'], ['--json'], ['--for-spreadsheet']]) {
      expect((await edition('export', 'errata', 'footnote', ...options)).code).toBe(2)
    }
  })
})

/** Read a table: RFC 4180, every cell in quotes or without. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) throw new Error(`no cell at ${cell.lastIndex}`)
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

function elements(node: Element, name: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.name === name ? [child] : elements(child, name)
  })
}

/** The words of the notes of one type. */
function notesOf(app: Element, type: string): string {
  const children = app.children.filter(
    (child) => child.type === 'element' && child.attributes['type'] === type,
  )
  return lettersOf({...app, children}, 'note')
}

/** The attributes that entries have; TEI P5 4.12 allows each of them there, and `evidence` nowhere. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  app: ['xml:id', 'loc', 'type', 'ana', 'cert', 'resp'],
  lem: [],
  rdg: ['wit'],
}

function unknownAttributes(document: Element): string[] {
  return Object.entries(attributes).flatMap(([name, known]) =>
    elements(document, name).flatMap((one) =>
      Object.keys(one.attributes).filter((attribute) => !known.includes(attribute)),
    ),
  )
}

/** What points to no id of the document, and ids that stand twice. */
function brokenPointers(document: Element): string[] {
  const ids: string[] = []
  const pointers: string[] = []
  const walk = ({children}: Pick<Element, 'children'>): void => {
    for (const child of children) {
      if (child.type !== 'element') continue
      const {'xml:id': id, ...rest} = child.attributes
      if (id) ids.push(id)
      for (const name of ['ana', 'resp', 'wit', 'ref']) {
        pointers.push(...(rest[name] ?? '').split(' ').filter((one) => one.startsWith('#')))
      }
      walk(child)
    }
  }
  walk(document)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [...twice, ...pointers.filter((one) => !ids.includes(one.slice(1)))]
}

/** The words of an element in another; a character that XML cannot hold by its code. */
function lettersOf(parent: Element, name: string): string {
  const words = (node: Element): string =>
    node.children
      .map((child) => {
        if (child.type === 'text') return child.value
        if (child.type !== 'element') return ''
        const [, code = ''] = /U-([0-9A-F]{4})$/.exec(String(child.attributes['ref'])) ?? []
        return child.name === 'g' ? String.fromCodePoint(Number.parseInt(code, 16)) : words(child)
      })
      .join('')
  return elements(parent, name).map(words).join('')
}
