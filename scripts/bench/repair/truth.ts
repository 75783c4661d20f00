import type {Span} from '../../../build/text/correction.ts'
import type {Glue} from '../../../build/repair/hit.ts'

/** Kinds of damage that are scored, each for itself. */
export const damageKinds = [
  'ligature',
  'presentation form',
  'soft hyphen',
  'true hyphen',
  'dash',
  'glue',
  'head',
  'note number',
  'list number',
  'mojibake',
] as const
export type DamageKind = (typeof damageKinds)[number]

/** Where damage stands: the founts of a text are damaged each in its own way. */
export type Region = 'body' | 'note' | 'italic' | 'head'

/** One place of damage, and what undoes it. */
export interface TruthEdit extends Span {
  readonly reading: string
  readonly kind: DamageKind
  /** Which form of the kind, such as `dropped` of a ligature. */
  readonly form: string
  readonly region: Region
  /** Whether the text cannot tell what stood here, so that only a proposal can be right. */
  readonly isConjecture: boolean
}

/** What a join puts together. */
export type Joined = 'paragraph' | 'quotation' | 'note'

/** What ends at `start`, a hyphen included, goes on at `end`. */
export interface TruthJoin extends Span {
  readonly glue: Glue
  readonly of: Joined
  /**
   * Whether the text falls apart without it: something other than one line end stands between.
   * A join that is not needed is neither asked for nor wrong.
   */
  readonly isNeeded: boolean
}

/** A line end that ends a paragraph, by the offset of the first character of its ending. */
export interface TruthParagraph {
  readonly at: number
  readonly of: 'text' | 'heading' | 'quotation' | 'note'
  /** A paragraph end that the source says anyhow, or that nobody needs, is not asked for. */
  readonly isNeeded: boolean
}

/** All that was done to a text. */
export interface Truth {
  /** In the order of the text; none overlap. */
  readonly edits: readonly TruthEdit[]
  readonly joins: readonly TruthJoin[]
  readonly paragraphs: readonly TruthParagraph[]
}

/** The formats of the command line. */
export type CaseFormat = 'text' | 'markdown'

/** A damaged text, and the truth about it. */
export interface Case {
  /** Says nothing about the damage, so that it can be shown to a program that is scored. */
  readonly id: string
  /** What was damaged, and how. */
  readonly name: string
  readonly format: CaseFormat
  /** Whether nothing was done to it, so that every change is wrong. */
  readonly isControl: boolean
  readonly source: string
  readonly truth: Truth
}
