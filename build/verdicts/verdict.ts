import type {KindClass, Origin} from '../text/record.ts'

/** What a reviewer may say of a record or a mark. */
export const verdictNames = ['accept', 'reject', 'query'] as const
export type VerdictName = (typeof verdictNames)[number]

/** How a reviewer may be called: small letters and figures, parts divided by a point or hyphen. */
export const reviewerName: RegExp = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/

/** What a reviewer says of one record or mark. */
export interface Said {
  /** The reviewer: the name of the file. */
  readonly who: string
  /** The id of the record, part or mark it is about. */
  readonly id: string
  readonly verdict: VerdictName
  /** Digest of what was judged; of another one it is stale. */
  readonly of: string
  readonly note?: string | undefined
  /** Why this verdict ends a dispute between others; left out when it is one among them. */
  readonly settles?: string | undefined
}

/** A verdict, and where it stands in its file. */
export interface Verdict extends Said {
  readonly origin: Origin
}

/** The verdicts of one reviewer on a text. */
export interface Review {
  readonly who: string
  readonly path: string
  readonly verdicts: readonly Verdict[]
}

/** What it takes for something to be accepted; edition.yaml says it. */
export interface Policy {
  /** Whether it counts when editors accept what they made themselves. */
  readonly selfAcceptance: boolean
  /** The classes of which two reviewers must accept each record. */
  readonly twoReviewers: readonly KindClass[]
}

/**
 * How far something is judged.
 *
 * `open`: not yet, or not by enough reviewers · `accepted` · `rejected` · `contested`: one accepts, another
 * rejects, and nobody has settled it · `stale`: what was judged has changed since · `query`: a reviewer asks.
 */
export const states = ['open', 'accepted', 'rejected', 'contested', 'stale', 'query'] as const
export type State = (typeof states)[number]

/** Whether there is nothing more to be said: what `--strict` asks for. */
export function isSettled(state: State): boolean {
  return state === 'accepted' || state === 'rejected'
}
