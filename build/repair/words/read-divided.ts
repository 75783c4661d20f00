import type {JudgeHyphen} from './judge-hyphen.ts'
import {inCaseOf, wordsOf} from './ligature-index.ts'
import {channel, fillPlaceholders} from './read-ligatures.ts'
import {hasPlaceholder} from './tokenise.ts'
import type {Reading} from './read-ligatures.ts'
import type {Profile} from './damage-profile.ts'

/** A reading of a word that a line end divides. */
export interface DividedReading {
  /** Its halves, with what ligatures they lost. */
  readonly before: string
  readonly after: string
  readonly isKept: boolean
  readonly p: number
  /** Whether its halves are words, so that it may be read either way. */
  readonly areWords: boolean
  readonly evidence: string
}

/** How a divided word stands. */
export interface Setting {
  /** Whether its hyphen is a soft one (U+00AD). */
  readonly isSoft: boolean
  /** Whether a hyphen inside a line ties it to another word: “up-⏎to-date”. */
  readonly isChain: boolean
}

/** How much such a word is likelier to be a compound. */
const byChain = 30
/** How much a soft hyphen (U+00AD) speaks for one word; some programs write it for every hyphen. */
const bySoftHyphen = 30

/**
 * Read a divided word: with or without its hyphen, and with the ligatures it may have lost.
 *
 * Shape: its halves as they stand, and how they stand → readings, the likeliest first; their probabilities sum to 1.
 */
export function readDivided(
  before: string,
  after: string,
  profile: Profile,
  reading: Reading,
  judge: JudgeHyphen,
  {isSoft, isChain}: Setting = {isSoft: false, isChain: false},
): DividedReading[] {
  const weighed: (Omit<DividedReading, 'p'> & {weight: number})[] = []
  const likely = (word: string, form: string): number =>
    hasPlaceholder.test(form) ? (word === form ? 1e-4 : 1) : channel(word, form, profile)
  const add = (first: string, last: string, fits: 'closed' | 'hyphenated' | 'both'): void => {
    const weights = judge(first, last)
    if (weights.isStray) return
    if (fits !== 'hyphenated') {
      const lost = likely((first + last).toLowerCase(), before + after)
      const {closed, areWords, closedEvidence: evidence} = weights
      weighed.push({
        before: first,
        after: last,
        isKept: false,
        areWords,
        evidence,
        weight: closed * lost * (isSoft ? bySoftHyphen : 1),
      })
    }
    if (fits !== 'closed') {
      const lost = likely(first.toLowerCase(), before) * likely(last.toLowerCase(), after)
      const {hyphenated, areWords, hyphenatedEvidence: evidence} = weights
      weighed.push({
        before: first,
        after: last,
        isKept: true,
        areWords,
        evidence,
        weight: hyphenated * lost * (isChain ? byChain : 1),
      })
    }
  }
  if (hasPlaceholder.test(before + after)) {
    for (const word of fillPlaceholders(before + after)) {
      const halves = halve(word, before, after)
      if (halves) add(...halves, 'closed')
    }
    const filled = (half: string): string[] =>
      hasPlaceholder.test(half) ? fillPlaceholders(half) : [half]
    for (const first of filled(before)) {
      for (const last of filled(after)) add(first, last, 'hyphenated')
    }
  }
  add(before, after, 'both')
  if (profile.damaged > 0.05) {
    for (const word of wordsOf(before + after, reading.index)) {
      const halves = halve(inCaseOf(before, word), before, after)
      if (halves) add(...halves, 'closed')
    }
    const firsts = [before, ...restored(before, reading)]
    const lasts = [after, ...restored(after, reading)]
    for (const first of firsts) {
      for (const last of lasts) {
        if (first !== before || last !== after) add(first, last, 'hyphenated')
      }
    }
  }
  // No evidence is no certainty.
  const rest = judge(before, after).isBare ? 0.1 : 0
  const sum = weighed.reduce((total, {weight}) => total + weight, 0) * (1 + rest)
  return weighed
    .map(({weight, ...rest}) => ({...rest, p: sum === 0 ? 0 : weight / sum}))
    .toSorted((a, b) => b.p - a.p)
}

/** Words that half a compound may be the rest of; rare ones say nothing. */
function restored(half: string, {index, language}: Reading): string[] {
  return wordsOf(half, index)
    .filter((word) => language.lower(language.id(word)) > 0.3)
    .map((word) => inCaseOf(half, word))
}

/**
 * Part a mended word where its line ended. Letters that were lost at the very place begin the second
 * half before a vowel, and end the first before a consonant: grati-fied, signifi-cant.
 */
function halve(word: string, before: string, after: string): [string, string] | null {
  const lost = word.slice(before.length, -after.length)
  if (/^[aeiou]/.test(after) && word === before + lost + after) return [before, lost + after]
  if (word.endsWith(after)) return [word.slice(0, -after.length), after]
  if (word.startsWith(before)) return [before, word.slice(before.length)]
  return null
}
