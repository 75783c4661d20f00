import {closesFirst, leavesOpen} from './bracket-balance.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import type {RawLine} from './split-lines.ts'
import {soundsLikeNote} from './sounds-like-note.ts'

/** The paragraphs around one that may be the rest of a note. */
export interface RestNeighbours {
  /** The end of the last note of the page before. */
  readonly note: RawLine
  /** The paragraph before, when it is of the text and of the same page. */
  readonly before: RawLine | undefined
  /** The paragraph of the text that comes next after the notes. */
  readonly next: RawLine | undefined
  /** Whether a note begins right after it. */
  readonly isBeforeNote: boolean
  /** Whether a note is called in it. */
  readonly isCalling: boolean
}

/** What {@link restParagraphFeatures} gives, in its order. */
export const restParagraphFeatureNames = [
  'bias',
  'note is open',
  'note is cut in a word that goes on',
  'note is cut in a word that does not',
  'text goes on after the notes',
  'text goes on here',
  'text is open, begins anew',
  'text ended, goes on small',
  'text ended, begins anew',
  'ends a sentence',
  'ends a sentence, note is open',
  'sounds like a note',
  'begins like a note',
  'brackets fit',
  'brackets fit not',
  'begins with a figure',
  'is long',
  'calls a note',
  'before a note',
  'note and text are open, and both have something to go on with',
] as const

/**
 * Weights of {@link restParagraphFeatures}: a logistic regression on texts that were set in pages by
 * script, with the notes of each below its text.
 */
const weights = [
  -2.27, 1.79, 0.14, 0.0, 1.27, 0.0, -1.05, 0.25, -2.38, 0.54, 2.07, 1.65, 1.12, 0.27, -0.04, 0.22,
  -1.42, -1.09, 0.01, 2.5,
]

/**
 * Judge whether a paragraph is the rest of a note that the page before left open, set below the text
 * of its page with nothing between.
 *
 * Shape: paragraph and its neighbours → yes or no.
 */
export function isRestOfNote(text: string, line: RawLine, around: RestNeighbours): boolean {
  const features = restParagraphFeatures(text, line, around)
  return features.reduce((sum, one, index) => sum + one * (weights[index] ?? 0), 0) > 0
}

/** Collect what speaks for and against it, in the order of {@link restParagraphFeatureNames}. */
export function restParagraphFeatures(
  text: string,
  line: RawLine,
  {note, before, next, isBeforeNote, isCalling}: RestNeighbours,
): number[] {
  const is = (condition: boolean): number => (condition ? 1 : 0)
  const open = lineEnd(text, note).kind
  const start = lineStart(text, line).kind
  const end = lineEnd(text, line).kind
  const above = before ? lineEnd(text, before).kind : 'none'
  const after = next ? lineStart(text, next).kind : 'none'
  const isSmall = start === 'lower' || start === 'digit'
  const isBroken = above !== 'stop' && above !== 'colon' && above !== 'none'
  const isOpen = open !== 'stop' && open !== 'none'
  const words = text.slice(line.start, Math.min(line.end, line.start + 600))
  const noteWords = text.slice(Math.max(note.start, note.end - 600), note.end)
  const [opens, closes] = [leavesOpen(noteWords), closesFirst(words)]
  const goesOn = isBroken && after === 'lower' && end === 'stop'
  return [
    1,
    is(isOpen),
    is(open === 'hyphen' && start === 'lower'),
    is(open === 'hyphen' && start !== 'lower'),
    is(goesOn),
    is(isBroken && !goesOn && isSmall),
    is(isBroken && !goesOn && !isSmall),
    is(above === 'stop' && isSmall),
    is(above === 'stop' && !isSmall),
    is(end === 'stop'),
    is(end === 'stop' && isOpen),
    is(soundsLikeNote(words)),
    is(soundsLikeNote(words.slice(0, 80))),
    is(opens && closes),
    is(opens !== closes),
    is(start === 'digit'),
    is(line.end - line.start > 600),
    is(isCalling),
    is(isBeforeNote),
    is(isOpen && isBroken && start === 'lower' && after === 'lower'),
  ]
}
