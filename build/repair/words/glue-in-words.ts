import {isParticle} from './glue-at-stops.ts'

/** How likely a piece is as a word, per million, with the ligatures that it may have lost. */
export type Weigh = (piece: string) => number

/** Where blanks are missing in a word, and how sure that is. */
export interface Gaps {
  readonly at: readonly number[]
  readonly p: number
  readonly evidence: string
}

/** What is known of a word, and of the text it stands in. */
export interface GlueLook {
  readonly weigh: Weigh
  /** Whether the text surely lost blanks elsewhere. */
  readonly isUsual: boolean
  /** Whether it, or the word before it, has a capital: titles in italics do. */
  readonly isInTitle: boolean
  /** Whether hyphens tie it to another word. */
  readonly isPart: boolean
}

/** Words that join others, and are no part of a longer word. */
const joining = new Set(
  (
    'the of and to in that this these those is was were are for from with by at as which who whose ' +
    'will would had has have been not but when than his her its their he she they into upon about ' +
    'between after before under called according do can may must some any each such what there then ' +
    'only other'
  ).split(' '),
)

/**
 * Find the places where blanks are missing in a word that nobody knows: where a capital begins in its
 * middle, or where it is two words.
 *
 * Without a capital only in a text that has surely lost blanks elsewhere, for a language makes
 * new words of old ones all the time.
 */
export function findGapsInWord(word: string, look: GlueLook): Gaps | null {
  // Longer ones are no words of a language.
  if (word.length < 4 || word.length > 60) return null
  return atCapital(word, look) ?? atWords(word, look)
}

function atCapital(word: string, {weigh, isUsual}: GlueLook): Gaps | null {
  const match = /^(\p{L}*\p{Ll})(\p{Lu}\p{Ll}*)$/u.exec(word)
  if (!match) return null
  const [, first = '', last = ''] = match
  if (isParticle(first) || (last.length < 2 && !/^[AI]$/.test(last))) return null
  const isSmall = /^\p{Ll}+$/u.test(first)
  if (!isSmall && !/^\p{Lu}\p{Ll}{2,}$/u.test(first)) return null
  if (first.length < 2 && first !== 'a') return null
  const left = weigh(first)
  const right = weigh(last)
  if (left < 1) return null
  const isKnown = right > 0.3
  if (!isKnown && (last.length < 3 || left < 20)) return null
  const evidence = `“${first}” is a word, and a capital follows it`
  // PaineWebber, SpiderMonkey: names are made like that.
  if (!isSmall && !joining.has(first.toLowerCase())) return {at: [first.length], p: 0.6, evidence}
  // filePath and the like stand in texts that lost nothing.
  const isSure = isKnown && (isUsual || joining.has(first))
  return {at: [first.length], p: isSure ? 0.985 : isUsual ? 0.93 : 0.8, evidence}
}

/** A word that joins with the capital of a sentence, and something after it. */
const opensSentence =
  /^(?:The|This|That|These|Those|His|Her|Its|Their|And|But|With|From|When|Which)\p{Ll}{3}/u

/** A way to cut a word: where, how likely, and how frequent its pieces are. */
interface Cut {
  readonly at: readonly number[]
  readonly p: number
  readonly weight: number
  /** Whether it needs no other evidence: one piece joins, and the other is frequent. */
  readonly isClear?: boolean
}

function atWords(word: string, {weigh, isUsual, isInTitle, isPart}: GlueLook): Gaps | null {
  if (word.length < 5 || /[^\p{L}]/u.test(word)) return null
  if (/\p{Lu}/u.test(word.slice(1)) || weigh(word) > 0.005) return null
  const isName = isInTitle && !opensSentence.test(word)
  let best: Cut | undefined
  const offer = (cut: Cut | null): void => {
    if (cut && (!best || cut.p * cut.weight > best.p * best.weight)) best = cut
  }
  for (let at = 2; at <= word.length - 2; at++) {
    offer(cutInTwo(word.slice(0, at), word.slice(at), weigh, isName))
  }
  if (!best || best.p < 0.9) {
    const before = best
    best = undefined
    for (let at = 1; at <= word.length - 5; at++) offer(cutInThree(word, at, weigh))
    best ??= before
  }
  if (!best || (!isUsual && (isName || best.p < 0.95 || !best.isClear))) return null
  const pieces = [0, ...best.at].map((from, index) => word.slice(from, best?.at[index]))
  const p = isPart ? Math.min(best.p, 0.8) : best.p
  return {at: best.at, p, evidence: `“${pieces.join(' ')}” are words, “${word}” is none`}
}

/** Words that others are made with: something, forsake, withdraw. */
const makesWords =
  /^(?:for|under|after|before|with|some|any|each|can|may|must|what|there|then|when|only|other|about|not|in|on|to|as|at|by|do)$/i
/** Endings that make words of words. */
const ending =
  /(?:s|ed|er|ly|ness|less|ful|ment|ion|al|ist|ism|ian|ity|able|ible|ive|ous|ish|ship|ing|ize|ise)$/
