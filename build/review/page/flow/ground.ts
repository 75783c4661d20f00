import type {Review} from '../state/review.ts'
import type {Desk} from './desk.ts'
import type {Shelf} from './shelf.ts'

/** What everything on the page stands on: the review as it is, and where it is written. */
export interface Ground {
  /** The review as it is now. */
  get(): Review
  /** Change it and show what changed. */
  set(change: Partial<Review>): void
  /** The program that writes; `null` where the page stands alone. */
  readonly desk: Desk | null
  readonly shelf: Shelf
}
