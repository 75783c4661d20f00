import type {Language, WordId} from '../language/language.ts'
import type {Vocabulary} from './vocabulary.ts'

/** How likely words are, in a text and between two others; per million throughout. */
export interface WordModel {
  /** How likely a word is as it is written, whatever stands beside it; 0 when nobody
   * knows it. At the start of a sentence a capital says nothing. */
  known(word: string, isInitial?: boolean): number
  /** How likely it is that a word that nobody knows is spelt so. */
  unknown(word: string): number
  /** What the neighbours say: a factor on the likelihood of a word, 1 when they say nothing. */
  fit(word: string, before: WordId, after: WordId): number
}

/** Absolute discount of a pair, per million. */
const discount = 0.3
/** How much a text’s own use of a word counts against that of the language. */
const ownShare = 0.3

/**
 * Make the model of the words of a text.
 *
 * Shape: language, the words of the text that are sound → model. Pairs are smoothed by
 * interpolated absolute discounting (Ney, Essen, Kneser 1994); how many different words follow
 * one is estimated from its frequency.
 */
export function modelWords(language: Language, own: Vocabulary): WordModel {
  const ownRate = 1e6 / Math.max(own.total, 2000)
  const known = (word: string, isInitial = false): number => {
    const small = word.toLowerCase()
    const id = language.id(small)
    const isSmall = word === small
    const general = isSmall
      ? language.lower(id)
      : language.capital(id) + language.lower(id) * (isInitial ? 1 : 0.1)
    return general * (1 - ownShare) + own.count(word) * ownRate * ownShare
  }
  const unknown = (word: string): number => {
    const isCapital = /^\p{Lu}/u.test(word)
    return (isCapital ? 300 : 60) * 11 ** -Math.min(word.length, 9)
  }
  const given = (before: WordId, after: WordId): number => {
    const uses = language.lower(before) + language.capital(before)
    if (before < 0 || uses < 0.5) return 1
    const alone = Math.max(language.lower(after) + language.capital(after), 0.01)
    const followers = 1.5 * (uses / 0.4) ** 0.78
    const rest = Math.min(1, (discount * followers) / uses)
    const seen = Math.max(0, language.pair(before, after) - discount) / uses
    return (seen * 1e6) / alone + rest
  }
  const fit = (word: string, before: WordId, after: WordId): number => {
    const id = language.id(word.toLowerCase())
    return id < 0 || !language.isPaired(id) ? 1 : given(before, id) * given(id, after)
  }
  return {known, unknown, fit}
}
