import type {Names} from './name.ts'

/** A form where it stands in a run of words. */
export interface FormMatch {
  readonly start: number
  readonly end: number
  /** The form, as names.yaml writes it. */
  readonly form: string
  /** Ids of the names that have it, in the order of names.yaml. */
  readonly names: readonly string[]
}

/**
 * Make a finder of the forms of names in words.
 *
 * Shape: names → words → matches in their order. Forms are whole words; the longest wins; a blank of a form is
 * any run of blanks, an apostrophe any apostrophe, and a small first letter may be a capital.
 */
export function matchForms({names}: Names): (words: string) => FormMatch[] {
  const owners = new Map<string, string[]>()
  for (const {id, forms} of names.values()) {
    for (const {form} of forms) {
      const known = owners.get(form) ?? []
      if (!known.includes(id)) owners.set(form, [...known, id])
    }
  }
  if (owners.size === 0) return () => []
  const forms = [...owners.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  // Must not match inside a word: no Mongol in Mongolia.
  const pattern = new RegExp(forms.map((form) => `(${patternOf(form)})`).join('|'), 'gu')
  return (words) =>
    [...words.matchAll(pattern)].map((match) => {
      const form = forms[match.slice(1).findIndex((group) => group !== undefined)] ?? ''
      const start = match.index
      return {start, end: start + match[0].length, form, names: owners.get(form) ?? []}
    })
}

function patternOf(form: string): string {
  const [first = '', ...rest] = form
  const capital = first.toLocaleUpperCase('en')
  const begin = /\p{Ll}/u.test(first) ? `[${first}${capital}]` : literal(first)
  // In scripts without blanks a word has no edge.
  const [before, after] = [first, rest.at(-1) ?? first].map((edge) => {
    return unparted.test(edge) ? '' : '[\\p{L}\\p{N}\\p{M}]'
  })
  const inner = begin + rest.map(literal).join('')
  return `${before ? `(?<!${before})` : ''}${inner}${after ? `(?!${after})` : ''}`
}

const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function literal(character: string): string {
  if (/\s/.test(character)) return '\\s+'
  if (/['’ʼ‘]/.test(character)) return "['’ʼ‘]"
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
}
