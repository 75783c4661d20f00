import type {FootnoteDefinition} from 'mdast'
import type {Pagination, TextConfig} from '../../build/model/config.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {bodyStyles, referenceStyles} from '../../build/notes/note-style.ts'
import {rules} from '../../build/repair/rules.ts'
import {dropKinds, glues, marksOf, sections} from '../../build/structure/mark.ts'
import type {CutMark, HeadingMark, Mark} from '../../build/structure/mark.ts'
import {isDefinition, leavesOf, textOf} from '../../build/structure/tree.ts'
import {formatPlace, toPlace} from '../../build/text/place.ts'
import {acts, allKinds, certainties, evidences, isCorrect} from '../../build/text/record.ts'
import type {EditorialRecord} from '../../build/text/record.ts'

// What the code has as types alone; the compiler says when one is missing here.
const formats: Readonly<Record<TextConfig['format'], true>> = {plain: true, markdown: true}
const statuses: Readonly<Record<Pagination['status'], true>> = {
  printed: true,
  inferred: true,
  none: true,
}
const depths: Readonly<Record<HeadingMark['depth'], true>> = {1: true, 2: true, 3: true, 4: true}
const sides: Readonly<Record<CutMark['side'], true>> = {before: true, after: true}

/** From how many words on a note is a long one. */
const longNote = 150

/** Kinds of notes, by what is printed and by what became of them. */
const noteKinds: Readonly<
  Record<string, (note: FootnoteDefinition, text: TextEdition) => boolean>
> = {
  'with a number': (note) => note.data?.note?.number !== undefined,
  'with a sign': (note) => /^[*†‡§]/.test(note.data?.note?.printed ?? ''),
  'called by words': (note) => note.data?.note?.printed === '',
  'cut by a page': (note, {text}) => marksOf(text.marks, 'join').some((join) => meets(note, join)),
  long: (note) => (textOf(note).match(/\S+/g)?.length ?? 0) >= longNote,
  'that says Ibid.': (note) => textOf(note).startsWith('Ibid.'),
}

/** Every kind of thing that the code knows and an edition can hold. */
const kinds: readonly string[] = [
  ...allKinds.map((kind) => `record ${kind}`),
  ...acts.map((act) => `act ${act}`),
  ...certainties.map((cert) => `certainty ${cert}`),
  ...evidences.map((evidence) => `evidence ${evidence}`),
  'record with parts',
  ...rules.map(({id}) => `hit of ${id}`),
  ...Object.keys(sections).map((section) => `mark of ${section}`),
  ...glues.map((glue) => `join with glue ${glue}`),
  ...Object.keys(depths).map((depth) => `heading of depth ${depth}`),
  ...dropKinds.map((kind) => `drop ${kind}`),
  ...Object.keys(sides).map((side) => `cut ${side}`),
  ...Object.keys(noteKinds).map((kind) => `note ${kind}`),
  ...referenceStyles.map((style) => `notes called in style ${style}`),
  ...bodyStyles.map((style) => `notes that begin in style ${style}`),
  ...Object.keys(formats).map((format) => `text in format ${format}`),
  ...Object.keys(statuses).map((status) => `text with page numbers ${status}`),
]

/**
 * List what stands in an edition, by kind.
 *
 * Shape: edited texts → for each kind that the code knows the places where one stands, as
 * `id text:line:column` of the source, in the order of the texts; of a text as a whole, its id.
 * Throws: `TypeError` for a kind that is not listed here.
 */
export function takeInventory(texts: readonly TextEdition[]): Map<string, string[]> {
  const inventory = new Map<string, string[]>(kinds.map((kind) => [kind, []]))
  const put = (place: string, ...found: string[]): void => {
    for (const kind of found) {
      const places = inventory.get(kind)
      if (!places) throw new TypeError(`Unexpected kind \`${kind}\``)
      places.push(place)
    }
  }
  for (const edition of texts) {
    const {id, config, source, records, marks} = edition.text
    const at = (name: string, offset: number): string =>
      `${name} ${id}:${formatPlace(toPlace(source.lines, offset))}`
    for (const record of records) put(at(record.id, record.start), ...kindsOfRecord(record))
    for (const claim of records.flatMap(claimsOf)) {
      const {kind, cert, evidence} = claim
      const basis = evidence === undefined ? [] : [`evidence ${evidence}`]
      put(at(claim.id, claim.start), `record ${kind}`, `certainty ${cert}`, ...basis)
    }
    for (const mark of marks) put(at(mark.id, mark.start), ...kindsOfMark(mark))
    for (const note of edition.tree.children.filter(isDefinition)) {
      const start = leavesOf(note)[0]?.leaf.position.start.offset ?? 0
      for (const [kind, is] of Object.entries(noteKinds)) {
        if (is(note, edition)) put(at(note.identifier, start), `note ${kind}`)
      }
    }
    for (const {references, bodies} of config.notes) {
      put(id, `notes called in style ${references}`, `notes that begin in style ${bodies}`)
    }
    put(id, `text in format ${config.format}`, `text with page numbers ${config.pagination.status}`)
  }
  return inventory
}

/** A record as its parts, which make their own claims; itself where it has none. */
function claimsOf(record: EditorialRecord): readonly EditorialRecord[] {
  return (isCorrect(record) && record.parts) || [record]
}

function kindsOfRecord(record: EditorialRecord): string[] {
  const found = [`act ${record.act}`, ...hitOf(record)]
  if (isCorrect(record) && record.parts) found.push('record with parts')
  return found
}

/** The id of a hit is its rule and its place. */
function hitOf({id, by}: Pick<Mark, 'id' | 'by'>): string[] {
  return id.startsWith(`${by}@`) ? [`hit of ${by}`] : []
}

function kindsOfMark(mark: Mark): string[] {
  const section = Object.entries(sections).find(([, type]) => type === mark.type)?.[0]
  const found = [`mark of ${section}`, ...hitOf(mark)]
  if (mark.type === 'join') found.push(`join with glue ${mark.glue}`)
  if (mark.type === 'heading') found.push(`heading of depth ${mark.depth}`)
  if (mark.type === 'drop') found.push(`drop ${mark.kind}`)
  if (mark.type === 'cut') found.push(`cut ${mark.side}`)
  return found
}

/** Whether the halves that a join brings together both stand in a note. */
function meets(note: FootnoteDefinition, join: Mark): boolean {
  const places = leavesOf(note).map(({leaf}) => leaf.position)
  const ends = places.some(({end}) => end.offset === join.start)
  return ends && places.some(({start}) => start.offset === join.end)
}
