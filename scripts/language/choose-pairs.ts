import {damagedForms} from '../../build/repair/words/ligature-forms.ts'
import type {Frequency} from './frequencies.ts'

/**
 * Choose the words whose neighbours matter: those that lost ligatures make like another word.
 *
 * Shape: frequencies → words with ligatures that share what is left of them with another, and
 * words that are what is left of one, both in small letters.
 */
export function confusable(frequencies: ReadonlyMap<string, Frequency>): {
  joined: Set<string>
  plain: Set<string>
} {
  const total = (word: string): number => {
    const {lower = 0, capital = 0} = frequencies.get(word) ?? {}
    return lower + capital
  }
  const sources = new Map<string, string[]>()
  for (const word of frequencies.keys()) {
    for (const form of damagedForms(word)) {
      sources.set(form, [...(sources.get(form) ?? []), word])
    }
  }
  const joined = new Set<string>()
  const plain = new Set<string>()
  for (const [form, words] of sources) {
    const own = total(form)
    const rivals = words.filter((word) => total(word) > 0.05 && total(word) > own * 2e-5)
    if (rivals.length === 0 || (own <= 0.05 && rivals.length === 1)) continue
    for (const word of rivals) joined.add(word)
    if (own > 0.05) plain.add(form)
  }
  return {joined, plain}
}
