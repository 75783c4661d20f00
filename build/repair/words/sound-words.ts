import type {Candidate} from '../hit.ts'
import type {Language} from '../language/language.ts'
import type {Damage} from './damage-profile.ts'
import type {LigatureIndex} from './ligature-index.ts'
import type {DividedReading} from './read-divided.ts'
import {baseOf} from './read-ligatures.ts'
import type {Token} from './token.ts'
import {hasPlaceholder} from './tokenise.ts'
import {countVocabulary} from './vocabulary.ts'
import type {Vocabulary} from './vocabulary.ts'

/** What tells sound words from damaged ones. */
export interface Soundness {
  readonly damage: Damage
  readonly language: Language
  readonly index: LigatureIndex
}

/** Whether a word may count as vocabulary: not if it looks like what is left of another. */
export function isSound(token: Token, {damage, language, index}: Soundness): boolean {
  if (hasPlaceholder.test(token.text)) return false
  if (damage.of(token).damaged < 0.05) return true
  const small = baseOf(token.text)
  return language.uses(token.text) > 0.01 || index.of(small).length === 0
}

/** Words with ligatures that the text has and the language does not. */
export function ownWords(vocabulary: Vocabulary, language: Language): string[] {
  const own: string[] = []
  for (const [word] of vocabulary.words()) {
    const small = word.toLowerCase()
    if (/ff|f[il]/.test(small) && language.id(small) < 0) own.push(small)
  }
  return own
}

/** The vocabulary of a text as far as it is read: sound words, and mended ones that are sure. */
export function mendedVocabulary(
  tokens: readonly Token[],
  readings: ReadonlyMap<Token, readonly Candidate[]>,
  divided: ReadonlyMap<Token, readonly DividedReading[]>,
  soundness: Soundness,
): Vocabulary {
  const words: Token[] = []
  for (const token of tokens) {
    const best = readings.get(token)?.[0]
    if (best && best.p > 0.9) words.push({...token, text: best.reading})
    else if (!best && isSound(token, soundness)) words.push(token)
    const [whole] = divided.get(token) ?? []
    if (whole && !whole.isKept && whole.p > 0.95 && token.continued) {
      const {continued: _, ...rest} = token
      words.push({...rest, text: whole.before + whole.after})
    }
  }
  return countVocabulary(words)
}
