import type {PageData} from '../../page-data.ts'
import {entriesOf} from './entry.ts'
import type {Entry} from './entry.ts'
import {noFilters} from './filters.ts'
import type {Filters} from './filters.ts'
import {narrow} from './matches.ts'
import type {Undoable} from './undo.ts'
import {isDone, isOfNow, standingOf, voiceOf} from './voice.ts'
import type {Standing, Voice, Voices} from './voice.ts'

/** What the page says to the reviewer below the card; a fault stays until the next act. */
export interface Message {
  readonly words: string
  readonly isFault: boolean
}

/** Whether the keys are written on the buttons, and whether single keys do anything. */
export interface KeySettings {
  readonly areShown: boolean
  readonly areOn: boolean
}

/** All that the page knows at a moment. */
export interface Review {
  readonly data: PageData
  readonly entries: readonly Entry[]
  readonly filters: Filters
  /** The entries that the filters leave. */
  readonly queue: readonly Entry[]
  /** The entry that is open; it may have left the queue. */
  readonly at: Entry | null
  readonly who: string | null
  /** What was said since the data was made, by key. */
  readonly voices: ReadonlyMap<string, Voice | null>
  /** Keys of proposals that were answered since the data was made. */
  readonly answered: ReadonlySet<string>
  /** Notes that are written and not yet said, by key. */
  readonly drafts: ReadonlyMap<string, string>
  /** Which reading of a proposal is chosen, by key; the first when not named. */
  readonly chosen: ReadonlyMap<string, number>
  /** Sources that the reviewer has brought, by id of the text. */
  readonly brought: ReadonlyMap<string, string>
  /** What can be taken back, the last at the end. */
  readonly undoable: readonly Undoable[]
  /** How many acts there were. */
  readonly acts: number
  readonly keys: KeySettings
  readonly message: Message
}

/** Begin a review of data. */
export function beginReview(data: PageData, keys: KeySettings): Review {
  const entries = entriesOf(data)
  const review: Review = {
    data,
    entries,
    filters: noFilters,
    queue: entries,
    at: null,
    who: data.who,
    voices: new Map(),
    answered: new Set(),
    drafts: new Map(),
    chosen: new Map(),
    brought: new Map(),
    undoable: [],
    acts: 0,
    keys,
    message: {words: '', isFault: false},
  }
  return withFilters(review, noFilters)
}

/** What is needed to say how an item stands. */
export function voicesOf({
  who,
  voices,
  data,
  answered,
}: Review): Voices & {readonly answered: ReadonlySet<string>} {
  return {who, voices, policy: data.policy, answered}
}

/** How an entry of a review stands. */
export function standingIn(review: Review, entry: Entry): Standing {
  return standingOf(entry, voicesOf(review))
}

/** What the reviewer says of an entry. */
export function voiceIn(review: Review, entry: Entry): Voice | null {
  return voiceOf(entry, voicesOf(review))
}

/** Whether an entry waits for this reviewer: it is not done, and they have not judged it as it is now. */
export function waitsIn(review: Review, entry: Entry): boolean {
  if (isDone(standingIn(review, entry))) return false
  if (entry.item.sort === 'proposal') return review.data.mode === 'desk'
  return !isOfNow(voiceIn(review, entry), entry)
}

/** Find the source of a text: what the page was given, or what the reviewer has brought. */
export function sourceIn(
  {brought}: Pick<Review, 'brought'>,
  {text}: Pick<Entry, 'text'>,
): string | null {
  return text.source ?? brought.get(text.id) ?? null
}

/** Narrow the queue to some filters; the open entry stays open while it is in it. */
export function withFilters(review: Review, filters: Filters): Review {
  const queue = narrow({...review, filters})
  const {at} = review
  const isIn = at !== null && queue.some(({key}) => key === at.key)
  return {...review, filters, queue, at: isIn ? at : (queue[0] ?? at)}
}

/** Find an entry by its key. */
export function findEntry({entries}: Pick<Review, 'entries'>, key: string): Entry | null {
  return entries.find((entry) => entry.key === key) ?? null
}
