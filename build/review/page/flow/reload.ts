import type {PageData} from '../../page-data.ts'
import {entriesOf} from '../state/entry.ts'
import {narrow} from '../state/matches.ts'
import {standIn} from '../state/queue.ts'
import type {Review} from '../state/review.ts'
import type {Ground} from './ground.ts'
import type {Desk} from './desk.ts'
import type {Line} from './line.ts'

/**
 * Put fresh data under a review.
 *
 * Shape: review, data, keys of what is still on its way → the review with the same filters, at the same item
 * or what stands in its place; what the desk has answered for is now in the data.
 */
export function withData(
  review: Review,
  data: PageData,
  underWay: ReadonlySet<string>,
): Partial<Review> {
  const entries = entriesOf(data)
  const voices = new Map([...review.voices].filter(([key]) => underWay.has(key)))
  const answered = new Set([...review.answered].filter((key) => underWay.has(key)))
  const next = {...review, data, entries, voices, answered, who: review.who ?? data.who}
  const queue = narrow(next)
  const at = review.at ? standIn(entries, review.at) : (queue[0] ?? null)
  return {data, entries, voices, answered, who: next.who, queue, at}
}

/** How long changes are awaited that come together, in milliseconds. */
const patience = 120

/** Make what gets the data anew: once for changes that come together, after what is on its way. */
export function makeReload(
  ground: Ground,
  desk: Desk,
  line: Line,
  underWay: () => ReadonlySet<string>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      void line(async () => {
        try {
          const data = await desk.load()
          ground.set(withData(ground.get(), data, underWay()))
        } catch (error) {
          ground.set({message: {words: (error as Error).message, isFault: true}})
        }
      })
    }, patience)
  }
}
