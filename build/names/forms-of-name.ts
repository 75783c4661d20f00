import {folded} from '../text/folded.ts'
import type {Name, NameForm} from './name.ts'

/**
 * List the forms of a name that say more than its heading: no short forms of others, no phrases, each once.
 *
 * Shape: name → its forms, those of the texts first, then those that are only looked for.
 */
export function otherForms({name, sort, forms, also}: Name): NameForm[] {
  const all = [...forms, ...also]
  const whole = [name, sort, ...all.map(({form}) => form)].map((form) => ` ${folded(form)} `)
  return all.filter(({form, scheme}, index) => {
    const own = ` ${folded(form)} `
    if (own === ` ${folded(name)} ` || own === ` ${folded(sort)} `) return false
    // Phrases that are only matched, such as "declared war", lead nobody anywhere.
    if (/^\p{Ll}/u.test(form) && scheme === undefined) return false
    // What stands first stays where two are the same but for accents.
    const isFirst = whole.indexOf(own, 2) === index + 2
    return isFirst && !whole.some((other) => other !== own && other.includes(own))
  })
}

/**
 * List the forms under which a name is looked for and not found beside its heading, each once.
 *
 * Shape: name → forms; none that begins as the heading does, no given name before the family name of a person, no
 * phrase.
 */
export function leadingForms({kind, sort, forms, also}: Name): NameForm[] {
  const [first = ''] = folded(sort).split(' ')
  const seen = new Set<string>()
  return [...forms, ...also].filter(({form, scheme}) => {
    const own = folded(form)
    const isPhrase = /^\p{Ll}/u.test(form) && scheme === undefined
    const isTurned = kind === 'person' && ` ${own} `.includes(` ${first} `)
    if (isPhrase || isTurned || own.startsWith(first) || seen.has(own)) return false
    seen.add(own)
    return true
  })
}

/**
 * Write a form in letters that every keyboard has.
 *
 * Shape: form → the form without diacritics, signs and curved apostrophes; `null` when it has none, or letters of
 * another script.
 */
export function asciiForm(form: string): string | null {
  const plain = form
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘ʼ]/g, "'")
    .replaceAll(/[‐‑–—]/g, '-')
    .replaceAll(/[łŁøØđĐðÐþÞßæÆœŒı]/g, (letter) => signs[letter] ?? letter)
  // Who looks for a name finds one dash for another.
  const isSame = plain === form.replaceAll(/[‐‑–—]/g, '-')
  return isSame || /[^\u0020-\u007E]/.test(plain) ? null : plain
}

const signs: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ı: 'i',
}

/** Put names into the order of an index: by their headings, letter by letter without accents. */
export function byHeading(a: Pick<Name, 'sort'>, b: Pick<Name, 'sort'>): number {
  const [one, other] = [folded(a.sort), folded(b.sort)]
  if (one !== other) return one < other ? -1 : 1
  return a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0
}
