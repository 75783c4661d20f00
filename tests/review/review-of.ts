import {noCitations} from '../../build/bibliography/citation.ts'
import type {TextConfig} from '../../build/model/config.ts'
import type {EditedText} from '../../build/model/edited-text.ts'
import {noTextNames} from '../../build/names/name.ts'
import {correctText, editText} from '../../build/pipeline.ts'
import {reviewText} from '../../build/review/review-text.ts'
import type {ReviewText} from '../../build/review/review-text.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import type {Mark} from '../../build/structure/mark.ts'
import {sha256} from '../../build/text/digest.ts'
import {indexLines, toPlace} from '../../build/text/place.ts'
import type {CorrectRecord, EditorialRecord} from '../../build/text/record.ts'
import {digestOfMark, digestOfRecord, fieldsOfMark} from '../../build/verdicts/digest-of.ts'
import type {VerdictName} from '../../build/verdicts/verdict.ts'
import {marksWithoutRejected, withoutRejected} from '../../build/verdicts/without-rejected.ts'
import {manuscript} from '../specimen/open-specimen.ts'

const policy = {selfAcceptance: false, twoReviewers: []}

/** What a reporter is given of a text of the specimen. */
export async function reviewOf(id: string): Promise<ReviewText> {
  const {texts} = await loadEdition(manuscript, 'specimen', [], [id])
  const [text] = texts
  if (!text) throw new Error(`No text ${id}`)
  return reviewText(editText(text, {numbering: 'per-text', notesBefore: 0}), policy)
}

/** A run of an invented source, and what is done to it: nothing, when it has neither reading nor act. */
export interface Tile {
  readonly lemma: string
  readonly reading?: string | undefined
  readonly act?: 'keep' | 'query'
  readonly id?: string
  readonly kind?: CorrectRecord['kind']
  readonly cert?: CorrectRecord['cert']
  readonly evidence?: CorrectRecord['evidence']
  readonly by?: string
  readonly why?: string
}

/** A mark of an invented text; its places are numbers of tiles: before the first, before the second. */
export interface TileMark {
  readonly id?: string
  readonly from: number
  readonly to: number
  /** What it is: type, and what this type has. */
  readonly is: Record<string, unknown>
}

/** An invented text. */
export interface Invented {
  readonly tiles: readonly Tile[]
  readonly marks?: readonly TileMark[]
  /** What reviewer `mk` says of what, by id. */
  readonly verdicts?: Readonly<Record<string, VerdictName>>
  readonly config?: Partial<TextConfig>
}

/**
 * What a reporter is given of an invented text; no tree is made of it, so that it may be as odd as one likes.
 *
 * Throws: `CorrectionError` when its records change nothing together.
 */
export function invented({tiles, marks = [], verdicts = {}, config = {}}: Invented): ReviewText {
  const value = tiles.map(({lemma}) => lemma).join('')
  const lines = indexLines(value)
  const edges = [0]
  for (const {lemma} of tiles) edges.push((edges.at(-1) ?? 0) + lemma.length)
  const origin = {file: '/a/folder/of/somebody/file.yaml', place: {line: 1, column: 1}}
  const records = tiles.flatMap((tile, index): EditorialRecord[] => {
    const {lemma, reading, act, id = `r${index}`, evidence} = tile
    if (reading === undefined && act === undefined) return []
    const start = edges[index] ?? 0
    const {kind = 'ocr/character', cert = 'high', by = 'ed', why = 'So it is.'} = tile
    const base = {id, start, end: start + lemma.length, at: toPlace(lines, start), lemma}
    const said = {kind, cert, by, why, origin, ...(evidence ? {evidence} : {})}
    if (act) return [{...base, ...said, act}]
    return [{...base, ...said, act: 'correct', reading: reading ?? ''}]
  })
  const all = marks.map(({id, from, to, is}, index): Mark => {
    const [start = 0, end = 0] = [edges[from], edges[to]]
    const said = {by: 'ed', cert: 'high', why: 'It is so.', origin}
    return {id: id ?? `m${index}`, start, end, ...said, ...is} as unknown as Mark
  })
  const digests = new Map([
    ...records.map((one) => [one.id, digestOfRecord(one)] as const),
    ...all.map((one) => [one.id, digestOfMark(one.type, fieldsOfMark(one, value, lines))] as const),
  ])
  const said = Object.entries(verdicts).map(([id, verdict]) => {
    return {who: 'mk', id, verdict, of: digests.get(id) ?? '', origin}
  })
  const isOut = (id: string): boolean => verdicts[id] === 'reject'
  const text: EditedText = {
    id: 'odd',
    config: {...plain, ...config},
    source: {path: 'odd.txt', sha256: sha256(value), value, lines},
    records: withoutRejected(records, isOut),
    marks: marksWithoutRejected(all, isOut),
    review: {
      records,
      marks: all,
      proposals: [],
      digests,
      reviews: [{who: 'mk', path: 'mk.yaml', verdicts: said}],
      rejected: new Set(Object.keys(verdicts).filter(isOut)),
    },
    citations: noCitations,
    annotations: {annotations: [], slips: []},
    names: noTextNames,
    headnote: null,
    files: [],
  }
  const tree = {type: 'root' as const, children: []}
  return reviewText({text, ...correctText(text), tree, findings: []}, policy)
}

const plain: TextConfig = {
  title: 'An Odd Text',
  authors: [{name: 'A. Tester', fileAs: 'Tester, A.', role: 'aut'}],
  language: 'en',
  published: 'Nowhere.',
  prefix: 'o',
  source: {sha256: '', bytes: 0, file: 'odd.txt', obtained: 'Invented.', collated: false},
  format: 'plain',
  pagination: {status: 'printed', first: 1},
  notes: [],
  rights: {holder: 'A. Tester', statement: 'Free to use.', redistribute: true},
  state: 'Odd.',
}
