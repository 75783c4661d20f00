import type {Correction, Span} from './correction.ts'
import type {Place} from './place.ts'

/** Kinds of records. The part before the stroke decides the class. */
export const kinds = {
  /** Damage on the way from the print to the source: mended, counted. */
  transmission: [
    'ocr/ligature',
    'ocr/character',
    'ocr/number',
    'ocr/spacing',
    'ocr/punctuation',
    'ocr/lacuna',
    'ocr/encoding',
    'line/hyphen',
    'line/paragraph',
    'line/break',
    'page/head',
    'markup/escape',
    'markup/list',
    'markup/emphasis',
  ],
  /** Author, typist or OCR cannot be told apart without the printed copy: always shown. */
  undetermined: [
    'undetermined/wording',
    'undetermined/spelling',
    'undetermined/name',
    'undetermined/number',
    'undetermined/punctuation',
  ],
  /** The author's own: never changed. */
  author: ['author/slip', 'author/factual'],
} as const

/** Class of a kind. */
export type KindClass = keyof typeof kinds
/** Kind of a record. */
export type Kind = (typeof kinds)[KindClass][number]

/** The classes of kinds. */
export const classes = ['transmission', 'undetermined', 'author'] as const satisfies KindClass[]

export const allKinds: readonly Kind[] = Object.values(kinds).flat()

/** How sure the editors are. */
export const certainties = ['high', 'medium', 'low', 'unknown'] as const
export type Certainty = (typeof certainties)[number]

/** What a reading rests on when its certainty is below high. */
export const evidences = ['internal', 'external', 'conjecture'] as const
export type Evidence = (typeof evidences)[number]

/** Which file and line something was read from. */
export interface Origin {
  readonly file: string
  readonly place: Place
}

interface Base extends Span {
  /** Permanent name: of a hand record as given, of a hit `rule@line:column`. */
  readonly id: string
  readonly at: Place
  readonly lemma: string
  readonly kind: Kind
  readonly cert: Certainty
  readonly evidence?: Evidence
  /** Who made it: an editor's short name, or the rule of a hit. */
  readonly by: string
  readonly why: string
  readonly origin: Origin
}

/** A record that changes the text. */
export interface CorrectRecord extends Base, Correction {
  readonly act: 'correct'
  readonly reading: string
  readonly parts?: readonly CorrectRecord[]
}

/** A record that changes nothing: a place seen and left, or a question. */
export interface AnchorRecord extends Base {
  readonly act: 'keep' | 'query'
}

/** A record of the editors or of a rule, at its span of the source. */
export type EditorialRecord = CorrectRecord | AnchorRecord

/** What a record may do. */
export const acts = ['correct', 'keep', 'query'] as const

/** The class a kind belongs to. */
export function classOf(kind: Kind): KindClass {
  const name = kind.slice(0, kind.indexOf('/'))
  return name === 'author' || name === 'undetermined' ? name : 'transmission'
}

/** Whether a record changes the text. */
export function isCorrect(record: EditorialRecord): record is CorrectRecord {
  return record.act === 'correct'
}
