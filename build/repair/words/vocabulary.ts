import type {Token} from './token.ts'

/** How often words occur in a text, as far as nothing divides or joins them. */
export interface Vocabulary {
  /** All words counted. */
  readonly total: number
  /** Occurrences of a word as it is written. */
  count(word: string): number
  /** Occurrences of a word in small letters or with a capital. */
  countSmall(small: string): number
  /** Occurrences of a compound inside lines, in small letters: its words joined by hyphens. */
  compound(small: string): number
  /** Occurrences of compounds that begin with a word in small letters. */
  beginning(small: string): number
  /** Each compound that occurs, with its number. */
  compounds(): Iterable<readonly [small: string, count: number]>
  /** Each word that occurs, as it is written, with its number. */
  words(): Iterable<readonly [word: string, count: number]>
}

/** Count the words of a text; halves of divided words are left out. */
export function countVocabulary(tokens: readonly Token[]): Vocabulary {
  const words = new Map<string, number>()
  const smalls = new Map<string, number>()
  const compounds = new Map<string, number>()
  const firsts = new Map<string, number>()
  let total = 0
  let before: Token | undefined
  for (const token of tokens) {
    if (before && token.before === '-' && token.line === before.line) {
      // A longer compound counts for each of its joints: party-to, to-party.
      add(compounds, `${before.text}-${token.text}`.toLowerCase())
      add(firsts, before.text.toLowerCase())
    }
    before = token
    if (token.continued || token.continues) continue
    add(words, token.text)
    add(smalls, token.text.toLowerCase())
    total++
  }
  return {
    total,
    count: (word) => words.get(word) ?? 0,
    countSmall: (small) => smalls.get(small) ?? 0,
    compound: (small) => compounds.get(small) ?? 0,
    beginning: (small) => firsts.get(small) ?? 0,
    compounds: () => compounds,
    words: () => words,
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
