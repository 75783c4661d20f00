import type {Certainty, Origin} from '../text/record.ts'
import type {Span} from '../text/correction.ts'

/** What may stand between the halves that a join brings together. */
export const glues = ['none', 'keep', 'space'] as const
/** `none`: one word, its hyphen dropped; `keep`: one word with its hyphen; `space`: two words. */
export type Glue = (typeof glues)[number]

/** What a drop mark takes out of the edition. */
export const dropKinds = ['head', 'folio', 'cover', 'rule', 'heading', 'other'] as const
export type DropKind = (typeof dropKinds)[number]

interface Base extends Span {
  readonly id: string
  readonly by: string
  readonly cert: Certainty
  readonly why: string
  readonly origin: Origin
}

/** A printed page begins at `start`. `label` is set when it does not follow from the page before. */
export interface PageMark extends Base {
  readonly type: 'page'
  readonly label?: string
}
/** The text that ends at `start` goes on at `end`. */
export interface JoinMark extends Base {
  readonly type: 'join'
  readonly glue: Glue
}
/** The blocks of the span are quoted. */
export interface QuotationMark extends Base {
  readonly type: 'quotation'
}
/** The words of the span are emphasised in print. */
export interface EmphasisMark extends Base {
  readonly type: 'emphasis'
}
/** The block of the span is a heading; depth 1 is the title of the text. */
export interface HeadingMark extends Base {
  readonly type: 'heading'
  readonly depth: 1 | 2 | 3 | 4
}
/** The span does not belong to the text. */
export interface DropMark extends Base {
  readonly type: 'drop'
  readonly kind: DropKind
}
/** The source breaks off before or after the span. */
export interface CutMark extends Base {
  readonly type: 'cut'
  readonly side: 'before' | 'after'
}
/** The words of the span are in another language. */
export interface LanguageMark extends Base {
  readonly type: 'language'
  readonly language: string
}
/** The blocks of the span are the printed matter around title and author. */
export interface OpeningMark extends Base {
  readonly type: 'opening'
}
/** The blocks of the span are a note without a number; `reference` are the words that call it. */
export interface NoteMark extends Base {
  readonly type: 'note'
  readonly reference: Span
}

/** A mark: stand-off structure at its span of the source. */
export type Mark =
  | PageMark
  | JoinMark
  | QuotationMark
  | EmphasisMark
  | HeadingMark
  | DropMark
  | CutMark
  | LanguageMark
  | OpeningMark
  | NoteMark

/** A kind of mark. */
export type MarkType = Mark['type']

/** The sections of structure.yaml, in the order of the file, and the marks they hold. */
export const sections = {
  openings: 'opening',
  pages: 'page',
  joins: 'join',
  headings: 'heading',
  quotations: 'quotation',
  emphasis: 'emphasis',
  languages: 'language',
  notes: 'note',
  drops: 'drop',
  cuts: 'cut',
} as const satisfies Record<string, MarkType>

/** Choose the marks of one kind. */
export function marksOf<T extends MarkType>(
  marks: readonly Mark[],
  type: T,
): Extract<Mark, {type: T}>[] {
  return marks.filter((mark): mark is Extract<Mark, {type: T}> => mark.type === type)
}
