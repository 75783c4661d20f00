import type {Language} from '../language/language.ts'
import {damagedForms} from './ligature-forms.ts'

/** How a form lost its ligatures: wholly, to the first letter, or to the letter after them. */
export type Loss = 'whole' | 'first' | 'after'

/** Words that a damaged form may have been. */
export interface LigatureIndex {
  /** Words in small letters of which the form, in small letters, is what is left. */
  of(form: string): readonly string[]
}

const made = new WeakMap<Language, LigatureIndex>()

/** Index the words of a language by what is left of them; made once for each language. */
export function indexLigatures(language: Language): LigatureIndex {
  const known = made.get(language)
  if (known) return known
  const index = new Map<string, string[]>()
  for (const word of language.words) addForms(index, word)
  const result = {of: (form: string) => index.get(form) ?? []}
  made.set(language, result)
  return result
}

/** Index some more words: those of a text that no language knows. */
export function withWords(index: LigatureIndex, words: Iterable<string>): LigatureIndex {
  const own = new Map<string, string[]>()
  for (const word of words) addForms(own, word)
  if (own.size === 0) return index
  return {
    of: (form) => {
      const more = own.get(form)
      return more ? [...new Set([...index.of(form), ...more])] : index.of(form)
    },
  }
}

function addForms(index: Map<string, string[]>, word: string): void {
  // Most words have no f: this is asked of each word of the language.
  if (!word.includes('f') || !/ff|f[il]/.test(word)) return
  for (const form of damagedForms(word)) {
    const words = index.get(form)
    if (words) words.push(word)
    else index.set(form, [word])
  }
}

/** Words of which a form may be the rest; a ligature never stood for a capital. */
export function wordsOf(form: string, index: LigatureIndex): readonly string[] {
  const small = form.toLowerCase()
  if (form === small) return index.of(small)
  const isInitial = form.slice(1) === small.slice(1)
  // All in capitals, or mixed: no fount joins those.
  if (!isInitial) return []
  const rest = small.slice(1)
  return index
    .of(small)
    .filter((word) => word[0] === small[0] && lossesOf(word.slice(1), rest) !== null)
}

/** Give a word the capital of the form. */
export function inCaseOf(form: string, word: string): string {
  const first = form.charAt(0)
  return first === first.toLowerCase() ? word : first + word.slice(1)
}

/** Say how many ligatures of a word a form has lost, and in which ways. */
export function lossesOf(word: string, form: string): Loss[] | null {
  if (word === form) return []
  const found = /ff[il]?|f[il]/.exec(word)
  if (!found) return null
  const [letters] = found
  const before = word.slice(0, found.index)
  if (!form.startsWith(before)) return null
  const rest = word.slice(found.index + letters.length)
  const left = form.slice(before.length)
  const ways: readonly (readonly [remains: string, loss: Loss | null])[] = [
    [letters, null],
    ['', 'whole'],
    ['f', 'first'],
    ...(letters.length === 3
      ? ([
          ['ff', 'first'],
          [`f${letters.slice(2)}`, 'first'],
          [letters.slice(2), 'after'],
        ] as const)
      : []),
  ]
  for (const [remains, loss] of ways) {
    if (!left.startsWith(remains)) continue
    const later = lossesOf(rest, left.slice(remains.length))
    if (later) return loss ? [loss, ...later] : later
  }
  return null
}
