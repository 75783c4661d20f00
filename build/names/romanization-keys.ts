import {syllables} from './pinyin-syllables.ts'
import type {Syllable} from './pinyin-syllables.ts'

/** How Wade–Giles writes the initials of pinyin, without its apostrophes. */
const initials: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  j: 'ch',
  q: 'ch',
  zh: 'ch',
  z: 'ts',
  c: 'ts',
  x: 'hs',
  r: 'j',
}

/** How it writes finals, where it writes them otherwise, without its two dots. */
const finals: Readonly<Record<string, string>> = {
  er: 'erh',
  ian: 'ien',
  ie: 'ieh',
  iong: 'iung',
  ong: 'ung',
  ue: 'ueh',
  üe: 'ueh',
  ü: 'u',
}

/** Syllables that it writes in a way of their own. */
const whole: Readonly<Record<string, string>> = {
  ge: 'ko',
  ke: 'ko',
  he: 'ho',
  e: 'o',
  gui: 'kuei',
  kui: 'kuei',
  yi: 'i',
  yan: 'yen',
  ye: 'yeh',
  you: 'yu',
  yue: 'yueh',
  yong: 'yung',
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
}

/** Initials behind which it keeps the `u` of `uo`. */
const keepsUo = new Set(['g', 'k', 'h', 'sh'])

/**
 * Say as what a name may be recognised under another romanization of Chinese.
 *
 * Shape: form → keys; two forms that share one may be of one name. A form in pinyin has the key of its Wade–Giles
 * form without signs, and that of its postal one; any other form has its letters.
 * Source: the syllables of both systems, in which pinyin gives Wade–Giles without a choice.
 */
export function romanizationKeys(form: string): string[] {
  const plain = form
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('u\u0308', 'ü')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘ʼ]/g, "'")
  const letters = plain.replaceAll('ü', 'u').replaceAll(/[^a-z]/g, '')
  const parted = plain
    .split(/[^a-zü']+/)
    .filter(Boolean)
    .map(syllables)
  const giles = parted.every((one) => one !== null)
    ? parted
        .flat()
        .map((one) => (one ? gilesOf(one) : ''))
        .join('')
    : letters
  return [...new Set([letters, giles, postalOf(letters), postalOf(giles)])]
}

function gilesOf([initial, final]: Syllable): string {
  const own = whole[initial + final]
  if (own !== undefined) return own
  const begin = initials[initial] ?? initial
  if (final === 'uo' && !keepsUo.has(initial)) return `${begin}o`
  return begin + (finals[final] ?? final)
}

/** Postal spellings have a `k` where Wade–Giles has `ch` before an i, and no `h` before an s. */
function postalOf(giles: string): string {
  return giles.replaceAll('hs', 's').replaceAll(/ch(?=i[a-z]|u)/g, 'k')
}
