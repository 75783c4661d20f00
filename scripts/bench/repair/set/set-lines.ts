import type {Sign} from '../../../specimen/read-original.ts'
import type {Divide} from './divide-word.ts'

/** How a line ends: between words, in a divided word, after a hyphen, after a dash, or its block. */
export type LineEnd = 'blank' | 'divided' | 'hyphen' | 'dash' | 'block'

/** A line as it was set; the blank at its end is gone. */
export interface TypeLine {
  readonly signs: readonly Sign[]
  readonly end: LineEnd
}

/** How lines are set. */
export interface LineMeasure {
  /** In widths of an ordinary letter. */
  readonly width: number
  /** How much narrower the first line of a block is. */
  readonly indent: number
  /** How much of a line may be left over before a word is divided, from 0 to 1. */
  readonly slack: number
  readonly divide: Divide
  /**
   * Whether a number with a full stop that follows a dash likes to begin a line: where programs
   * take the beginnings of lines for lists, this is what gets lost.
   */
  readonly numbersFirst?: boolean
}

interface Cut {
  readonly at: number
  readonly end: LineEnd
  readonly used: number
}

/** Break a block into lines the way a compositor does who fills them but keeps words whole. */
export function setLines(signs: readonly Sign[], measure: LineMeasure): TypeLine[] {
  const lines: TypeLine[] = []
  let from = 0
  while (true) {
    const width = measure.width - (from === 0 ? measure.indent : 0)
    const cut = findCut(signs, from, width, measure)
    lines.push({signs: signs.slice(from, cut.at), end: cut.end})
    if (cut.end === 'block') return lines
    from = cut.at + (cut.end === 'blank' ? 1 : 0)
  }
}

function findCut(
  signs: readonly Sign[],
  from: number,
  width: number,
  {slack, divide, numbersFirst}: LineMeasure,
): Cut {
  let used = 0
  let whole: Cut | undefined
  let wordStart = from
  for (let at = from; at < signs.length; at++) {
    const {char} = signs[at] as Sign
    if (char === ' ') {
      // A line that nothing can divide runs over its measure, up to the next blank.
      if (used > width && whole === undefined) return {at, end: 'blank', used}
      if (used <= width && !holds(signs, at)) whole = {at, end: 'blank', used}
      wordStart = at + 1
    }
    used += widthOf(signs[at] as Sign)
    if (used > width) {
      const divided = divideAt(signs, wordStart, at, divide)
      const loose = whole === undefined || (width - whole.used) / width > slack
      if (divided !== undefined && loose) return {at: divided, end: 'divided', used: width}
      if (whole) return whole
    }
    const next = signs[at + 1]?.char ?? ' '
    if (/[-–—]/.test(char) && next !== ' ' && at > from && isFree(signs, wordStart, at)) {
      whole = {at: at + 1, end: char === '-' ? 'hyphen' : 'dash', used}
      if (numbersFirst && char === '–' && used > width * 0.55 && isNumber(signs, at + 1))
        return whole
      wordStart = at + 1
    }
  }
  return {at: signs.length, end: 'block', used}
}

/** Whether a line may end after a hyphen: not within addresses, and not after a single letter. */
function isFree(signs: readonly Sign[], wordStart: number, at: number): boolean {
  const before = lettersBetween(signs, wordStart, at)
  return !/[/@]|:\/\//.test(before) && before.replace(/[^\p{L}\p{N}]/gu, '').length > 1
}

function isNumber(signs: readonly Sign[], from: number): boolean {
  return /^\d{1,2}\. \p{Lu}/u.test(lettersBetween(signs, from, from + 6))
}

/** Whether a blank holds two things together that no compositor parts. */
function holds(signs: readonly Sign[], at: number): boolean {
  return /(?:^|[ (])(?:pp?|l|no|vol)\.$/.test(lettersBetween(signs, Math.max(0, at - 5), at))
}

/** The last place at which the word that does not fit may be divided; a hyphen fits there. */
function divideAt(
  signs: readonly Sign[],
  wordStart: number,
  over: number,
  divide: Divide,
): number | undefined {
  let end = wordStart
  while (end < signs.length && !/\s/.test(signs[end]?.char || '\0')) end++
  const letters = lettersBetween(signs, wordStart, end)
  // Compounds are divided at their hyphens only; addresses and figures never.
  if (/[-–—/@\d]/.test(letters)) return undefined
  const word = /\p{L}+/u.exec(letters)
  if (!word) return undefined
  const first = wordStart + word.index
  const points = divide(word[0]).filter((point) => first + point < over)
  const point = points.at(-1)
  if (point === undefined) return undefined
  // A call in the middle of a word would have moved the letters: there are none.
  return first + point
}

function lettersBetween(signs: readonly Sign[], from: number, to: number): string {
  let letters = ''
  for (let at = from; at < Math.min(to, signs.length); at++) letters += signs[at]?.char || '\0'
  return letters
}

/** Width in those of an ordinary letter. */
function widthOf({char, call}: Sign): number {
  if (call !== undefined) return call.length * 0.6
  if (/[fijlrtI.,:;'’‘()[\]|!-]/.test(char)) return 0.62
  if (/[mwMWŪŌ—%&@]/.test(char)) return 1.6
  if (char === ' ') return 0.55
  return /\p{Lu}/u.test(char) ? 1.35 : 1
}
