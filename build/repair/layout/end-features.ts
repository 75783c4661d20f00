import type {LayoutLine} from './layout.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import {wordsOf} from './line-fill.ts'
import type {LineFill} from './line-fill.ts'

/** Words that lean on the sentence before them. */
const leaning = new Set(
  'it he she they this these those his her its their him them but and or nor yet so such thus hence that then there here neither both some others another'.split(
    ' ',
  ),
)

/** What is known about a line besides itself and the next one. */
export interface LineContext {
  /** How many lines of its paragraph stand before it, as far as was judged. */
  readonly linesBefore: number
  /** The line before it, of the same text. */
  readonly before: LayoutLine | undefined
}

/** What {@link endFeatures} gives, in its order. */
export const endFeatureNames = [
  'bias',
  'stop',
  'stop, closed',
  'colon',
  'abbreviation',
  'comma',
  'word',
  'next small',
  'next figure',
  'next quotation',
  'next quotation after closed',
  'next leaning',
  'margin above',
  'margin below',
  'margin far above',
  'surprise',
  'surprise, stop',
  'surprise, divided',
  'surprise, divided, stop',
  'only line',
  'indented more',
  'not indented where others are',
  'within indented',
  'after indented',
  'like a heading',
  'next bracket',
  'next letter or figure in brackets',
  'next like a heading',
  'under a heading',
] as const

/**
 * Collect what speaks for and against the end of a paragraph at the end of a line.
 *
 * Shape: a line, the next one of the same text, how full lines are → numbers in the order of
 * {@link endFeatureNames}.
 */
export function endFeatures(
  text: string,
  line: LayoutLine,
  next: LayoutLine,
  fill: LineFill,
  {linesBefore, before}: LineContext,
): number[] {
  const words = wordsOf(line)
  const end = lineEnd(text, words)
  const start = lineStart(text, wordsOf(next))
  const free = fill.free(words)
  const first = fill.firstWord(wordsOf(next))
  const margin = free - first
  const is = (condition: boolean): number => (condition ? 1 : 0)
  const isStop = end.kind === 'stop'
  const opensQuote = /["“‘„«]/.test(start.opening)
  const surprise = fill.surprise(margin)
  const divided = fill.surpriseDivided(free, first)
  const [above, own, below] = [indentOf(text, before), indentOf(text, line), indentOf(text, next)]
  const more = below - own
  const isEnumerated = /^\s*\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)/.test(
    text.slice(next.start, next.start + 20),
  )
  return [
    1,
    is(isStop),
    is(isStop && end.isClosed),
    is(end.kind === 'colon'),
    is(end.kind === 'abbreviation'),
    is(end.kind === 'comma' || end.kind === 'semicolon' || end.kind === 'dash'),
    is(end.kind === 'word'),
    is(start.kind === 'lower'),
    is(start.kind === 'digit'),
    is(opensQuote),
    is(opensQuote && end.isClosed),
    is(leaning.has(start.word.toLowerCase())),
    Math.min(12, Math.max(0, margin)),
    Math.min(0, Math.max(-8, margin)),
    Math.min(30, Math.max(0, margin - 12)),
    surprise,
    surprise * is(isStop),
    divided,
    divided * is(isStop),
    is(linesBefore === 0),
    is(more >= 2),
    is(fill.indents && below < 2 && own < 2),
    is(own >= 2 && below >= own),
    is(own >= 2 && above >= 2 && linesBefore > 0 && below < own),
    is(linesBefore === 0 && !isStop && margin > 8),
    is(start.opening.startsWith('(') && !isEnumerated),
    is(isEnumerated),
    is(isHeadingLike(text, next, fill)),
    is(linesBefore === 0 && isHeadingLike(text, line, fill)),
  ]
}

/** How far a line is indented; after a head that ran into it, how many blanks more than one. */
function indentOf(text: string, line: LayoutLine | undefined): number {
  if (!line) return 0
  if (line.head?.start !== line.start) return lineStart(text, line).indent
  const blanks = /[ \t]*$/.exec(text.slice(line.head.start, line.head.end))?.[0] ?? ''
  return Math.max(0, blanks.replaceAll('\t', '    ').length - 1)
}

/** A short line that ends no sentence and begins with a capital. */
function isHeadingLike(text: string, line: LayoutLine, fill: LineFill): boolean {
  const words = wordsOf(line)
  const {kind} = lineEnd(text, words)
  const start = lineStart(text, words)
  return kind === 'word' && start.kind === 'upper' && fill.free(words) > 15
}
