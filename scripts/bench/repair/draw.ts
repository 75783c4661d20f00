import {chance} from '../../specimen/chance.ts'

/** A source of chance that is the same each time. */
export interface Draw {
  /** A number from 0 up to 1. */
  (): number
  /** Whether something happens that happens so often, from 0 to 1. */
  happens(rate: number): boolean
  /** A whole number from one to another, both included. */
  between(least: number, most: number): number
  /** One of a list. */
  pick<T>(list: readonly T[]): T
  /** A source of its own for what has this name, so that one step does not stir the others. */
  fork(name: string): Draw
}

/**
 * Make a source of chance from a seed.
 *
 * Throws: `RangeError` when asked to pick from nothing.
 */
export function drawFrom(seed: string): Draw {
  const next = chance(hash(seed))
  const between = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1))
  return Object.assign(() => next(), {
    happens: (rate: number) => next() < rate,
    between,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('There is nothing to pick from')
      return list[between(0, list.length - 1)] as T
    },
    fork: (name: string) => drawFrom(`${seed}/${name}`),
  })
}

/** A number for a name: FNV-1a. */
function hash(name: string): number {
  let sum = 0x811c9dc5
  for (const char of name) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return sum >>> 0
}
