import type {Kind} from '../text/record.ts'
import type {Span} from '../text/correction.ts'

/** A record made by a rule, before it has a place in a file. */
export interface Hit extends Span {
  readonly lemma: string
  readonly reading: string
}

/** A repair rule: one kind of damage, found without looking at anything but the text. */
export interface Rule {
  /** Permanent name; also the name of its file of hits. */
  readonly id: string
  /** Raised whenever the rule may find something else in the same text. */
  readonly version: number
  readonly kind: Kind
  /** Why a reading changed, for the reviewer. */
  readonly why: string
  /** The formats of sources it looks at. */
  readonly formats: readonly ('plain' | 'markdown')[]
  /** Find the hits in a source, in its order; they neither overlap nor touch. */
  find(source: string): Hit[]
}
