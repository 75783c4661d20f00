import {ligatures} from './ligature-forms.ts'
import type {Candidate, Hit} from '../hit.ts'
import type {Language} from '../language/language.ts'
import type {Layout} from '../layout/layout.ts'
import type {Guards} from '../look.ts'
import {readDamage} from './damage-profile.ts'
import {findGapsAtStops} from './glue-at-stops.ts'
import {hitsOfDivided, hitsOfGaps, hitsOfSplits, hitsOfWords} from './hits-of-words.ts'
import {weighHyphens} from './judge-hyphen.ts'
import type {JudgeHyphen} from './judge-hyphen.ts'
import {indexLigatures, withWords} from './ligature-index.ts'
import {partGlued} from './part-glued.ts'
import {readDivided} from './read-divided.ts'
import type {DividedReading} from './read-divided.ts'
import {baseOf, neighboursOf, readLigatures, readPlaceholders} from './read-ligatures.ts'
import {isSound, mendedVocabulary, ownWords} from './sound-words.ts'
import {joinSplits} from './split-ligatures.ts'
import type {Token} from './token.ts'
import {gluedTail, hasPlaceholder, isSyllable, tokenise} from './tokenise.ts'
import {countVocabulary} from './vocabulary.ts'
import {isWadeGiles} from './wade-giles.ts'
import {modelWords} from './word-model.ts'

/** What the rules of words find. */
export interface WordHits {
  readonly hits: readonly Hit[]
  /** How hyphens at the cuts of pages are judged. */
  readonly judge: JudgeHyphen
}

/**
 * Read the words of a text: blanks that are missing, words that a line end divides, ligatures that
 * are lost.
 *
 * Two passes: what the first is sure of is vocabulary and neighbour for the second. Damaged words
 * never count as vocabulary, or they would attest themselves.
 */
export function readWords(
  text: string,
  layout: Layout,
  language: Language,
  guards: Guards,
): WordHits {
  const pieces = tokenise(text, layout)
  const general = indexLigatures(language)
  // First, for what is left of a cut word looks like one that lost its ligature. Pieces of words
  // that stand there again and again are no vocabulary.
  const whole = pieces.filter(({text: word}) => word.length > 6 || language.frequency(word) > 0.5)
  const beforehand = modelWords(language, countVocabulary(whole))
  const {tokens: raw, splits} = joinSplits(text, pieces, language, beforehand)
  const damage = readDamage(raw, language, general)
  const soundness = {damage, language, index: general}
  const isGuarded = (word: string): boolean => guards.words.has(word.toLowerCase())
  let vocabulary = countVocabulary(raw.filter((token) => isSound(token, soundness)))
  let model = modelWords(language, vocabulary)
  const index = withWords(general, ownWords(vocabulary, language))
  const stops = findGapsAtStops(text, raw, language)
  const parted = partGlued(text, raw, stops, vocabulary, {...soundness, index}, isGuarded)
  const {tokens} = parted

  // Pieces of words whose joining is uncertain are read as nothing else.
  const asked = new Set(splits.flatMap((split) => split.pieces))
  let readings = new Map<Token, readonly Candidate[]>()
  let divided = new Map<Token, readonly DividedReading[]>()
  for (let pass = 0; pass < 2; pass++) {
    const reading = {language, index, model}
    const judge = weighHyphens(language, vocabulary, model)
    const before = readings
    const readingOf = (token: Token): string => {
      const best = before.get(token)?.[0]
      return best && best.p > 0.5 ? best.reading : token.text
    }
    readings = new Map()
    divided = new Map()
    for (const [at, token] of tokens.entries()) {
      const profile = damage.of(token)
      if (token.continued) {
        // What is glued to the second half is no part of the word.
        const after = token.continued.text.replace(gluedTail, '')
        const isSoft = text[token.end] === '\u00AD'
        const next = tokens[tokens.indexOf(token.continued, at) + 1]
        const isChain = token.before === '-' || next?.before === '-'
        divided.set(
          token,
          readDivided(token.text, after, profile, reading, judge, {isSoft, isChain}),
        )
      }
      if (token.isHalf || token.continues || asked.has(token) || isGuarded(token.text)) continue
      if (isSyllable(tokens, at)) continue
      if (isPieceOfWord(tokens[at - 1], token, language)) continue
      const isShapeless = hasPlaceholder.test(token.text)
      const mayBeRest = profile.damaged > 0.05 && index.of(baseOf(token.text)).length > 0
      if (!isShapeless && !mayBeRest) continue
      const neighbours = neighboursOf(tokens, at, language, readingOf)
      // A syllable in a run of words that no list has is romanized Chinese.
      if (neighbours.strange > 0.45 && isWadeGiles(token.text)) continue
      readings.set(
        token,
        isShapeless
          ? readPlaceholders(token.text, reading, neighbours)
          : readLigatures(token.text, profile, reading, neighbours),
      )
    }
    vocabulary = mendedVocabulary(tokens, readings, divided, soundness)
    model = modelWords(language, vocabulary)
  }
  const hits = [
    ...hitsOfWords(text, readings, damage, language, vocabulary),
    ...hitsOfDivided(text, divided),
    ...hitsOfSplits(text, splits),
  ]
  return {
    hits: [...hits, ...hitsOfGaps(text, [...stops, ...parted.gaps], hits)],
    judge: weighHyphens(language, vocabulary, model),
  }
}

/** Whether a blank stands for a ligature that is lost: “re ections” is no case of “flections”. */
function isPieceOfWord(before: Token | undefined, token: Token, language: Language): boolean {
  if (!before || token.before !== ' ' || language.uses(before.text) > 50) return false
  const whole = ligatures.map((letters) => before.text + letters + token.text)
  return whole.some((word) => language.uses(word) > 0.3)
}
