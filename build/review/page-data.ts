import type {Policy, Said} from '../verdicts/verdict.ts'
import type {ReviewItem} from './item.ts'

/** Where the review page is: served and able to write, or one file with the sources, or one without them. */
export const pageModes = ['desk', 'static', 'public'] as const
export type PageMode = (typeof pageModes)[number]

/**
 * A run of words of a passage as the edition has it.
 *
 * A pair is a run of the source, in offsets, that stands there as it is; `text` is a reading (then `by` is
 * its record) or what the edition adds; `text` never has words of the source.
 */
export type PassageRun =
  | readonly [start: number, end: number]
  | {
      readonly text: string
      readonly by: string | null
      readonly src: readonly [number, number] | null
    }

/** A paragraph, heading or note as the edition has it. */
export interface Passage {
  readonly type: 'paragraph' | 'heading'
  readonly isQuoted: boolean
  readonly page: string | null
  readonly paragraph: number | null
  readonly note: string | null
  readonly runs: readonly PassageRun[]
}

/** One text on the review page. Offsets in UTF-16 units of the source. */
export interface PageText {
  readonly id: string
  readonly title: string
  readonly language: string
  /** How the source is recognised, and the name under which it was received. */
  readonly sha256: string
  readonly file: string
  /** Length of the source in UTF-16 units. */
  readonly length: number
  /** The source; `null` in a page that may be hosted, where the reviewer brings it. */
  readonly source: string | null
  readonly items: readonly ReviewItem[]
  /** In the reading order, notes last. */
  readonly passages: readonly Passage[]
  /** Where anybody can see a page: its label → address. */
  readonly scans: Readonly<Record<string, string>>
  /** Pictures of pages that were supplied: label → address. */
  readonly images: Readonly<Record<string, string>>
  /** All verdicts of all reviewers, without the places of their files. */
  readonly verdicts: readonly Said[]
}

/** All that the review page is given. Plain data. */
export interface PageData {
  readonly mode: PageMode
  readonly edition: {readonly id: string; readonly title: string}
  readonly policy: Policy
  /** The reviewer, where it is known. */
  readonly who: string | null
  /** Ids of the items of a random sample, as `TEXT/ID`, and what it supports; `null` when all are shown. */
  readonly sample: {readonly ids: readonly string[]; readonly says: string} | null
  readonly texts: readonly PageText[]
  /** What is wrong with the files of the edition, a line each; what cannot be read is not here. */
  readonly faults: readonly string[]
}

/** A verdict that is to be written, and what stood there when the reviewer looked. */
export interface VerdictChange {
  readonly id: string
  /** Digest of what was judged. */
  readonly of: string
  /** `null` takes the verdict back. */
  readonly verdict: Said['verdict'] | null
  readonly note?: string | undefined
  readonly settles?: string | undefined
  /** What the reviewer had said before; `null` when nothing. */
  readonly was: {
    readonly verdict: Said['verdict']
    readonly of: string
    readonly note?: string | undefined
    readonly settles?: string | undefined
  } | null
}

/** What a desk can be asked for: the body of `POST /api/WHAT`. */
export interface DeskRequests {
  /** Write verdicts of a reviewer, all or none. */
  readonly verdicts: {
    readonly text: string
    readonly who: string
    readonly changes: readonly VerdictChange[]
  }
  /** Give a record another reading; of a hit it becomes a record by hand. */
  readonly reading: {
    readonly text: string
    readonly who: string
    readonly id: string
    readonly of: string
    readonly reading: string
    readonly why: string
  }
  /** Make a record by hand of a hit, as it is. */
  readonly promote: {
    readonly text: string
    readonly who: string
    readonly id: string
    readonly of: string
    readonly why: string
  }
  /** Answer a proposal: take one of its readings, leave the source, or ask. */
  readonly answer: {
    readonly text: string
    readonly who: string
    readonly id: string
    readonly of: string
    readonly answer: 'accept' | 'reject' | 'query'
    readonly reading?: string
    readonly why: string
  }
  /** Say something of words of the source: a record that changes or asks, or an annotation. */
  readonly words: {
    readonly text: string
    readonly who: string
    readonly start: number
    readonly end: number
    /** What the reviewer saw there. */
    readonly lemma: string
    readonly act: 'correct' | 'query' | 'annotate'
    readonly reading?: string
    readonly kind: string
    readonly why: string
  }
  /** Take back what was done last under this number. */
  readonly undo: {readonly done: number}
}

/** What a desk answers when something was done (200). */
export interface Done {
  /** The number under which it can be undone. */
  readonly done: number
  /** What was written, for people. */
  readonly what: string
}

/** What a desk answers when nothing was done: 400 a wrong request, 403 not allowed, 409 it has changed meanwhile. */
export interface Refused {
  readonly error: string
}
