import type {Hit} from '../hit.ts'
import {appliedHit} from './applied-hit.ts'

/**
 * A reference of a note and what follows it without a blank: raised figures, figures in `<sup>`, a
 * footnote of Markdown, or a dagger; then a word, a number or an opening mark. Must match
 * "head.⁴This", "head<sup>4</sup>(see"; must not match `22<sup>nd</sup>`, "head⁴, this", "head⁴—this".
 */
const reference =
  /(?:[⁰¹²³⁴-⁹]{1,4}|<sup>[^<>\p{L}\s]{1,8}<\/sup>|\[\^[\w-]{1,32}\]|[†‡]{1,3})(?=(\p{L}[\p{L}\p{M}]{0,60}|\d{1,12}|[“‘«]|[([](?=[\p{L}\d])|"(?=\p{L}))(.?))/gu

/**
 * Find words that lost the blank between them and the reference of a note before them.
 *
 * Shape: text → a hit for each such word, whose reading begins with a blank. Powers and units (x²y,
 * m²) are none: before them stands a letter alone, a number or nothing.
 */
export function noteSpace(text: string): Hit[] {
  const opens = straightQuotes(text)
  return [...text.matchAll(reference)].flatMap((match): Hit[] => {
    const [mark, lemma = '', next = ''] = match
    const start = match.index + mark.length
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const isAfterMark = closes.test(before) && !/(?:^|\s)["'*_([]+$/u.test(before)
    const isWord = /^\p{L}/u.test(lemma)
    // Four letters, for sin²(x) is no word.
    const isLost = isWord
      ? isLostWord(before, lemma, next, isAfterMark)
      : isAfterMark || (/\p{L}{4}$/u.test(before) && !/\d/.test(lemma))
    const isLink = mark.startsWith('[') && /[([]/.test(lemma)
    if (!isLost || isLink || (lemma === '"' && !opens(start))) return []
    const evidence = `No blank stands between the reference of a note, ${mark}, and what follows it.`
    const fields = {rule: 'note-space', kind: 'ocr/spacing', start, lemma, evidence} as const
    return [appliedHit({...fields, reading: ` ${lemma}`})]
  })
}

/** What may end a clause before a reference. */
const closes = /[.,;:!?)\]”’"'»…*_%]$/u

/** Whether a word follows a reference, and not a quantity its power: x²y, W/m²K. */
function isLostWord(before: string, word: string, next: string, isAfterMark: boolean): boolean {
  if (word.length === 1) return isAfterMark && /[AaIO]/.test(word) && /[\s’']/.test(next)
  if (isAfterMark) return true
  if (/(?:^|\D)[12]\d{3}$/.test(before)) return /^\p{Lu}\p{Ll}/u.test(word)
  const letters = /\p{L}+$/u.exec(before)?.[0].length ?? 0
  return letters > 1 && letters + word.length > 4 && !(unit.test(before) && unit.test(word))
}

/** The sign of a unit at the end of some words. */
const unit = /(?:^|[^\p{L}])(?:[cdhkmnµ]?m|km|ft|in|yd|mi|[kmµ]?g|[mn]?s|sec|min|mol|rad|lb)$/u

/**
 * Tell of straight quotation marks whether they open: before them in their paragraph are as many as
 * close. To be asked in the order of the text.
 */
function straightQuotes(text: string): (at: number) => boolean {
  let seen = 0
  let isOpen = false
  return (at) => {
    for (const [found] of text.slice(seen, at).matchAll(/"|(?:\r\n|\n|\r){2}/g)) {
      isOpen = found === '"' && !isOpen
    }
    seen = at
    return !isOpen
  }
}
