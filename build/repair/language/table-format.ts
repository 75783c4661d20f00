/**
 * The form of a table of words, before compression.
 *
 * Sections, each after its length in bytes (32 bits, little-endian): version, words, classes of
 * their uses in small letters and with a capital, pairs, classes of the pairs,
 * words whose pairs are there, compounds, their
 * classes. Words stand in the order of the alphabet, each as the number of letters that it shares
 * with the word before (one byte) and the rest, after it a line end. Pairs are numbers
 * `before * words + after`; they and the numbers of words are written as differences, seven bits a
 * byte, the lowest first, after their count (32 bits).
 */
export interface Table {
  readonly version: string
  readonly words: readonly string[]
  readonly lower: Uint8Array
  readonly capital: Uint8Array
  readonly pairs: Float64Array
  readonly pairClasses: Uint8Array
  /** Words whose neighbours were counted, by their number. */
  readonly paired: Float64Array
  readonly compounds: readonly string[]
  readonly compoundClasses: Uint8Array
}

/** Words that stand for stops and numbers; they are the first of each table. */
export const stops = ['.', ',', '(', ')', '#'] as const

/** Steps of a class to an octave. */
const steps = 4

/** Make a class of an amount: 0 for none, steps of a quarter octave from a thousandth on. */
export function toClass(amount: number): number {
  if (amount < 0.001) return 0
  return Math.min(255, 1 + Math.round(steps * Math.log2(amount * 1000)))
}

/** The amount that a class stands for. */
export function fromClass(value: number): number {
  return value === 0 ? 0 : 2 ** ((value - 1) / steps) / 1000
}
