import type {Span} from '../../text/correction.ts'

/**
 * What a line is: of the text, of a note, a running head, a folio, a rule or other markup that
 * carries no words, or blank.
 */
export type LineRole = 'text' | 'note' | 'head' | 'folio' | 'rule' | 'blank'

/** A line of a text, in UTF-16 offsets: `end` is before its ending, `next` after it. */
export interface LayoutLine extends Span {
  readonly next: number
  readonly role: LineRole
  /** Number of the printed page it stands on, counted from 0. */
  readonly page: number
  /** The printed number of the note it belongs to. */
  readonly note?: string
  /** How many of its first or last characters are a running head that ran into it. */
  readonly head?: Span
  /** Of a head or a folio: how sure that is, from 0 to 1, and what speaks for it. */
  readonly sure?: Sure
  /** Whether a note begins with it, and where the words of the note begin. */
  readonly noteStart?: number
}

/** How sure something is, from 0 to 1, with one line of evidence. */
export interface Sure {
  readonly p: number
  readonly evidence: string
}

/** How a text is laid out. */
export interface Layout {
  readonly lines: readonly LayoutLine[]
  /** Whether its lines are lines of print, so that a paragraph is many of them. */
  readonly isWrapped: boolean
  /** Characters in a full line, when wrapped. */
  readonly measure: number
  /** The word with its hyphen that the end of the source cuts, when it does. */
  readonly cut?: Span
}
