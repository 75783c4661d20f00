import type {Hit} from '../hit.ts'
import {appliedHit} from './applied-hit.ts'

/** The letters that the presentation forms of Latin ligatures stand for, from U+FB00 on. */
const letters = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'] as const

/**
 * Find joined letters that stand as one character, as old fonts have them.
 *
 * Shape: text → a hit for each run of U+FB00 to U+FB06; blanks around it are left alone.
 */
export function presentationForm(text: string): Hit[] {
  return [...text.matchAll(/[\uFB00-\uFB06]+/g)].map(({0: lemma, index}) => {
    const reading = [...lemma].map((form) => letters[form.charCodeAt(0) - 0xfb00]).join('')
    const code = `U+${lemma.charCodeAt(0).toString(16).toUpperCase()}`
    const evidence = `${code} is one character for several letters.`
    const kind = 'ocr/encoding'
    return appliedHit({rule: 'presentation-form', kind, start: index, lemma, reading, evidence})
  })
}
