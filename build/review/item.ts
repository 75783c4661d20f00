import type {Span} from '../text/correction.ts'
import type {Place} from '../text/place.ts'
import type {Certainty, Evidence, KindClass, Kind} from '../text/record.ts'
import type {Locator} from '../structure/locators.ts'
import type {MarkType} from '../structure/mark.ts'
import type {Judgement} from '../verdicts/judge.ts'

/** What is shown to a reviewer as one thing: a record (or a part of one), a mark, a proposal. */
export const itemSorts = ['record', 'mark', 'proposal'] as const
export type ItemSort = (typeof itemSorts)[number]

/** A reading that a rule proposes, with its probability from 0 to 1. */
export interface Candidate {
  readonly reading: string
  readonly p: number
}

/**
 * One thing that the edition does to its source, asks about it, or might do.
 *
 * Offsets in UTF-16 units of the source. It is plain data: it goes through JSON unchanged.
 */
export interface ReviewItem extends Span {
  /** Permanent: id of the record, part or mark; of a proposal `rule@line:column`. */
  readonly id: string
  readonly sort: ItemSort
  /** What a record or proposal does; of a mark its type. */
  readonly act: 'correct' | 'keep' | 'query' | MarkType
  /** Kind of a record; `mark/TYPE` of a mark. */
  readonly kind: Kind | `mark/${MarkType}`
  readonly class: KindClass | 'structure'
  readonly at: Place
  readonly to: Place
  /** What the source has; empty for a mark. */
  readonly lemma: string
  /** What the edition has instead; of a record that changes the text. */
  readonly reading?: string
  /** What a mark says beside its place: its glue, label, depth, kind, side, language. */
  readonly says?: string
  readonly cert: Certainty
  readonly evidence?: Evidence
  /** An editor, or the rule that found it. */
  readonly by: string
  /** Whether a rule found it. */
  readonly isHit: boolean
  /** The key of all hits of the same form, `form.rule.form`; of what is by hand, of its lemma. */
  readonly form: string
  readonly why: string
  /** Digest of what is judged; a verdict names it. */
  readonly of: string
  /** Readings to choose from; of a proposal. */
  readonly candidates?: readonly Candidate[]
  readonly locator: Locator
  readonly judgement: Judgement
}
