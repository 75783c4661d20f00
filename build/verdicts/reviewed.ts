import type {Hit, JoinHit} from '../repair/hit.ts'
import type {Mark} from '../structure/mark.ts'
import type {EditorialRecord} from '../text/record.ts'
import type {Review, Verdict} from './verdict.ts'

/** Everything of a text that is or waits to be judged, and what is said of it. */
export interface Reviewed {
  /** All records and marks, with those that are rejected. */
  readonly records: readonly EditorialRecord[]
  readonly marks: readonly Mark[]
  /** What the rules propose and no editor has answered. */
  readonly proposals: readonly (Hit | JoinHit)[]
  /** The digest of each record and mark, by its id; of a record with parts, those of the parts. */
  readonly digests: ReadonlyMap<string, string>
  readonly reviews: readonly Review[]
  /** Ids of what is rejected. */
  readonly rejected: ReadonlySet<string>
}

/** Nothing that could be judged. */
export const notReviewed: Reviewed = {
  records: [],
  marks: [],
  proposals: [],
  digests: new Map(),
  reviews: [],
  rejected: new Set(),
}

/** Group the verdicts of all reviewers by what they are about. */
export function verdictsById(reviews: readonly Review[]): Map<string, Verdict[]> {
  const byId = new Map<string, Verdict[]>()
  for (const verdict of reviews.flatMap(({verdicts}) => verdicts)) {
    const list = byId.get(verdict.id) ?? []
    byId.set(verdict.id, list)
    list.push(verdict)
  }
  return byId
}
