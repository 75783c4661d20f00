import type {Draw} from '../draw.ts'

const alike: Readonly<Record<string, string>> = {
  0: '68',
  1: '74',
  2: '7',
  3: '58',
  4: '19',
  5: '36',
  6: '80',
  7: '12',
  8: '36',
  9: '04',
}
const letters: Readonly<Record<string, string>> = {0: 'O', 1: 'l', 5: 'S', 8: 'B'}

/** Misread one digit of a number as another one that looks like it. */
export function misreadDigit(number: string, draw: Draw): string {
  const at = draw.between(0, number.length - 1)
  const misread = replaceAt(number, at, draw.pick([...(alike[number.charAt(at)] ?? '7')]))
  return misread.startsWith('0') ? misreadDigit(number, draw) : misread
}

/** Misread one digit as a letter; nothing when no digit looks like one. */
export function misreadAsLetter(number: string): string | undefined {
  const at = [...number].findIndex((digit) => letters[digit] !== undefined)
  // A number of one digit would be a word then.
  if (at < 0 || number.length < 2) return undefined
  return replaceAt(number, at, letters[number.charAt(at)] ?? '')
}

function replaceAt(number: string, at: number, char: string): string {
  return number.slice(0, at) + char + number.slice(at + 1)
}
