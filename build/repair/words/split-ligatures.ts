import type {Candidate} from '../hit.ts'
import type {Language} from '../language/language.ts'
import type {Token} from './token.ts'
import type {WordModel} from './word-model.ts'

/** A word that a ligature with blanks around it was cut into. */
export interface SplitWord {
  /** The pieces, as they stand. */
  readonly pieces: readonly Token[]
  readonly candidates: readonly Candidate[]
}

/** Words, cut ones whole where that is sure, and the cuts. */
export interface Joined {
  readonly tokens: Token[]
  readonly splits: readonly SplitWord[]
}

const alone = /^(?:ff[il]?|f[il])(?:['’]s)?$/
/** Uses per million from which a word may have been cut in two. */
const common = 0.05
/** From this probability on words are joined; that some are is sure. */
export const sureSplit = 0.8
/** How likely it is that joined letters stand alone in print: hardly ever. */
const aloneInPrint = 1e-7

/**
 * Join words that were cut in two or three at a ligature: “di ff erent”, “fi nd”, “con flict”.
 *
 * A ligature that stands alone is evidence by itself; words cut on one side of it are looked for
 * only in a text that has cuts of that kind more than once.
 */
export function joinSplits(
  text: string,
  tokens: readonly Token[],
  language: Language,
  model: WordModel,
): Joined {
  const found: (SplitWord & {first: number; last: number})[] = []
  const sides: ((typeof found)[number] & {isSure: boolean})[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (alone.test(token.text)) {
      const before = found.at(-1)
      const word = readAlone(text, tokens, at, model, before)
      // A word with two of them: “a ffi xi ng”.
      if (word && before && before.last === word.first) {
        const pieces = tokens.slice(before.first, word.last + 1)
        const p = Math.min(before.candidates[0]?.p ?? 0, word.candidates[0]?.p ?? 0)
        const reading = pieces.map((piece) => piece.text).join('')
        found[found.length - 1] = {...word, first: before.first, pieces, candidates: [{reading, p}]}
      } else if (word && (!before || before.last < word.first)) found.push(word)
    } else {
      const word = readSide(text, tokens, at, language, model)
      if (word) sides.push(word)
    }
  }
  const isUsual = sides.filter(({isSure}) => isSure).length > 1
  const isFree = ({first, last}: {first: number; last: number}): boolean =>
    !found.some((one) => one.first <= last && first <= one.last)
  const splits = [...found, ...(isUsual ? sides.filter(isFree) : [])].toSorted(
    (a, b) => a.first - b.first,
  )
  const joined: Token[] = []
  let at = 0
  for (const {first, last, candidates} of splits) {
    const [from, to] = [tokens[first], tokens[last]]
    const [best] = candidates
    if (!from || !to || !best || best.p < sureSplit || first < at) continue
    joined.push(...tokens.slice(at, first), whole(from, to, best.reading))
    at = last + 1
  }
  return {tokens: [...joined, ...tokens.slice(at)], splits}
}

/** Make one word of its first and last piece; halves across line ends stay tied to it. */
function whole(from: Token, to: Token, text: string): Token {
  const token: Token = {...from, end: to.end, text}
  delete token.continued
  if (to.continued) {
    token.continued = to.continued
    to.continued.continues = token
  }
  if (from.continues) from.continues.continued = token
  return token
}

/** Whether nothing but a blank, or a line end, stands between two words. */
function areNear(text: string, token: Token | undefined, next: Token | undefined): boolean {
  if (!token || !next || token.continued || next.before !== ' ' || token.region !== next.region) {
    return false
  }
  return /^(?: |[ \t]?\r?\n)$/.test(text.slice(token.end, next.start))
}

/** A way to read a ligature that stands alone: with which of its neighbours. */
interface Way {
  readonly first: number
  readonly last: number
  readonly reading: string
  readonly weight: number
}

/** How much likelier two words that belong together stand side by side than two that do not. */
const association = 30
/** What makes a word that nobody knows, where another way makes one that is known. */
const unlikely = 1e-5

/** A ligature alone: it belongs to the word before it, the one after it, or to both. */
function readAlone(
  text: string,
  tokens: readonly Token[],
  at: number,
  model: WordModel,
  joined: (SplitWord & {last: number}) | undefined,
): (SplitWord & {first: number; last: number}) | null {
  const token = tokens[at] as Token
  const [last, next] = neighbours(text, tokens, at)
  if (isListed(tokens, at) || isFollowing(text, token)) return null
  // What was joined before is one word by now.
  const lastText = joined?.last === at - 1 ? joined.candidates[0]?.reading : last?.text
  const knownOf = (word: string, from: Token | undefined, to: Token | undefined): number => {
    const longer = (from?.continues?.text ?? '') + word + (to?.continued?.text ?? '')
    return Math.max(model.known(word, from?.before === '.'), model.known(longer))
  }
  const likely = (word: string, from: Token | undefined, to: Token | undefined): number =>
    (knownOf(word, from, to) + model.unknown(word)) / 1e6
  const lastAlone = last && lastText ? likely(lastText, last, last) : 1
  const nextAlone = next ? likely(next.text, next, next) : 1
  const ways: (Way & {known: number})[] = []
  const add = (first: number, end: number, reading: string, rest: number): void => {
    const [from, to] = [tokens[first], tokens[end]]
    const known = knownOf(reading, from, to)
    ways.push({first, last: end, reading, known, weight: likely(reading, from, to) * rest})
  }
  if (last && lastText) add(at - 1, at, lastText + token.text, next ? nextAlone * association : 1)
  if (next || token.continues) {
    const rest = last ? lastAlone * association : 1
    add(at, next ? at + 1 : at, token.text + (next?.text ?? ''), rest)
  }
  if (last && lastText && next) {
    // An article hardly ever begins a word that was cut.
    const isArticle = /^[aAI]$/.test(lastText)
    add(at - 1, at + 1, lastText + token.text + next.text, isArticle ? 0.1 : 1)
  }
  const isKnown = ways.some(({known}) => known > common)
  const weighed = ways.map((way) => {
    return isKnown && way.known === 0 ? {...way, weight: way.weight * unlikely} : way
  })
  const [best] = weighed.toSorted((a, b) => b.weight - a.weight)
  if (!best || best.first === best.last) return null
  const whole = lastAlone * aloneInPrint * nextAlone
  const sum = weighed.reduce((total, {weight}) => total + weight, whole)
  const pieces = tokens.slice(best.first, best.last + 1)
  const reading = pieces.map((piece) => piece.text).join('')
  const p = best.weight / sum
  return {first: best.first, last: best.last, pieces, candidates: [{reading, p}]}
}

/** The words that stand right before and after; what has an apostrophe is a word already. */
function neighbours(
  text: string,
  tokens: readonly Token[],
  at: number,
): [last: Token | undefined, next: Token | undefined] {
  const [last, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const isLast = areNear(text, last, token) && !/['’ʼ]/.test(last?.text ?? '')
  return [isLast ? last : undefined, areNear(text, token, next) ? next : undefined]
}

/** Whether letters are listed, and so meant as letters. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const isAlone = ({text}: Token): boolean => alone.test(text)
  if (tokens[at]?.before === ',' && tokens.slice(Math.max(0, at - 3), at).some(isAlone)) return true
  return tokens[at + 1]?.before === ',' && tokens.slice(at + 1, at + 4).some(isAlone)
}

/** Whether it is the “ff.” after the number of a page. */
function isFollowing(text: string, {text: word, before, end}: Token): boolean {
  return before === '#' || (word === 'ff' && text[end] === '.' && before !== ' ')
}

/** A word that a blank cuts before or after its ligature: one of its pieces is none. */
function readSide(
  text: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
  model: WordModel,
): (SplitWord & {first: number; last: number; isSure: boolean}) | null {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next || alone.test(next.text) || !areNear(text, token, next)) return null
  const isAtLigature = /(?:ff[il]?|f[il])$/.test(token.text) || /^(?:ff[il]?|f[il])/.test(next.text)
  const reading = token.text + next.text
  // A name that the text makes of two words attests nothing: PNG file, PNGfile.
  if (!isAtLigature || language.uses(reading) < common || model.known(reading) < common) return null
  if (/\p{Lu}{2}/u.test(token.text)) return null
  const isWord = (word: string): boolean =>
    (word.length > 1 || /[ai]/i.test(word)) && language.lower(language.id(word.toLowerCase())) > 0.5
  const isSure = !isWord(token.text) || !isWord(next.text)
  const likely = (word: string): number => model.known(word) + model.unknown(word)
  const apart = (likely(token.text) * likely(next.text)) / 1e6
  const p = model.known(reading) / (model.known(reading) + apart * 20)
  if (p < (isSure ? 0.9 : 0.99)) return null
  return {isSure, first: at, last: at + 1, pieces: [token, next], candidates: [{reading, p}]}
}
