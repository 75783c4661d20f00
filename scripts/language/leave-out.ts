import {createRequire} from 'node:module'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {damagedForms} from '../../build/repair/words/ligature-forms.ts'
import type {Frequency} from './frequencies.ts'

/** How much more frequent the whole word is than what is left of it, for that to be suspect. */
const ratio = 20
/** Uses per million that a rest which is a word has at least, however rare it is. */
const spelled = 0.1
/** Above this number of uses in small letters per million a word is one, whatever it looks like. */
const rare = 0.4

/**
 * Leave out words that are only known because they are damaged, or because a game allows them.
 *
 * An encyclopedia read by machine has “nance” for “finance”, and a list for word games has
 * “perdy”. What looks like the rest of a much more frequent word is kept only when a spelling
 * dictionary accepts it; its uses as a name are kept always.
 */
export async function leaveOutRests(
  frequencies: Map<string, Frequency>,
  packages: string,
): Promise<number> {
  const isSpelled = await openSpelling(packages)
  let left = 0
  for (const [word, {lower}] of Array.from(frequencies)) {
    for (const form of damagedForms(word)) {
      const own = frequencies.get(form)
      if (!own || own.lower === 0 || own.lower > rare || lower < own.lower * ratio) continue
      if (isSpelled(form)) {
        frequencies.set(form, {...own, lower: Math.max(own.lower, spelled)})
        continue
      }
      left++
      if (own.capital > 0.1) frequencies.set(form, {lower: 0, capital: own.capital})
      else frequencies.delete(form)
    }
  }
  return left
}

interface Speller {
  correct(word: string): boolean
}

/** Open the spelling dictionaries of American and British English. */
async function openSpelling(packages: string): Promise<(word: string) => boolean> {
  const require = createRequire(join(packages, 'index.js'))
  const nspell = require('nspell') as (affixes: Buffer, words: Buffer) => Speller
  const spellers: Speller[] = []
  for (const name of ['dictionary-en', 'dictionary-en-gb']) {
    const folder = join(packages, name)
    spellers.push(
      nspell(await readFile(join(folder, 'index.aff')), await readFile(join(folder, 'index.dic'))),
    )
  }
  return (word) => spellers.some((speller) => speller.correct(word))
}
