import type {Span} from '../text/correction.ts'
import type {Kind} from '../text/record.ts'

/** One reading a place may have, with the probability that it is the right one, from 0 to 1. */
export interface Candidate {
  readonly reading: string
  readonly p: number
}

/** `applied` becomes a record; `proposed` waits for an editor and changes nothing. */
export type Status = 'applied' | 'proposed'

/** What all that a rule says has in common. */
interface Judged {
  /** Permanent id of the rule. */
  readonly rule: string
  readonly status: Status
  /** Probability, from 0 to 1. */
  readonly p: number
  /** One line for the reviewer: what speaks for it. */
  readonly evidence: string
}

/**
 * A change that a rule makes or proposes.
 *
 * The lemma is what the source has at the span and is never empty; hits neither overlap nor, unless
 * they are parts of one change, touch.
 */
export interface Hit extends Span, Judged {
  readonly lemma: string
  readonly reading: string
  readonly kind: Kind
  /** Up to three readings, the likeliest first; “leave as it is” is the lemma itself. */
  readonly candidates: readonly Candidate[]
}

/** How the halves go together: one word without its hyphen, one word with it, or two words. */
export type Glue = 'none' | 'keep' | 'space'

/** What ends at `start` (a hyphen included) goes on at `end`; what stands between is passed over. */
export interface JoinHit extends Span, Judged {
  readonly glue: Glue
}

/** A line end that ends a paragraph or interrupts it, in text whose lines are lines of print. */
export interface ParagraphEnd {
  /** Offset of the first character of the line ending. */
  readonly at: number
  readonly p: number
  readonly evidence: string
  /**
   * `lost`: nothing but the line ending says so. `set`: a blank line follows. `cut`: the paragraph
   * is left here for notes or another page, and goes on after them.
   */
  readonly state: 'lost' | 'set' | 'cut'
}

/** What the rules find in a text. */
export interface Repairs {
  /** In the order of the text. */
  readonly hits: readonly Hit[]
  /** In the order of their starts. */
  readonly joins: readonly JoinHit[]
  /** Offsets of line ends (of the first character of the ending) that end a paragraph. */
  readonly paragraphs: readonly number[]
  /** The same line ends, and those where a paragraph is left for notes, with what speaks for them. */
  readonly ends: readonly ParagraphEnd[]
}

/** Above this probability, and with no real word beside it, a reading is applied. */
export const certain = 0.9
