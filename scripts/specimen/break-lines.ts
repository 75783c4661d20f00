import type {Sign} from './read-original.ts'

/** A line as it was set. */
export interface Line {
  readonly signs: readonly Sign[]
  /**
   * How it ends: between two words, in a word that was divided, after a hyphen or a dash of the
   * text's own, or with its block.
   */
  readonly end: 'blank' | 'divided' | 'hyphen' | 'dash' | 'block'
}

/**
 * Break a block into lines of at most so many characters, dividing words the way a compositor
 * might.
 */
export function breakLines(signs: readonly Sign[], width: number): Line[] {
  const lines: Line[] = []
  let rest = signs
  while (widthOf(rest) > width) {
    const cut = bestCut(rest, width)
    lines.push({signs: rest.slice(0, cut.at), end: cut.end})
    rest = rest.slice(cut.at + (cut.end === 'blank' ? 1 : 0))
  }
  return [...lines, {signs: rest, end: 'block'}]
}

function widthOf(signs: readonly Sign[]): number {
  return signs.reduce((sum, {char}) => sum + char.length, 0)
}

/** The last place where the line may end: later places fill it better. */
function bestCut(signs: readonly Sign[], width: number): {at: number; end: Line['end']} {
  let used = 0
  let best: {at: number; end: Line['end']} = {at: signs.length, end: 'block'}
  for (const [at, {char, call}] of signs.entries()) {
    // A call stays with the word that it follows.
    if (char === ' ' && used <= width) best = {at, end: 'blank'}
    used += char.length
    if (used > width) break
    if (call !== undefined) continue
    if (/[-–]/.test(char) && signs[at + 1]?.char.trim()) {
      best = {at: at + 1, end: char === '-' ? 'hyphen' : 'dash'}
    } else if (used < width && mayDivide(signs, at)) best = {at: at + 1, end: 'divided'}
  }
  return best
}

const vowel = /[aeiouy]/
const consonant = /[b-df-hj-np-tv-xz]/
/** Consonants that are one sound, or that begin syllables together. */
const together = /^(?:ch|ck|ct|gh|gn|ng|ph|qu|sh|sk|sp|st|th|wh|[bcdfgpt][lr])$/

/** Endings before which words are divided. */
const ending = /^(?:[st]ion|ment|ness|less|ful|tive|ture|ties|ly)/

/** Whether a word may be divided after a letter: between syllables, or before an ending. */
function mayDivide(signs: readonly Sign[], at: number): boolean {
  const letters = (from: number, to: number): string =>
    signs
      .slice(Math.max(0, from), to)
      .map(({char, call}) => (call === undefined ? char : ' '))
      .join('')
  const before = /[a-z]*$/.exec(letters(at - 8, at + 1))?.[0] ?? ''
  const after = letters(at + 1, at + 5)
  if (before.length < 3 || !/^[a-z]{3}/.test(after)) return false
  if (ending.test(after) && vowel.test(before)) return true
  if (!consonant.test(after.charAt(0)) || !vowel.test(after.charAt(1))) return false
  // An open syllable: confi-dence.
  if (/[aeiouy].*[aeiouy]$/.test(before)) return true
  // A closed one: con-fidence.
  return (
    /[aeiouy][b-df-hj-np-tv-xz]$/.test(before) && !together.test(before.slice(-1) + after.charAt(0))
  )
}
