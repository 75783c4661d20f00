import type {Language} from '../language/language.ts'
import {lossesOf, wordsOf} from './ligature-index.ts'
import type {LigatureIndex, Loss} from './ligature-index.ts'
import type {Token} from './token.ts'
import {isSyllable} from './tokenise.ts'

/** How the ligatures of a region fared. */
export interface Profile {
  /** Words looked at. */
  readonly words: number
  /** Ligatures that are there. */
  readonly intact: number
  /** Ligatures that seem lost, by the way they were. */
  readonly lost: Readonly<Record<Loss, number>>
  /** Probability that the region lost ligatures at all, from 0 to 1. */
  readonly damaged: number
  /** Share of its ligatures that were lost in each way, and that stayed; they sum to 1. */
  readonly shares: Readonly<Record<Loss | 'intact', number>>
}

/** Ligatures a word of English prose. */
const expected = 0.0136
/** Words of undamaged prose that look like what is left of another, a word; names do more often. */
const chance = {small: 3e-4, capital: 1e-3}
/** Before anything is seen: that a text lost ligatures; that a region did when another one did. */
const prior = {text: 0.3, region: 0.7, capital: 0.02, soundCapital: 0.002}

/** How the ligatures of a text fared, by what its words stand in. */
export interface Damage {
  /** The profile of the words that are like one. */
  of(token: Token): Profile
}

/** Text and notes, small letters and capitals: titles in italics are mostly capitals. */
type Fount = `${Token['region']} ${'small' | 'capital'}`

/**
 * Tell for text and notes, for words in small letters and with capitals, whether ligatures were
 * lost, and how: each fount of a book has its own.
 *
 * Shape: words, language and its index → profiles. What is there and what seems lost is held
 * against what English has: two Poisson models, of sound prose and of prose that lost the share
 * that seems lost.
 */
export function readDamage(
  tokens: readonly Token[],
  language: Language,
  index: LigatureIndex,
): Damage {
  const counts = new Map<Fount, Counted>(
    (['text small', 'note small', 'text capital', 'note capital'] as const).map((fount) => [
      fount,
      {words: 0, intact: 0, lost: {whole: 0, first: 0, after: 0}, seen: new Set()},
    ]),
  )
  for (const [at, token] of tokens.entries()) {
    const counted = counts.get(fountOf(token))
    const isHalf = token.isHalf === true || token.continues !== undefined
    if (counted && !isHalf && !isSyllable(tokens, at)) count(counted, token, language, index)
  }
  const isCapital = (fount: Fount): boolean => fount.endsWith('capital')
  const isDamaged = [...counts].some(([fount, counted]) => {
    return !isCapital(fount) && judge(counted, prior.text, chance.small).damaged > 0.9
  })
  const priorOf = (fount: Fount): number => {
    if (isDamaged) return prior.region
    if (!isCapital(fount)) return prior.text
    const small = counts.get(fount.replace('capital', 'small') as Fount)
    const lost = small ? Object.values(small.lost).reduce((sum, one) => sum + one, 0) : 0
    const isSound = small && small.intact > 4 && lost < small.intact / 20
    return isSound ? prior.soundCapital : prior.capital
  }
  const profiles = new Map(
    [...counts].map(([fount, counted]) => [
      fount,
      judge(counted, priorOf(fount), isCapital(fount) ? chance.capital : chance.small),
    ]),
  )
  return {of: (token) => profiles.get(fountOf(token)) as Profile}
}

function fountOf({region, text}: Token): Fount {
  return `${region} ${/^\p{Lu}/u.test(text) ? 'capital' : 'small'}`
}

interface Counted {
  words: number
  intact: number
  lost: Record<Loss, number>
  /** Words with capitals count once each: a name may stand on every page. */
  seen: Set<string>
}

function count(counted: Counted, token: Token, language: Language, index: LigatureIndex): void {
  const small = token.text.toLowerCase()
  // No fount joins capitals; what begins a word is none when it is a capital.
  if (token.text !== small && token.text.slice(1) !== small.slice(1)) return
  counted.words++
  if (token.text !== small) {
    if (counted.seen.has(small)) return
    counted.seen.add(small)
  }
  const rest = token.text === small ? small : small.slice(1)
  const own = language.uses(token.text)
  if (own > 0.01) {
    counted.intact += rest.match(/ff[il]?|f[il]/g)?.length ?? 0
    return
  }
  if (small.length < 3) return
  const best = likeliest(wordsOf(token.text, index), language)
  if (best === undefined) {
    // Names that nobody knows, with ligatures of their own.
    if (token.text !== small) counted.intact += rest.match(/ff[il]?|f[il]/g)?.length ?? 0
    return
  }
  if (token.text !== small) {
    // Names that stand in a list count as one.
    const line = `line ${token.line}`
    if (counted.seen.has(line)) return
    counted.seen.add(line)
  }
  for (const loss of lossesOf(best, small) ?? []) counted.lost[loss]++
}

/** The most frequent of some words that are not too rare to be evidence. */
function likeliest(words: readonly string[], language: Language): string | undefined {
  let best: string | undefined
  let most = 0.3
  for (const word of words) {
    const id = language.id(word)
    const frequency = language.lower(id) + language.capital(id)
    if (frequency > most) [best, most] = [word, frequency]
  }
  return best
}

function judge({words, intact, lost}: Counted, before: number, usual: number): Profile {
  const gone = lost.whole + lost.first + lost.after
  const all = gone + intact
  const rate = all === 0 ? 0 : gone / all
  const logSound = logPoisson(gone, usual * words) + logPoisson(intact, expected * words)
  const logDamaged =
    logPoisson(gone, Math.max(expected * rate, usual) * words) +
    logPoisson(intact, expected * (1 - rate) * words)
  const odds = (before / (1 - before)) * Math.exp(Math.min(50, logDamaged - logSound))
  const damaged = gone === 0 || rate < 0.1 ? 0 : odds / (1 + odds)
  // One of each kind is added, so that nothing is impossible.
  const share = (number: number): number => (number + 0.2) / (all + 0.8)
  return {
    words,
    intact,
    lost,
    damaged,
    shares: {
      whole: share(lost.whole),
      first: share(lost.first),
      after: share(lost.after),
      intact: share(intact),
    },
  }
}

/** Logarithm of the Poisson probability, without the factorial that both models share. */
function logPoisson(events: number, mean: number): number {
  return events * Math.log(Math.max(mean, 1e-9)) - mean
}
