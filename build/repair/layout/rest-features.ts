import {closesFirst, leavesOpen} from './bracket-balance.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import type {LineEnd, LineStart} from './line-edges.ts'
import type {Page} from './notes-in-paragraphs.ts'
import {soundsLikeNote} from './sounds-like-note.ts'
import {unfinished} from './unfinished.ts'

/** What is known about the halves of what two pages break. */
export interface RestSituation {
  /** The last line of the notes of the page before. */
  readonly noteEnd: number
  /** Whether it leaves its note open; a note may also go on after a sentence. */
  readonly isOpen: boolean
  /** The first line of text on the next page; nothing when there is none. */
  readonly nextText: number | undefined
  /** Characters in a full line of the text, and of the notes. */
  readonly measure: number
  readonly noteMeasure: number
  /** Whether letters are a word that stands elsewhere in the text. */
  readonly isWord: (word: string) => boolean
  /** Whether a note is called on a line. */
  readonly isCalling: (at: number) => boolean
}

/** What {@link restFeatures} gives, in its order. */
export const restFeatureNames = [
  'lines of the rest',
  'blank line above',
  'last line ends a sentence',
  'note fits word',
  'note fits not',
  'text fits next page',
  'text fits next page not',
  'text fits line',
  'text fits line not',
  'text unfinished',
  'long lines of the rest',
  'short lines of the rest',
  'long lines of the text',
  'last line is long',
  'sounds like a note',
  'sounds like no note',
  'text sounds like a note',
  'calls a note',
  'indented',
  'brackets fit',
  'brackets fit not',
  'text leaves a bracket open',
  'very short lines of the rest',
  'first line sounds like a note',
  'a blank line breaks a sentence above',
] as const

/** More lines say no more. */
const enough = 6

/**
 * Collect what speaks for and against a line as the beginning of the rest of a note.
 *
 * Shape: page, the last lines above its notes, the place of one among them → numbers in the order
 * of {@link restFeatureNames}.
 */
export function restFeatures(
  page: Page,
  filled: readonly number[],
  order: number,
  situation: RestSituation,
): number[] {
  const {text, lines} = page
  const {noteEnd, nextText, measure, noteMeasure, isWord, isCalling} = situation
  const lineOf = (at: number | undefined): {start: number; end: number} =>
    lines[at ?? -1] ?? {start: 0, end: 0}
  const at = filled[order] ?? 0
  const above = filled[order - 1]
  const start = lineStart(text, lineOf(at))
  const open = lineEnd(text, lineOf(noteEnd))
  const end = above === undefined ? undefined : lineEnd(text, lineOf(above))
  const next = nextText === undefined ? undefined : lineStart(text, lineOf(nextText))
  const last = lineEnd(text, lineOf(filled.at(-1)))
  const rest = filled.slice(order)
  const before = filled.slice(Math.max(0, order - 6), order)
  const long = measure + Math.max(3, (noteMeasure - measure) * 0.25)
  const hasWidths = noteMeasure > measure * 1.04
  const isLong = (one: number): boolean => lineOf(one).end - lineOf(one).start > long
  const count = (list: readonly number[], is: (one: number) => boolean): number =>
    list.filter(is).length * Math.min(1, enough / list.length)
  const sounds = (one: number): boolean => {
    return soundsLikeNote(text.slice(lineOf(one).start, lineOf(one).end).slice(0, 240))
  }
  const wordsOf = (list: readonly number[]): string =>
    list.map((one) => text.slice(lineOf(one).start, lineOf(one).end)).join('\n')
  const noteOpens = leavesOpen(text.slice(lineOf(noteEnd - 1).start, lineOf(noteEnd).end))
  const restCloses = closesFirst(wordsOf(rest))
  const noteFits = continuity(open, start, isWord)
  const nextFits = end && next ? continuity(end, next, isWord) : 0
  const lineFits = end ? continuity(end, start, isWord) : 0
  const is = (condition: boolean): number => (condition ? 1 : 0)
  const isLeft = end?.kind === 'word' && unfinished.has(end.word.toLowerCase())
  const isBroken = end?.kind === 'word' || end?.kind === 'hyphen' || end?.kind === 'comma'
  const isLeftAtBlank = isBroken && above !== undefined && at - above > 1
  return [
    Math.min(rest.length, enough),
    is(above !== undefined && at - above > 1),
    is(last.kind === 'stop'),
    Math.max(0, noteFits),
    Math.min(0, noteFits),
    Math.max(0, nextFits),
    Math.min(0, nextFits),
    Math.max(0, lineFits),
    Math.min(0, lineFits),
    is(isLeft && start.kind !== 'lower'),
    hasWidths ? count(rest.slice(0, -1), isLong) : 0,
    hasWidths ? count(rest.slice(0, -1), (one) => !isLong(one)) : 0,
    hasWidths ? count(before, isLong) : 0,
    is(hasWidths && isLong(filled.at(-1) ?? 0)),
    count(rest, sounds),
    count(rest, (one) => !sounds(one)),
    count(before.slice(-2), sounds),
    count(rest, isCalling),
    count(rest, (one) => lineStart(text, lineOf(one)).indent >= 2),
    is(noteOpens && restCloses),
    is(noteOpens !== restCloses),
    is(leavesOpen(wordsOf(before.slice(-3)))),
    count(rest.slice(0, -1), (one) => lineOf(one).end - lineOf(one).start < measure * 0.85),
    is(sounds(at)),
    is(isLeftAtBlank),
  ]
}

/** How well a line that ends so and one that begins so go together. */
function continuity(end: LineEnd, start: LineStart, isWord: (word: string) => boolean): number {
  if (end.kind === 'hyphen') {
    if (start.kind !== 'lower' && start.kind !== 'letter') return -3
    const isKnown = isWord(`${end.word}${start.word}`) || isWord(`${end.word}-${start.word}`)
    if (isKnown) return 4
    // “extend-” and “nothing” are no halves of a word, for “nothing” is one.
    return isWord(start.word) ? 0.3 : 3
  }
  if (end.kind === 'stop') return start.kind === 'lower' ? -2.5 : 0.3
  if (end.kind === 'word' || end.kind === 'comma' || end.kind === 'semicolon') {
    return start.kind === 'lower' ? 1.2 : start.kind === 'digit' ? -0.8 : -0.5
  }
  return 0
}
