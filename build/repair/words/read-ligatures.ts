import {stopId} from '../language/language.ts'
import type {Language, WordId} from '../language/language.ts'
import type {Candidate} from '../hit.ts'
import {openCompounds} from './compounds.ts'
import {ligatures} from './ligature-forms.ts'
import {inCaseOf, lossesOf, wordsOf} from './ligature-index.ts'
import type {LigatureIndex} from './ligature-index.ts'
import type {Profile} from './damage-profile.ts'
import type {Separator, Token} from './token.ts'
import {hasPlaceholder} from './tokenise.ts'
import type {WordModel} from './word-model.ts'

/** What a word is read with. */
export interface Reading {
  readonly language: Language
  readonly index: LigatureIndex
  readonly model: WordModel
}

/** The neighbours of a word, as the model knows them. */
export interface Neighbours {
  readonly before: WordId
  readonly after: WordId
  /** How many of the words around are in no list, from 0 to 1: names, or another language. */
  readonly strange: number
  /** Whether a sentence begins with the word. */
  readonly isInitial: boolean
  /** Whether hyphens tie it to another word: parts of compounds need not be words. */
  readonly isPart: boolean
}

/** The readings that a form may have, with its own among them; probabilities sum to 1. */
export function readLigatures(
  form: string,
  profile: Profile,
  {language, index, model}: Reading,
  {before, after, strange, isInitial, isPart}: Neighbours,
): Candidate[] {
  const ending = /['’ʼ]s$/u.exec(form)?.[0]
  if (ending !== undefined) {
    // A possessive is read as the word is.
    const word = form.slice(0, -ending.length)
    const neighbours = {before, after, strange, isInitial, isPart}
    return readLigatures(word, profile, {language, index, model}, neighbours).map(
      ({reading, p}) => ({reading: reading + ending, p}),
    )
  }
  const words = wordsOf(form, index)
  const own = model.known(form, isInitial)
  const asUnknown = model.unknown(form) * (1 + 20 * strange) * (isPart ? 20 : 1)
  const parts = openCompounds(language)
  const asPart = isPart ? parts.beginning(form.toLowerCase()) + parts.ending(form.toLowerCase()) : 0
  const weighed: {reading: string; weight: number}[] = [
    {
      reading: form,
      weight:
        (own * model.fit(form, before, after) + asUnknown + asPart) * channel(form, form, profile),
    },
  ]
  for (const word of words) {
    const reading = inCaseOf(form, word)
    const weight =
      model.known(reading, isInitial) *
      model.fit(reading, before, after) *
      channel(word, form, profile)
    weighed.push({reading, weight})
  }
  return normalise(weighed)
}

/** A word in small letters, without the ending of a possessive. */
export function baseOf(word: string): string {
  return word.toLowerCase().replace(/['’ʼ]s$/u, '')
}

/** How likely it is that a word came out as the form. */
export function channel(word: string, form: string, {shares, damaged}: Profile): number {
  const small = form.toLowerCase()
  const lost = lossesOf(word.toLowerCase(), small)
  if (lost === null) return 0
  const there = (word.match(/ff[il]?|f[il]/g)?.length ?? 0) - lost.length
  const chance = shares.intact ** there * lost.reduce((product, loss) => product * shares[loss], 1)
  return lost.length === 0 ? 1 - damaged + damaged * chance : damaged * chance
}

/** The readings that a form with placeholders may have: each stands for a ligature. */
export function readPlaceholders(
  form: string,
  {model}: Pick<Reading, 'model'>,
  {before, after, isInitial}: Pick<Neighbours, 'before' | 'after' | 'isInitial'>,
): Candidate[] {
  const weighed = fillPlaceholders(form).map((reading) => {
    const [, word = reading, ending = ''] = /^(.+?)(['’ʼ]s)?$/u.exec(reading) ?? []
    const weight = model.known(word, isInitial) * model.fit(word, before, after)
    return {reading: word + ending, weight}
  })
  // Some other character may have stood there, or a name that nobody knows.
  const other = {reading: form, weight: 0.0005}
  return normalise([other, ...weighed.filter(({weight}) => weight > 0)])
}

/** All words that a form with one or two placeholders may be; none for more. */
export function fillPlaceholders(form: string): string[] {
  const places = form.match(new RegExp(hasPlaceholder, 'gu'))?.length ?? 0
  if (places === 0 || places > 2) return []
  let readings = [form]
  for (let place = 0; place < places; place++) {
    readings = readings.flatMap((reading) =>
      ligatures.map((letters) => reading.replace(hasPlaceholder, letters)),
    )
  }
  return readings
}

function normalise(weighed: readonly {reading: string; weight: number}[]): Candidate[] {
  const byReading = new Map<string, number>()
  for (const {reading, weight} of weighed) {
    byReading.set(reading, Math.max(weight, byReading.get(reading) ?? 0))
  }
  const sum = [...byReading.values()].reduce((total, weight) => total + weight, 0)
  if (sum === 0) return []
  return [...byReading]
    .map(([reading, weight]) => ({reading, p: weight / sum}))
    .toSorted((a, b) => b.p - a.p)
}

/** What stands between two words, as a word of the model; -1 when nothing that matters does. */
export function stopOf(separator: Separator): WordId | null {
  if (separator === ' ' || separator === '-' || separator === '') return null
  return stopId(separator)
}

/** Small words of other languages that English does not have. */
const foreign = new Set(
  (
    'le les des du cet cette une est dans pour sur avec der das und den dem ein eine nicht ist von el ' +
    'los las del una il lo gli della nel quae qui quod sunt enim atque et'
  ).split(' '),
)

/** The neighbours of a word among the tokens of a text. */
export function neighboursOf(
  tokens: readonly Token[],
  at: number,
  language: Language,
  readingOf: (token: Token) => string,
): Neighbours {
  const token = tokens[at] as Token
  const [last, next] = [tokens[at - 1], tokens[at + 1]]
  const idOf = (one: Token | undefined): WordId =>
    one ? language.id(readingOf(one).toLowerCase()) : stopId('.')
  const before = stopOf(token.before) ?? idOf(last)
  const after = next ? (stopOf(next.before) ?? idOf(next)) : stopId('.')
  const isPart = token.before === '-' || next?.before === '-'
  let strange = 0
  for (let index = at - 3; index <= at + 3; index++) {
    const one = tokens[index]
    if (index === at || !one || one.line < token.line - 1 || one.line > token.line + 1) continue
    const word = readingOf(one).toLowerCase()
    if (language.id(word) < 0) strange += 1 / 6
    // Among words of French, German, Spanish, Italian or Latin anything may be a word.
    if (foreign.has(word) && Math.abs(index - at) < 3) strange += 2
  }
  return {before, after, strange, isInitial: token.before === '.', isPart}
}
