import {certain} from '../hit.ts'
import type {Hit} from '../hit.ts'
import {appliedHit} from './applied-hit.ts'

/**
 * Find soft hyphens (U+00AD) inside the words of a line; they say where a word may be divided and are no
 * part of it.
 *
 * Shape: text → a hit for each. Some programs write this character for every hyphen: before a capital or
 * between figures it is a true one. Those at line ends are left alone, for the lines have to be known first.
 */
export function softHyphen(text: string): Hit[] {
  return [...text.matchAll(/\u00AD+/g)].flatMap(({0: lemma, index: start}): Hit[] => {
    const end = start + lemma.length
    const before = halfBefore.exec(text.slice(Math.max(0, start - 2), start))?.[0]
    const after = halfAfter.exec(text.slice(end, end + 2))?.[0]
    if (before === undefined || after === undefined) return []
    const fields = {rule: 'soft-hyphen', kind: 'line/hyphen', start, lemma} as const
    if (beginsAnew(before, after)) {
      const evidence = 'A word is not divided before a capital or a figure: this hyphen is its own.'
      return [appliedHit({...fields, reading: '-', evidence}, certain)]
    }
    const evidence = 'A soft hyphen (U+00AD) inside a line is no part of the word.'
    return [appliedHit({...fields, reading: '', evidence})]
  })
}

/** The letter or figure that ends there. Must not match when a blank or a stop stands there. */
export const halfBefore: RegExp = /[\p{L}\p{N}]\p{M}*$/u
/** The letter or figure that begins there. */
export const halfAfter: RegExp = /^[\p{L}\p{N}]/u

/** Whether the second half is a word of its own: a capital after a small letter, or a figure. */
export function beginsAnew(before: string, after: string): boolean {
  if (/\p{N}/u.test(before) || /\p{N}/u.test(after)) return true
  return /\p{Lu}/u.test(after) && /\p{Ll}/u.test(before)
}
