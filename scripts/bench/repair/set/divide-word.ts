import {requireFor} from '../find-package.ts'

/**
 * Where a compositor may divide a word: how many letters may stand before the hyphen, ascending.
 * It is given the letters of one word, without marks.
 */
export type Divide = (word: string) => readonly number[]

/** Whose habits are followed: Americans divide by sound, the British more by descent. */
export type Habit = 'american' | 'british'

/**
 * Divide words as typesetting programs do, by the patterns of TeX.
 *
 * At least two letters stand before the hyphen and three after it, and no word with more than one
 * capital is divided.
 */
export function loadDivide(habit: Habit): Divide {
  const name = habit === 'american' ? 'hyphen/en-us' : 'hyphen/en-gb'
  const {hyphenateSync} = requireFor('hyphen')(name) as {hyphenateSync: (text: string) => string}
  const known = new Map<string, readonly number[]>()
  return (word) => {
    const points = known.get(word) ?? pointsOf(word, hyphenateSync)
    known.set(word, points)
    return points
  }
}

function pointsOf(word: string, hyphenate: (text: string) => string): number[] {
  if (word.length < 5 || /\p{Lu}.*\p{Lu}/u.test(word)) return []
  const points: number[] = []
  let at = 0
  for (const char of hyphenate(word)) {
    if (char === '\u00AD') points.push(at)
    else at += char.length
  }
  return points.filter((point) => point >= 2 && word.length - point >= 3)
}
