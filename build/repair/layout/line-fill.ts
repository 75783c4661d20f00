import type {Span} from '../../text/correction.ts'
import type {LayoutLine} from './layout.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import {lineWidth} from './line-width.ts'

/** How full the lines of a text are set. */
export interface LineFill {
  /** How many characters of an average line are free at the end of a line. */
  free(line: Span): number
  /** How many of them the first word of a line takes, with the blank before it. */
  firstWord(line: Span): number
  /** How seldom a line within a paragraph leaves so much more free than the next word takes. */
  surprise(margin: number): number
  /** The same where the next word might have been divided. */
  surpriseDivided(free: number, first: number): number
  /** Whether paragraphs begin with an indented line. */
  readonly indents: boolean
}

/** So many lines within paragraphs are enough to know the setting. */
const enough = 3000

/**
 * Learn from the lines within paragraphs how full lines are set.
 *
 * Shape: a text, its lines of one kind with the one that follows each → what is free at their ends.
 * Lines are measured in characters or, where that makes them more alike, in estimated widths. A
 * line is surely within a paragraph when a small letter follows, or a hyphen ends it.
 */
export function lineFill(
  text: string,
  pairs: readonly (readonly [line: LayoutLine, next: LayoutLine])[],
): LineFill {
  const step = Math.max(1, Math.floor(pairs.length / enough))
  const within: {line: Span; next: Span}[] = []
  let [looked, indented] = [0, 0]
  for (let at = 0; at < pairs.length; at += step) {
    const [line, next] = pairs[at] ?? []
    if (!line || !next) continue
    const {kind} = lineEnd(text, wordsOf(line))
    const start = lineStart(text, wordsOf(next)).kind
    looked++
    if (kind === 'stop' && lineStart(text, wordsOf(next)).indent >= 2) indented++
    if (kind === 'stop' || (start !== 'lower' && kind !== 'hyphen')) continue
    within.push({line: wordsOf(line), next: wordsOf(next)})
  }
  const inCharacters = measureBy(text, within, (words) => words.length * 100)
  const inWidths = measureBy(text, within, lineWidth)
  const {width, measure, margins, divided} =
    inWidths.spread < inCharacters.spread ? inWidths : inCharacters
  return {
    free: (line) => (measure - width(trimmed(text, line))) / 100,
    firstWord: (line) => firstWordOf(text, line, width) / 100,
    surprise: (margin) => surpriseIn(margins, margin * 100),
    surpriseDivided: (free, first) => surpriseIn(divided, (free - Math.min(first, part)) * 100),
    indents: indented > looked * 0.02 && indented < looked * 0.5,
  }
}

/** The words of a line without a head that ran into it. */
export function wordsOf(line: LayoutLine): Span {
  const {start, end, head} = line
  if (!head) return {start, end}
  return head.start === start ? {start: head.end, end} : {start, end: head.start}
}

interface Measured {
  readonly width: (words: string) => number
  readonly measure: number
  /** What lines within paragraphs leave free, less the next word, sorted. */
  readonly margins: readonly number[]
  /** The same, less a part of the next word that might stand before a hyphen. */
  readonly divided: readonly number[]
  readonly spread: number
}

/** A part of a word with its hyphen and the blank before it. */
const part = 5.5

function surpriseIn(sorted: readonly number[], value: number): number {
  const more = sorted.length - placeOf(sorted, value)
  return Math.log((sorted.length + 2) / (more + 0.5))
}

function measureBy(
  text: string,
  within: readonly {line: Span; next: Span}[],
  width: (words: string) => number,
): Measured {
  const lengths = within.map(({line}) => width(trimmed(text, line))).toSorted((a, b) => a - b)
  const measure = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 1
  const left = within.map(({line, next}) => {
    return [measure - width(trimmed(text, line)), firstWordOf(text, next, width)] as const
  })
  const margins = left.map(([free, first]) => free - first).toSorted((a, b) => a - b)
  const divided = left.map(([free, first]) => free - Math.min(first, part * 100))
  const spread = lengths.reduce((sum, one) => sum + Math.abs(one - middle), 0) / middle
  return {width, measure, margins, divided: divided.toSorted((a, b) => a - b), spread}
}

function trimmed(text: string, {start, end}: Span): string {
  return text.slice(start, end).trimEnd()
}

/** The width of a line's first word, or of its first part before a hyphen, with a blank. */
function firstWordOf(text: string, {start, end}: Span, width: (words: string) => number): number {
  const word = /^\s*(\S+?(?:[-–—](?=\S)|(?=\s|$)))/.exec(
    text.slice(start, Math.min(end, start + 80)),
  )?.[1]
  return width(` ${word ?? ''}`)
}

/** How many of sorted numbers are below one. */
function placeOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
