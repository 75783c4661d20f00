import {invisible} from '../../../text/invisible.ts'
import {codePointsOf} from './code-points.ts'

/** A run of words that can be seen as they are, or a sign for a character that cannot. */
export type Shown =
  | {readonly text: string}
  | {
      /** What stands in the box. */
      readonly sign: string
      /** What it is called. */
      readonly name: string
      /** The characters it stands for: one, the two of a line end, or many of the same. */
      readonly for: string
    }

/**
 * Make the characters visible that cannot be seen.
 *
 * Shape: words → runs and signs in order; their characters put together are the words. Line ends, tabs and
 * invisible characters are always signs; blanks where they are the matter: in a change, at its edges and
 * where there are two. Four or more of the same are one sign with their number.
 */
export function shown(words: string, where: 'text' | 'change' = 'text'): Shown[] {
  const runs: Shown[] = []
  let text = ''
  const matches = where === 'change' ? blanksOf(words) : new Set<number>()
  let at = 0
  for (const character of codePointsOf(words)) {
    const sign = signOf(character, matches.has(at))
    at += character.length
    if (!sign) {
      text += character
      continue
    }
    if (text !== '') runs.push({text})
    text = ''
    runs.push(sign)
  }
  if (text !== '') runs.push({text})
  return gather(runs)
}

/** How many signs of the same character may stand in a row. */
const mostInARow = 3

/** Make long rows of the same sign one. */
function gather(runs: readonly Shown[]): Shown[] {
  const gathered: Shown[] = []
  for (let at = 0; at < runs.length;) {
    const run = runs[at]
    if (!run) break
    const rest = runs.slice(at)
    const other = rest.findIndex((one) => 'text' in one || 'text' in run || one.for !== run.for)
    const count = 'text' in run ? 1 : other < 0 ? rest.length : other
    if ('text' in run || count <= mostInARow) gathered.push(...rest.slice(0, count))
    else {
      const {sign, name} = run
      gathered.push({
        sign: `${sign}×${count}`,
        name: `${count} times ${name}`,
        for: run.for.repeat(count),
      })
    }
    at += count
  }
  return gathered
}

/** Where the blanks of a change stand that must be seen. */
function blanksOf(words: string): Set<number> {
  const places = new Set<number>()
  for (const match of words.matchAll(/^ +| {2,}| +$/g)) {
    for (let at = match.index; at < match.index + match[0].length; at++) places.add(at)
  }
  return places
}

/** Signs that word processors use; the face of the page has all of them. */
function signOf(character: string, isBlank: boolean): Shown | null {
  if (/^[\r\n]/.test(character)) return {sign: '¶', name: 'line end', for: character}
  if (character === '\t') return {sign: '→', name: 'tab', for: character}
  if (character === ' ') return isBlank ? {sign: '·', name: 'blank', for: character} : null
  if (character === '\u00A0') return {sign: '°', name: 'no-break blank', for: character}
  if (character === '\u00AD') return {sign: '¬', name: 'soft hyphen', for: character}
  invisible.lastIndex = 0
  const isLone = /^[\uD800-\uDFFF]$/.test(character)
  if (!isLone && !invisible.test(character)) return null
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return {sign: `U+${code}`, name: `character U+${code}`, for: character}
}

/** Write words on one line for those who hear them, or where there is no room for boxes. */
export function spoken(words: string): string {
  return shown(words, 'change')
    .map((run) => ('text' in run ? run.text : run.for === ' ' ? run.sign : ` ${run.sign} `))
    .join('')
    .replaceAll(/ {2,}/g, ' ')
}
