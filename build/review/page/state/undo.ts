import type {Voice} from './voice.ts'

/** Something that was done and can be taken back. */
export interface Undoable {
  /** Tells it from the others; counted up. */
  readonly number: number
  /** What was done, for people. */
  readonly what: string
  /** Keys of the items it was about, the first being where the reviewer was. */
  readonly keys: readonly string[]
  /** What the reviewer had said before, by key; of answers and other acts at the desk nothing. */
  readonly was: ReadonlyMap<string, Voice | null>
}

/** Put something on the stack; the oldest fall off. */
export function push(stack: readonly Undoable[], undoable: Undoable): Undoable[] {
  return [...stack.slice(-deepest + 1), undoable]
}

/** How many acts can be taken back. */
const deepest = 500

/** Take what was refused off the stack: some keys of an act, or all of it. */
export function withdraw(
  stack: readonly Undoable[],
  number: number,
  refused: ReadonlySet<string>,
): Undoable[] {
  return stack.flatMap((one) => {
    if (one.number !== number) return [one]
    const keys = one.keys.filter((key) => !refused.has(key))
    const was = new Map([...one.was].filter(([key]) => !refused.has(key)))
    return keys.length > 0 ? [{...one, keys, was}] : []
  })
}
