import type {Language} from '../language/language.ts'
import type {Gap} from './glue-at-stops.ts'
import {findGapsInWord} from './glue-in-words.ts'
import type {Gaps, GlueLook} from './glue-in-words.ts'
import {wordsOf} from './ligature-index.ts'
import type {LigatureIndex} from './ligature-index.ts'
import type {Soundness} from './sound-words.ts'
import type {Token} from './token.ts'
import {gluedTail} from './tokenise.ts'
import type {Vocabulary} from './vocabulary.ts'

/** Words, glued ones apart, and the blanks that were found missing in them. */
export interface Parted {
  readonly tokens: Token[]
  readonly gaps: Gap[]
}

/** So many blanks must surely be missing before any is looked for between small letters. */
const enough = {count: 3, rate: 1 / 1500}

/**
 * Part words in which a blank is missing.
 *
 * Shape: words and the blanks that are missing at stops → words, and the gaps in them. A gap that
 * is not likely parts nothing.
 */
export function partGlued(
  text: string,
  tokens: readonly Token[],
  stops: readonly Gap[],
  own: Vocabulary,
  {damage, language, index}: Soundness,
  isGuarded: (word: string) => boolean,
): Parted {
  const isKnown = (word: string): boolean => language.uses(word) > 0.005 || isGuarded(word)
  const cutsOf = (at: number, before: Token | undefined, isUsual: boolean): Gaps | null => {
    const token = tokens[at] as Token
    const {damaged} = damage.of(token)
    const isHalf = token.isHalf || token.continues !== undefined
    if (isHalf || isKnown(token.text) || /['’ʼ]/.test(text.charAt(token.end))) return null
    if (damaged > 0.9 && wordsOf(token.text, index).some((word) => isCommon(word, language)))
      return null
    const look = {
      weigh: (piece: string) => weigh(piece, damaged > 0.9, language, index),
      isUsual,
      isInTitle: isCapital(token) || (token.before === ' ' && isCapital(before)),
      isPart: token.before === '-' || tokens[at + 1]?.before === '-',
    }
    const found = findGapsInWord(token.text, look)
    const gaps = found && withMore(token.text, found, look, isKnown)
    // A word that stands there again and again is one.
    return gaps && (gaps.p > 0.93 || own.count(token.text) < 3) ? gaps : null
  }
  const may = new Map<number, number>()
  for (const at of tokens.keys()) {
    const p = cutsOf(at, tokens[at - 1], true)?.p
    if (p !== undefined) may.set(at, p)
  }
  const sure = stops.length + [...may.values()].filter((p) => p > 0.945).length
  const isUsual = sure >= enough.count && sure / Math.max(tokens.length, 1) > enough.rate
  const gaps: Gap[] = []
  const parted: Token[] = []
  for (const [at, token] of tokens.entries()) {
    // Glued to a title or not: that is known when the word before is parted.
    const isAsked = may.has(at) || may.has(at - 1)
    const gap = isAsked ? cutsOf(at, parted.at(-1), isUsual) : null
    const tail = token.continues && gluedTail.exec(token.text)
    if (tail) {
      const place = token.start + tail.index
      gaps.push({at: place, p: 0.95, evidence: 'a capital follows the second half of a word'})
    }
    if (!gap || gap.p < 0.5) {
      parted.push(token)
      continue
    }
    for (const place of gap.at) gaps.push({...gap, at: token.start + place})
    if (gap.p < 0.9) {
      parted.push(token)
      continue
    }
    for (const [index, from] of [0, ...gap.at].entries()) {
      const to = gap.at[index] ?? token.text.length
      const piece = token.text.slice(from, to)
      const [start, end] = [token.start + from, token.start + to]
      parted.push({...token, start, end, text: piece, before: index === 0 ? token.before : ' '})
    }
  }
  return {tokens: parted, gaps}
}

/** Look into the last piece too: “TheTimescorrespondent”. */
function withMore(
  word: string,
  gaps: Gaps,
  look: GlueLook,
  isKnown: (word: string) => boolean,
): Gaps {
  const from = gaps.at.at(-1) ?? 0
  const rest = word.slice(from)
  if (gaps.p < 0.9 || rest.length < 5 || isKnown(rest)) return gaps
  const more = findGapsInWord(rest, {...look, isInTitle: /^\p{Lu}/u.test(rest)})
  if (!more || more.p < 0.9) return gaps
  return {...gaps, at: [...gaps.at, ...more.at.map((at) => from + at)]}
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text)
}

function isCommon(word: string, language: Language): boolean {
  const id = language.id(word)
  return language.lower(id) + language.capital(id) > 0.05
}

/** How frequent a piece is, or what it may be the rest of where ligatures are lost. */
function weigh(
  piece: string,
  isDamaged: boolean,
  language: Language,
  index: LigatureIndex,
): number {
  const small = piece.toLowerCase()
  const id = language.id(small)
  const own = language.lower(id) + (piece === small ? 0 : language.capital(id))
  if (own > 0.5 || !isDamaged) return own
  return Math.max(own, ...index.of(piece).map((word) => language.frequency(word) * 0.5))
}
