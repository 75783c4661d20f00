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
      const word = readAlone(text, tokens, at, model)
      const before = found.at(-1)
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

function isAlone({text}: Token): boolean {
  return alone.test(text)
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

/** A ligature alone: it belongs to the word before it, the one after it, or to both. */
function readAlone(
  text: string,
  tokens: readonly Token[],
  at: number,
  model: WordModel,
): (SplitWord & {first: number; last: number}) | null {
  const token = tokens[at] as Token
  // Pages “55 ff.” and the like.
  if (
    token.before === '#' ||
    (token.text === 'ff' && text[token.end] === '.' && token.before !== ' ')
  )
    return null
  // Letters that are listed are meant as letters.
  if (token.before === ',' && tokens.slice(Math.max(0, at - 3), at).some(isAlone)) return null
  if (tokens[at + 1]?.before === ',' && tokens.slice(at + 1, at + 4).some(isAlone)) return null
  const near = areNear(text, tokens[at - 1], token) ? tokens[at - 1] : undefined
  // What has an apostrophe is a word already.
  const last = near && /['’ʼ]/.test(near.text) ? undefined : near
  const next = areNear(text, token, tokens[at + 1]) ? tokens[at + 1] : undefined
  const likely = (word: string, from: Token | undefined, to: Token | undefined): number => {
    const longer = (from?.continues?.text ?? '') + word + (to?.continued?.text ?? '')
    const isInitial = from?.before === '.'
    return (
      (Math.max(model.known(word, isInitial), model.known(longer)) + model.unknown(longer)) / 1e6
    )
  }
  const lastAlone = last ? likely(last.text, last, last) : 1
  const nextAlone = next ? likely(next.text, next, next) : 1
  const weighed = [{first: at, last: at, weight: lastAlone * aloneInPrint * nextAlone}]
  if (last) {
    weighed.push({
      first: at - 1,
      last: at,
      weight: likely(last.text + token.text, last, token) * nextAlone,
    })
  }
  if (next || token.continues) {
    const rest = next?.text ?? ''
    weighed.push({
      first: at,
      last: next ? at + 1 : at,
      weight: likely(token.text + rest, token, next) * lastAlone,
    })
  }
  if (last && next) {
    // An article hardly ever begins a word that was cut.
    const weight = likely(last.text + token.text + next.text, last, next)
    const isArticle = /^[aAI]$/.test(last.text)
    weighed.push({first: at - 1, last: at + 1, weight: weight * (isArticle ? 0.1 : 1)})
  }
  const [best] = weighed.toSorted((a, b) => b.weight - a.weight)
  if (!best || best.first === best.last) return null
  const sum = weighed.reduce((total, {weight}) => total + weight, 0)
  const pieces = tokens.slice(best.first, best.last + 1)
  return {
    first: best.first,
    last: best.last,
    pieces,
    candidates: [{reading: pieces.map((piece) => piece.text).join(''), p: best.weight / sum}],
  }
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
  if (!isAtLigature || model.known(reading) < common) return null
  const isWord = (word: string): boolean =>
    (word.length > 1 || /[ai]/i.test(word)) && language.lower(language.id(word.toLowerCase())) > 0.5
  const isSure = !isWord(token.text) || !isWord(next.text)
  const likely = (word: string): number => model.known(word) + model.unknown(word)
  const apart = (likely(token.text) * likely(next.text)) / 1e6
  const p = model.known(reading) / (model.known(reading) + apart * 20)
  if (p < (isSure ? 0.9 : 0.99)) return null
  return {isSure, first: at, last: at + 1, pieces: [token, next], candidates: [{reading, p}]}
}
