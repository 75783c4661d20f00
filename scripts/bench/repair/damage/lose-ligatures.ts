import type {Draw} from '../draw.ts'

/** What becomes of joined letters. */
export type LigatureForm = 'dropped' | 'first' | 'placeholder' | 'split' | 'presentation'

/** How one fount of a text loses its ligatures. */
export interface LigatureLoss {
  readonly form: LigatureForm
  /** How many of them are damaged, from 0 to 1. */
  readonly rate: number
  /** The ligatures the fount has, the longest first: not all founts have all five. */
  readonly joined: readonly string[]
  /** Of split ones: whether a blank comes before them too, or only after. */
  readonly isSplitBefore: boolean
}

/** The ligatures of a whole fount, of one without those of three letters, and of an old one. */
export const founts: readonly (readonly string[])[] = [
  ['ffi', 'ffl', 'ff', 'fi', 'fl'],
  ['ffi', 'ffl', 'ff', 'fi', 'fl'],
  ['ffi', 'ffl', 'ff', 'fi', 'fl'],
  ['ff', 'fi', 'fl'],
  ['fi', 'fl'],
]

const characters: Readonly<Record<string, string>> = {
  ff: '\uFB00',
  fi: '\uFB01',
  fl: '\uFB02',
  ffi: '\uFB03',
  ffl: '\uFB04',
  st: '\uFB06',
}

/** A ligature at a place of a run of one fount. */
export interface Lost {
  /** The letters it joined. */
  readonly letters: string
  /** What stands there now. */
  readonly left: string
}

/**
 * Damage the ligature that begins at a place, if one does and chance wants it.
 *
 * Shape: a run of one fount on one line, a place in it → the letters and what is left of them; of a
 * split one the blanks around it, where no blank was before.
 */
export function loseLigature(
  run: string,
  at: number,
  {form, rate, joined, isSplitBefore}: LigatureLoss,
  draw: Draw,
): Lost | undefined {
  const letters = joined.find((one) => run.startsWith(one, at))
  if (letters === undefined || !draw.happens(rate)) return undefined
  if (form === 'dropped') return {letters, left: ''}
  if (form === 'first') return {letters, left: 'f'}
  if (form === 'placeholder') return {letters, left: '\uFFFD'}
  if (form === 'presentation') return {letters, left: characters[letters] ?? letters}
  const isLetter = (index: number): boolean => /\p{L}/u.test(run.charAt(index))
  const before = isSplitBefore && at > 0 && isLetter(at - 1) ? ' ' : ''
  const after = isLetter(at + letters.length) ? ' ' : ''
  return {letters, left: before + letters + after}
}
