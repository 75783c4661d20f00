import type {Counts} from './count-words.ts'
import type {WordLists} from './word-lists.ts'

/** Uses per million words. */
export interface Frequency {
  readonly lower: number
  readonly capital: number
}

/** A word of the lists that no corpus has. */
const floor = 0.01
/** How far down the encyclopedia is read: below stand misspellings. */
const lastRank = 90_000
/** Words with ligatures are read further down: a name that nobody knows cannot be mended. */
const lastRankOfNames = 190_000
const hasLigature = /.f[fil]/

/**
 * Estimate how often each word is used.
 *
 * Counts of the corpora and, for what is rare there, ranks of an encyclopedia, taken for counts by
 * Zipf’s law. A word that only lists have gets a floor; one that no list has is kept when it was
 * counted twice. Words of one to three letters are believed to the corpora alone: in the
 * encyclopedia they are abbreviations.
 */
export function estimateFrequencies(counts: Counts, lists: WordLists): Map<string, Frequency> {
  const {common, names, ranked} = lists
  const rank = new Map(
    ranked.slice(0, lastRankOfNames).flatMap((word, index) => {
      return index < lastRank || hasLigature.test(word) ? [[word, index + 1] as const] : []
    }),
  )
  const all = new Set([...counts.words.keys(), ...common, ...names, ...rank.keys()])
  const frequencies = new Map<string, Frequency>()
  for (const word of all) {
    if (!/^\p{Ll}+$/u.test(word) || word.length > 24) continue
    const {lower, capital} = counts.words.get(word) ?? {lower: 0, capital: 0}
    const seen = lower + capital
    const place = word.length > 3 ? rank.get(word) : undefined
    const isListed = common.has(word) || names.has(word)
    if (
      !isListed &&
      seen < 1.5 &&
      (place === undefined || (place > 60_000 && !hasLigature.test(word)))
    )
      continue
    const counted = (1e6 * seen) / counts.total
    const ranked = place === undefined ? 0 : 60_000 / (place + 3) ** 1.07
    const both = place === undefined ? counted : counted * 0.6 + ranked * 0.4
    const total = Math.max(both, isListed ? floor : 0)
    const share = capitalShare(word, lower, capital, lists)
    frequencies.set(word, {lower: total * (1 - share), capital: total * share})
  }
  return frequencies
}

/** Which part of the uses of a word has a capital. */
function capitalShare(word: string, lower: number, capital: number, lists: WordLists): number {
  const isCommon = lists.common.has(word)
  const isName = lists.names.has(word)
  const prior = isCommon && isName ? 0.3 : isCommon ? 0.02 : 0.98
  return (capital + prior * 2) / (lower + capital + 2)
}
