import {fromClass, stops} from './table-format.ts'
import type {Table} from './table-format.ts'

/** A word of the table: its number there. */
export type WordId = number

/** What is known about the words of a language. */
export interface Language {
  /** Version of the table, for the header of hits. */
  readonly version: string
  /** All words of the table in small letters, by their number; the first are {@link stops}. */
  readonly words: readonly string[]
  /** The number of a word in small letters; -1 when unknown. */
  id(word: string): WordId
  /** Uses in small letters per million words; 0 when unknown. */
  lower(id: WordId): number
  /** Uses with a capital inside a sentence, per million words; 0 when unknown. */
  capital(id: WordId): number
  /** How often a word occurs as it is written, per million words; 0 when unknown. */
  frequency(word: string): number
  /** Uses per million as it is written, or in small letters: what makes it a word at all. */
  uses(word: string): number
  /** Whether the neighbours of a word were counted: of words that are easily confused. */
  isPaired(id: WordId): boolean
  /** How often a word follows another, per million pairs; 0 unless one of them is paired. */
  pair(before: WordId, after: WordId): number
  /** All compounds of the table, in small letters. */
  readonly compounds: readonly string[]
  /** How often a compound is written with its hyphens, per million words; 0 when unknown. */
  compound(word: string): number
}

/** The number of what stands for a stop or a number. */
export function stopId(stop: (typeof stops)[number]): WordId {
  return stops.indexOf(stop)
}

/**
 * Make a table of words fit for questions.
 *
 * Words and pairs are found by halving, for most of the table is never asked for; what was asked
 * once is remembered.
 */
export function openLanguage(table: Table): Language {
  const {version, words} = table
  const amounts = Float64Array.from({length: 256}, (_, value) => fromClass(value))
  const amount = (classes: Uint8Array, index: number): number => amounts[classes[index] ?? 0] ?? 0
  const asked = new Map<string, WordId>(stops.map((stop, index) => [stop, index]))
  const id = (word: string): WordId => {
    const known = asked.get(word)
    if (known !== undefined) return known
    const found = find(words.length, stops.length, (index) => compare(words[index] ?? '', word))
    asked.set(word, found)
    return found
  }
  const lower = (word: WordId): number => (word < 0 ? 0 : amount(table.lower, word))
  const capital = (word: WordId): number => (word < 0 ? 0 : amount(table.capital, word))
  const paired = new Set(table.paired)
  const weighed = new Map<string, number>()
  const uses = (word: string): number => {
    const known = weighed.get(word)
    if (known !== undefined) return known
    const small = word.toLowerCase()
    const found = id(small)
    const sum = lower(found) + (small === word ? 0 : capital(found))
    weighed.set(word, sum)
    return sum
  }
  const compounds = new Map(table.compounds.map((word, index) => [word, index]))
  return {
    version,
    words,
    id,
    lower,
    capital,
    frequency: (word) => {
      const small = word.toLowerCase()
      return word === small ? lower(id(small)) : capital(id(small))
    },
    uses,
    isPaired: (word) => paired.has(word),
    pair: (before, after) => {
      if (before < 0 || after < 0) return 0
      const key = before * words.length + after
      const found = find(table.pairs.length, 0, (index) => (table.pairs[index] ?? 0) - key)
      return found < 0 ? 0 : amount(table.pairClasses, found)
    },
    compounds: table.compounds,
    compound: (word) => {
      const found = compounds.get(word.toLowerCase())
      return found === undefined ? 0 : amount(table.compoundClasses, found)
    },
  }
}

/** Find by halving where something compares as equal; -1 when it does nowhere. */
function find(length: number, from: number, difference: (index: number) => number): number {
  let low = from
  let high = length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const side = difference(middle)
    if (side === 0) return middle
    if (side < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Compare words as they are sorted: by UTF-16 units. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