/** Words that a foreign one may follow. */
const opens = /^(?:the|this|that|whose|called|with|from|which)$/i

/** How likely it is that two words were glued rather than that one was made of them. */
function cutInTwo(first: string, last: string, weigh: Weigh, isInTitle: boolean): Cut | null {
  const [left, right] = [weigh(first), weigh(last)]
  const [joinsLeft, joinsRight] = [joining.has(first.toLowerCase()), joining.has(last)]
  const weight = Math.max(left, 0.01) * Math.max(right, 0.01)
  const cut = (p: number): Cut => ({at: [first.length], p, weight})
  // A name that nobody knows is likelier than a title with something glued to it.
  if (isInTitle) return cutAfterTitle(first, last, weigh)
  if (joinsLeft && joinsRight) return last.length > 2 ? cut(0.96) : null
  if (joinsLeft && right > 0.3 && last.length > 2) {
    const isClear = first.length > 2 && right > 5 && last.length > 3
    const isUsed = !makesWords.test(first) && (first.length > 2 || right > 5)
    return {...cut(isUsed ? 0.96 : 0.7), isClear: isClear && isUsed}
  }
  if (joinsRight && left > 0.3 && first.length > 2) {
    const isClear = last.length > 2 && left > 5 && first.length > 3
    // “listenin” is how somebody speaks.
    const isUsed = last.length > 2 || (left > 5 && /^(?:of|to)$/.test(last))
    return {...cut(isUsed ? 0.96 : 0.7), isClear}
  }
  if (left > 5 && right > 5 && first.length > 3 && last.length > 3) return cut(0.7)
  // A foreign word beside one that joins.
  if (opens.test(first) && last.length > 3) return cut(0.7)
  if (joinsRight && last.length > 3 && first.length > 3) return cut(0.6)
  if (right > 20 && last.length > 4 && first.length > 3 && left === 0) return cut(0.55)
  if (left > 5 && first.length > 7 && last.length > 3 && right === 0 && !ending.test(last)) {
    return cut(0.6)
  }
  return null
}

/** A title in italics or a name, and the word after it: “Timescorrespondent”. */
function cutAfterTitle(first: string, last: string, weigh: Weigh): Cut | null {
  const [left, right] = [weigh(first), weigh(last)]
  const [joinsLeft, joinsRight] = [joining.has(first.toLowerCase()), joining.has(last)]
  const weight = Math.max(left, 0.01) * Math.max(right, 0.01)
  const cut = (p: number): Cut => ({at: [first.length], p, weight})
  if (joinsLeft && first.length > 2) {
    if (joinsRight && last.length > 2) return cut(0.96)
    if (right > 1 && last.length > 3) return cut(0.93)
    return opens.test(first) && last.length > 3 ? cut(0.7) : null
  }
  // Many names end in -and, -in or -on; none ends in -will.
  const minimum = left > 5 ? 3 : 4
  if (joinsRight && last.length > 2 && first.length >= minimum && left > 1) return cut(0.95)
  if (/^(?:of|will|which|with|from|that|were|was|had|has)$/.test(last) && first.length > 3) {
    return cut(left > 1 ? 0.95 : 0.75)
  }
  if (joinsRight && left > 5 && first.length > 3) return cut(first.length > 4 ? 0.92 : 0.75)
  const isCommon = right > (last.length > 7 ? 1 : 10) && last.length > 5
  if (isCommon && first.length > 3) return cut(left > 0.3 ? 0.95 : 0.8)
  return null
}

/** Three words, at least one of which joins: “hisconnectionwith”, “oftheircure”. */
function cutInThree(word: string, from: number, weigh: Weigh): Cut | null {
  const first = word.slice(0, from)
  if (from === 1 && first !== 'a') return null
  if (weigh(first) < 1) return null
  let best: Cut | null = null
  for (let to = from + 2; to <= word.length - 2; to++) {
    const pieces = [first, word.slice(from, to), word.slice(to)]
    const weights = pieces.map(weigh)
    const joins = pieces.map((piece) => piece === 'a' || joining.has(piece.toLowerCase()))
    const isLong = pieces.some((piece, index) => piece.length < 3 && !joins[index])
    if (isLong || weights.some((weight) => weight < 1)) continue
    const number = joins.filter(Boolean).length
    if (number === 0) continue
    const isFrequent = weights.every((weight) => weight > 5) && word.length > 9
    const weight = weights.reduce((product, one) => product * one, 1e-3)
    if (best && weight <= best.weight) continue
    // Foreign words fall into short pieces too.
    const areLong = pieces.every((piece, index) => joins[index] || piece.length > 3)
    const isClear = areLong && (number > 1 || (isFrequent && word.length > 11))
    const p = (number > 1 && areLong) || isClear ? 0.95 : isFrequent ? 0.92 : 0.75
    best = {at: [from, to], p, weight, isClear}
  }
  return best
}
