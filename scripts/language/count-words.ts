import {join} from 'node:path'
import {corpora} from './corpora.ts'
import type {Sentence} from './corpora.ts'

/** Weighted counts of words as they are written inside sentences, and of their neighbours. */
export interface Counts {
  /** By the small letters of a word: small-lettered and capital uses, capital only mid-sentence. */
  readonly words: Map<string, {lower: number; capital: number}>
  /** By `before after`, both in small letters. */
  readonly pairs: Map<string, number>
  /** Words with hyphens, in small letters. */
  readonly compounds: Map<string, number>
  total: number
}

/** Count words, pairs and compounds in all corpora. */
export async function countWords(packages: string): Promise<Counts> {
  const counts: Counts = {words: new Map(), pairs: new Map(), compounds: new Map(), total: 0}
  for (const {name, weight, sentences} of corpora) {
    for await (const sentence of sentences(join(packages, name))) countIn(counts, sentence, weight)
  }
  return counts
}

function countIn(counts: Counts, sentence: Sentence, weight: number): void {
  let before = '.'
  for (const [index, token] of sentence.entries()) {
    if (token.includes('-')) {
      const compound = token.toLowerCase()
      counts.compounds.set(compound, (counts.compounds.get(compound) ?? 0) + weight)
    }
    const parts = token.split('-')
    for (const word of parts) {
      const small = word.toLowerCase()
      // Parts such as re- and co- are no words.
      if (/\p{L}/u.test(word) && (parts.length === 1 || word.length > 3)) {
        const uses = counts.words.get(small) ?? {lower: 0, capital: 0}
        // A capital at the start of a sentence says nothing.
        const isCapital = word !== small && index > 0 && sentence[index - 1] !== '.'
        if (word === small || index === 0) uses.lower += word === small ? weight : 0
        if (isCapital) uses.capital += weight
        if (word === small || isCapital) counts.words.set(small, uses)
        else if (!counts.words.has(small)) counts.words.set(small, uses)
        counts.total += weight
      }
      const pair = `${before} ${small}`
      counts.pairs.set(pair, (counts.pairs.get(pair) ?? 0) + weight)
      before = small
    }
  }
}
