import type {Language} from '../language/language.ts'
import {openCompounds} from './compounds.ts'
import type {Vocabulary} from './vocabulary.ts'
import {isWadeGiles} from './wade-giles.ts'
import type {WordModel} from './word-model.ts'

/** What is asked about the halves of a word. */
export type JudgeHyphen = (before: string, after: string) => HyphenWeights

/** Likelihoods, per million, of one word and of a compound, with the best reason for each. */
export interface HyphenWeights {
  readonly closed: number
  readonly hyphenated: number
  /** Whether both halves are words, so that both readings are possible. */
  readonly areWords: boolean
  /** Whether the second half is a whole word that the first cannot begin: they are no pair. */
  readonly isStray: boolean
  /** Whether both are words, and no evidence makes one of them, with a hyphen or without. */
  readonly isBare: boolean
  readonly closedEvidence: string
  readonly hyphenatedEvidence: string
}

/** How much likelier a line ends at a hyphen of the text’s own than in the middle of a word. */
const atHyphen = 2

/**
 * Weigh whether a hyphen at a line end belongs to its word.
 *
 * In order of weight: how the text itself writes the word inside its lines; the word in the
 * language; the compound in the language; capitals, syllables of Chinese names, parts that
 * often make compounds. No evidence leaves both likelihoods near each other.
 */
export function weighHyphens(language: Language, own: Vocabulary, model: WordModel): JudgeHyphen {
  const parts = openCompounds(language)
  const ownRate = 1e6 / Math.max(own.total, 2000)
  const namesWithHyphens = countNames(own)
  const likesHyphens = hyphenStyle(own, language)
  return (before, after) => {
    const closed = before + after
    const [first, last] = [before.toLowerCase(), after.toLowerCase()]
    const compound = `${first}-${last}`
    const isCapital = /^\p{Lu}/u.test(after) && !/^\p{Lu}+$/u.test(before)
    const isName = /^\p{Lu}/u.test(before) && !isCapital
    const known =
      model.known(isUpper(closed) ? closed.toLowerCase() : closed) +
      (isName ? model.known(closed.toLowerCase()) * 0.5 : 0)
    const areWords = isWord(language, first) && isWord(language, last, isCapital)
    const ownClosed = own.countSmall(closed.toLowerCase())
    const ownCompound = own.compound(compound)
    const attested = language.compound(compound)

    const asUnknown = model.unknown(closed) * (areWords ? 0.02 : 1) + (areWords ? 0.0005 : 0.003)
    // A whole word after half of one that it does not complete: something stands between them.
    const isStray =
      known === 0 &&
      !areWords &&
      !isName &&
      last.length > 4 &&
      language.lower(language.id(last)) > 20
    const weightClosed = (isCapital ? 0.01 : 1) * (known + asUnknown)
    const share = parts.hyphenShare(first)
    const made = areWords
      ? 0.004 +
        0.02 * Math.min(5, parts.beginning(first)) * share +
        0.006 * Math.min(5, parts.ending(last))
      : 0.00002 + (isWord(language, last) ? 0.01 * Math.min(1, parts.beginning(first)) * share : 0)
    // What dictionaries write as one word is seldom written as two.
    const unattested = known > 0 && attested === 0 ? made * 0.3 : made
    let weightHyphenated = ownCompound * ownRate + attested + unattested
    if (isCapital) weightHyphenated += 5
    const areCommon =
      language.lower(language.id(first)) > 5 && language.lower(language.id(last)) > 5
    const mayBeTwo = likesHyphens && areCommon && first.length > 2 && known < 3 && ownClosed === 0
    if (mayBeTwo) weightHyphenated += known * 0.1
    // How the text itself writes such words: “north-” before something else, inside a line.
    if (isWord(language, last, isCapital)) {
      weightHyphenated += Math.min(1.5, 0.3 * own.beginning(first)) / (1 + 2 * known)
    }
    // re-edited, co-operate, anti-imperial.
    const vowels = first.slice(-1) + last.charAt(0)
    if (/^(?:ee|oo|ii|aa)$/.test(vowels) && isWord(language, last)) weightHyphenated += 0.3
    const isChinese = isName && isWadeGiles(first) && isWadeGiles(last)
    if (isChinese) weightHyphenated += namesWithHyphens > 1 ? 1 : 0.02
    // Two words, and nothing says that anybody ever made one of them.
    const isBare =
      areWords &&
      !isCapital &&
      !isChinese &&
      known === 0 &&
      attested + ownCompound === 0 &&
      parts.beginning(first) < 0.5 &&
      parts.ending(last) < 0.5
    return {
      areWords,
      isStray,
      isBare,
      closed: weightClosed,
      hyphenated: weightHyphenated * atHyphen,
      closedEvidence:
        ownClosed > 0
          ? `“${closed}” stands ${times(ownClosed)} inside lines`
          : known > 0
            ? `“${closed}” is a word`
            : `the halves are no words`,
      hyphenatedEvidence:
        ownCompound > 0
          ? `“${before}-${after}” stands ${times(ownCompound)} inside lines`
          : attested > 0
            ? `“${before}-${after}” is attested`
            : isCapital
              ? 'the second half has a capital'
              : isChinese
                ? 'both halves are syllables of Chinese names'
                : 'both halves are words, and no word is made of them',
    }
  }
}

function isUpper(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase()
}

/** Whether half a compound is a word; a name only where it has a capital. */
function isWord(language: Language, small: string, mayBeName = true): boolean {
  const id = language.id(small)
  // Long words are seldom fragments of others.
  const enough = small.length > 6 ? 0.011 : 0.4
  return language.lower(id) + (mayBeName ? language.capital(id) : 0) > enough
}

/** Whether a text writes with hyphens what dictionaries write as one word: “break-up”, “tea-house”. */
function hyphenStyle(own: Vocabulary, language: Language): boolean {
  let number = 0
  for (const [compound, count] of own.compounds()) {
    const [first = '', last = ''] = compound.split('-')
    const isOne = language.lower(language.id(first + last)) > 0.05
    if (isOne && isWord(language, first) && isWord(language, last)) number += count
  }
  return number > 2 && number / Math.max(own.total, 1) > 1 / 2000
}

/** How many names of two syllables with a hyphen the text has, each form once. */
function countNames(own: Vocabulary): number {
  let names = 0
  for (const [compound] of own.compounds()) {
    const [first = '', last = ''] = compound.split('-')
    if (isWadeGiles(first) && isWadeGiles(last)) names++
  }
  return names
}

/** Say how often. */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
