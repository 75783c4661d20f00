import type {DeskRequests, Done} from '../../page-data.ts'
import type {Desk} from './desk.ts'
import type {Line} from './line.ts'

/** Sends what was done to the desk, one thing after the other, and knows what is still on its way. */
export interface Post {
  /** The keys of items that the desk has not yet answered for. */
  underWay(): ReadonlySet<string>
  /** Ask for something; `number` is that of the act, under which it can be undone. */
  send<K extends keyof DeskRequests>(
    number: number,
    keys: readonly string[],
    what: K,
    body: DeskRequests[K],
    refused: (error: unknown) => void,
    answered?: (done: Done) => void,
  ): void
  /** Undo an act, all of its requests, the last first. */
  undo(number: number, keys: readonly string[], refused: (error: unknown) => void): void
}

/** Make the post of a desk; `reload` is called when something was refused, or done without an event. */
export function makePost(desk: Desk, line: Line, reload: () => void): Post {
  const done = new Map<number, number[]>()
  const waiting = new Map<string, number>()
  const count = (keys: readonly string[], by: 1 | -1): void => {
    for (const key of keys) waiting.set(key, (waiting.get(key) ?? 0) + by)
  }
  const wait = (
    keys: readonly string[],
    work: () => Promise<void>,
    refused: (error: unknown) => void,
  ): void => {
    count(keys, 1)
    void line(async () => {
      try {
        await work()
      } catch (error) {
        refused(error)
      } finally {
        count(keys, -1)
        reload()
      }
    })
  }
  return {
    underWay: () => new Set([...waiting].flatMap(([key, many]) => (many > 0 ? [key] : []))),
    send(number, keys, what, body, refused, answered) {
      wait(
        keys,
        async () => {
          const answer = await desk.ask(what, body)
          done.set(number, [...(done.get(number) ?? []), answer.done])
          answered?.(answer)
        },
        refused,
      )
    },
    undo(number, keys, refused) {
      wait(
        keys,
        async () => {
          const numbers = done.get(number) ?? []
          for (const one of numbers.toReversed()) await desk.ask('undo', {done: one})
          done.delete(number)
        },
        refused,
      )
    },
  }
}
