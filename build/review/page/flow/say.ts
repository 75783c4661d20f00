import type {DeskRequests, VerdictChange} from '../../page-data.ts'
import type {Entry} from '../state/entry.ts'
import {narrow} from '../state/matches.ts'
import {nextWaiting} from '../state/queue.ts'
import {findEntry, voiceIn, waitsIn} from '../state/review.ts'
import type {Review} from '../state/review.ts'
import {push, withdraw} from '../state/undo.ts'
import type {Undoable} from '../state/undo.ts'
import {isSameVoice} from '../state/voice.ts'
import type {Voice} from '../state/voice.ts'
import {RefusedError} from './desk.ts'
import type {Ground} from './ground.ts'
import type {Post} from './post.ts'
import {keepVoices} from './shelf.ts'

/** A verdict on an entry; `null` takes it back. */
export interface Saying {
  readonly entry: Entry
  readonly voice: Voice | null
}

/** How an answer to a proposal is asked for. */
export type Answering = Omit<DeskRequests['answer'], 'who' | 'text' | 'id' | 'of'> & {
  readonly entry: Entry
}

/** What a reviewer can do to the edition. Everything shows at once and is taken back when it is refused. */
export interface Acts {
  /** Judge entries. `goesOn`: the next entry that waits is opened. */
  judge(sayings: readonly Saying[], what: string, goesOn: boolean): void
  /** Answer proposals. */
  answer(answers: readonly Answering[], what: string): void
  /** Ask the desk for something that shows when it is done. */
  request<K extends 'reading' | 'promote' | 'words'>(
    what: K,
    body: Omit<DeskRequests[K], 'who'>,
    keys: readonly string[],
  ): void
  undo(): void
}

/** Make what a reviewer can do. */
export function makeActs(ground: Ground, post: Post | null): Acts {
  const {get, set} = ground
  const whoOf = ({who}: Review): string => {
    if (who === null) throw new TypeError('Nobody judges; ask for a name first.')
    return who
  }

  /** Show that something was done, and open the next entry. */
  const show = (
    change: Partial<Review>,
    undoable: Omit<Undoable, 'number'>,
    goesOn: boolean,
  ): number => {
    const review = get()
    const number = review.acts + 1
    const next = {...review, ...change}
    const queue = narrow(next)
    const onwards = nextWaiting(queue, next.at, (entry) => waitsIn(next, entry))
    set({
      ...change,
      queue,
      acts: number,
      undoable: push(review.undoable, {...undoable, number}),
      at: goesOn && onwards ? onwards : next.at,
      message: {words: undoable.what, isFault: false},
    })
    return number
  }

  /** Put back what was refused, say why, and look at how things are. */
  const putBack = (number: number, keys: readonly string[], error: unknown): void => {
    const review = get()
    const refused = new Set(keys)
    const voices = new Map([...review.voices].filter(([key]) => !refused.has(key)))
    const answered = new Set([...review.answered].filter((key) => !refused.has(key)))
    const undoable = withdraw(review.undoable, number, refused)
    const queue = narrow({...review, voices, answered})
    const words = `${keys.join(', ')}: not written. ${reasonOf(error)}`
    set({voices, answered, undoable, queue, message: {words, isFault: true}})
  }

  const keep = (): void => {
    if (ground.desk || keepVoices(ground.shelf, get())) return
    const words = 'This browser keeps nothing: export your verdicts before you close the page.'
    set({message: {words, isFault: true}})
  }

  return {
    judge(sayings, what, goesOn) {
      const review = get()
      const was = new Map(sayings.map(({entry}) => [entry.key, voiceIn(review, entry)]))
      const changed = sayings.filter(
        ({entry, voice}) => !isSameVoice(voice, was.get(entry.key) ?? null),
      )
      if (changed.length === 0) {
        set({message: {words: 'You have said so already.', isFault: false}})
        return
      }
      const voices = new Map(review.voices)
      for (const {entry, voice} of changed) voices.set(entry.key, voice)
      const keys = changed.map(({entry}) => entry.key)
      const number = show({voices}, {what, keys, was}, goesOn)
      if (!post) return keep()
      for (const [text, list] of Map.groupBy(changed, ({entry}) => entry.text.id)) {
        const changes = list.map(({entry, voice}) => changeOf(entry, voice, was))
        const body = {text, who: whoOf(review), changes}
        const own = list.map(({entry}) => entry.key)
        post.send(number, own, 'verdicts', body, (error) => putBack(number, own, error))
      }
    },

    answer(answers, what) {
      const review = get()
      const keys = answers.map(({entry}) => entry.key)
      const answered = new Set([...review.answered, ...keys])
      const number = show({answered}, {what, keys, was: new Map()}, true)
      for (const {entry, ...answer} of answers) {
        const {text, item, key} = entry
        const body = {...answer, text: text.id, who: whoOf(review), id: item.id, of: item.of}
        post?.send(number, [key], 'answer', body, (error) => putBack(number, [key], error))
      }
    },

    request(what, body, keys) {
      const review = get()
      const full = {...body, who: whoOf(review)} as DeskRequests[typeof what]
      const number = review.acts + 1
      set({acts: number, message: {words: 'Asked the desk …', isFault: false}})
      const refuse = (error: unknown): void =>
        set({message: {words: `Not written. ${reasonOf(error)}`, isFault: true}})
      post?.send(number, [], what, full, refuse, (done) =>
        set({
          undoable: push(get().undoable, {number, what: done.what, keys, was: new Map()}),
          message: {words: done.what, isFault: false},
        }),
      )
    },

    undo() {
      const review = get()
      const last = review.undoable.at(-1)
      if (!last) {
        set({message: {words: 'Nothing to take back.', isFault: false}})
        return
      }
      const voices = new Map(review.voices)
      for (const [key, voice] of last.was) voices.set(key, voice)
      const answered = new Set([...review.answered].filter((key) => !last.keys.includes(key)))
      const queue = narrow({...review, voices, answered})
      const [first = ''] = last.keys
      const message = {words: `Taken back: ${last.what}`, isFault: false}
      const at = findEntry(review, first) ?? review.at
      set({voices, answered, queue, at, undoable: review.undoable.slice(0, -1), message})
      if (!post) return keep()
      post.undo(last.number, last.keys, (error) => putBack(last.number, last.keys, error))
    },
  }
}

function changeOf(
  {key, item}: Entry,
  voice: Voice | null,
  before: ReadonlyMap<string, Voice | null>,
): VerdictChange {
  const was = before.get(key) ?? null
  if (voice) return {...voice, id: item.id, was}
  return {id: item.id, of: item.of, verdict: null, was}
}

function reasonOf(error: unknown): string {
  return error instanceof RefusedError ? error.message : String(error)
}
