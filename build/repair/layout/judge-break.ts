import type {Span} from '../../text/correction.ts'
import type {Look} from '../look.ts'
import {
  lastClause,
  leavesBracketOpen,
  looksLikeItem,
  looksLikeNotesHeading,
  looksLikeTitle,
  looksLikeVerse,
} from './block-looks.ts'
import type {JudgedEnd} from './judge-ends.ts'
import type {Sure} from './layout.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import type {LineEnd, LineStart} from './line-edges.ts'
import {unfinished} from './unfinished.ts'

/** What stands between two halves. */
export interface Between {
  readonly head: boolean
  readonly note: boolean
  readonly rule: boolean
  readonly blank: boolean
}

/** Two lines that may be halves of one, and what is known about them. */
export interface Halves {
  readonly one: Span
  readonly other: Span
  readonly between: Between
  /** What is judged of the end of the first, where lines are lines of print. */
  readonly judged: JudgedEnd | undefined
  /** Whether they are of one note, and the second does not begin it. */
  readonly isNote: boolean
}

/**
 * Judge whether what ends before a cut goes on after it.
 *
 * Shape: two halves → how likely they are one, and what speaks for it. A blank line alone cuts
 * seldom: then both halves must be prose, and a line of print be full. Probabilities are set by
 * hand; those of lines of print come from {@link JudgedEnd}.
 */
export function judgeBreak(look: Pick<Look, 'text' | 'layout' | 'format'>, halves: Halves): Sure {
  const {text} = look
  const {one, other, between, judged, isNote} = halves
  const end = lineEnd(text, one)
  const start = lineStart(text, other)
  const isCut = between.head || between.note || between.rule
  const isPair = end.kind === 'dash' && /\d.$/s.test(text.slice(end.at - 2, end.at))
  if (isPair && /^- \p{Lu}/u.test(text.slice(start.at, start.at + 3))) {
    return {p: 0.95, evidence: 'The second number was taken for that of a list.'}
  }
  if (isMarkup(look, one, other) || looksLikeNotesHeading(text, other)) return unlikely
  if (end.kind === 'hyphen') {
    const isWord = start.kind === 'lower' || start.kind === 'letter'
    const goesOn = isWord || (start.kind === 'upper' && isCut)
    return goesOn ? {p: 0.98, evidence: `The word “${end.word}-” goes on.`} : unlikely
  }
  if (isNote) {
    const evidence = 'The note goes on below the text of the next page.'
    return {p: end.kind === 'stop' ? 0.9 : 0.97, evidence}
  }
  if (judged && isCut) return {p: 1 - judged.p, evidence: evidenceOf(end.kind, start.kind)}
  if (judged && judged.margin >= 1) return unlikely
  const isOpen = leavesBracketOpen(text, one, other)
  return isCut
    ? judgeCut(text, halves, end, start, isOpen)
    : judgeBlank(text, halves, end, start, isOpen)
}

const unlikely: Sure = {p: 0.05, evidence: ''}

/** Notes, a head or a rule stand between paragraphs. */
function judgeCut(
  text: string,
  {one}: Halves,
  end: LineEnd,
  start: LineStart,
  isOpen: boolean,
): Sure {
  const isProse = one.end - one.start > 90 && !looksLikeTitle(text, one)
  const isLower = start.kind === 'lower'
  switch (end.kind) {
    case 'stop':
      if (isOpen) return {p: 0.85, evidence: 'A bracket is still open.'}
      if (isLower && start.opening === '') {
        return {p: 0.8, evidence: 'The text goes on in small letters.'}
      }
      return start.opening.startsWith('(')
        ? {p: 0.4, evidence: 'The text goes on with a bracket.'}
        : {p: 0.15, evidence: ''}
    case 'colon':
      return {p: isLower ? 0.75 : 0.3, evidence: 'The sentence is left open.'}
    case 'abbreviation':
      return {p: isLower ? 0.95 : 0.7, evidence: 'The sentence may go on after the abbreviation.'}
    case 'word':
      if (isLower) return {p: isProse ? 0.99 : 0.95, evidence: brokenOff}
      if (isUnfinished(end, one)) {
        return {p: 0.97, evidence: `No sentence ends with “${end.word}”.`}
      }
      return {p: isProse ? 0.95 : 0.6, evidence: 'No full stop ends the paragraph.'}
    default:
      return {p: isLower ? 0.98 : isProse ? 0.93 : 0.7, evidence: 'The sentence is left open.'}
  }
}

/** Nothing but blank lines stands between paragraphs. */
function judgeBlank(
  text: string,
  {one, other, judged}: Halves,
  end: LineEnd,
  start: LineStart,
  isOpen: boolean,
): Sure {
  const isLink = /\]\([^()\s]*\)$/.test(text.slice(Math.max(one.start, one.end - 300), one.end))
  const isAddress = /^\s*<?(?:https?:|www\.)/.test(text.slice(other.start, other.start + 30))
  // Items of a list: the first ones end with “; and”.
  const isListed = /[;,] (?:and|or)$/.test(text.slice(one.start, end.at).slice(-8))
  if (looksLikeVerse(text, one) || looksLikeVerse(text, other)) return unlikely
  if (looksLikeItem(text, other) || isLink || isAddress || isListed) return unlikely
  if (end.kind === 'none') return unlikely
  const leavesQuotation = quoted(text, one) && !quoted(text, other)
  if (leavesQuotation) return unlikely
  const isFull = judged !== undefined || one.end - one.start > 90
  const isProse = isFull && !looksLikeTitle(text, one) && !looksLikeItem(text, one)
  const isLower = start.kind === 'lower'
  const isItem =
    looksLikeItem(text, one) || /^\s*[-•*+]\s/.test(text.slice(one.start, one.start + 8))
  const isText = other.end - other.start > 60 || lineEnd(text, other).kind === 'stop'
  const goesOnP = isProse ? (isText ? 0.97 : 0.6) : isItem ? 0.4 : 0.5
  switch (end.kind) {
    case 'stop':
      return {
        p: isOpen && isLower ? 0.8 : isLower ? 0.3 : 0.1,
        evidence: 'A bracket is still open.',
      }
    case 'colon':
      // A title on two lines; else a quotation or a list follows.
      return looksLikeTitle(text, one) && looksLikeTitle(text, other)
        ? {p: 0.6, evidence: 'A title may go on after a colon.'}
        : unlikely
    case 'abbreviation':
      return {p: isLower && isProse ? 0.9 : 0.3, evidence: brokenOff}
    case 'dash':
      return {p: isLower && isProse ? 0.7 : 0.2, evidence: brokenOff}
    case 'word':
      if (isLower) return {p: goesOnP, evidence: brokenOff}
      if (isProse && isUnfinished(end, one)) {
        return {p: 0.95, evidence: `No sentence ends with “${end.word}”.`}
      }
      return {
        p: isProse && isText && !end.isClosed ? 0.9 : 0.2,
        evidence: 'No full stop ends the paragraph.',
      }
    default: {
      if (/["“‘«„]/.test(start.opening)) return {p: 0.3, evidence: brokenOff}
      if (isLower) return {p: goesOnP, evidence: brokenOff}
      // “He said,” may lead to a quotation; “In January 1957,” may not.
      const isShort = lastClause(text, one).split(/\s+/).length <= 5
      const evidence = 'The sentence has but begun.'
      return {p: isProse && isShort ? 0.93 : isProse ? 0.6 : 0.2, evidence}
    }
  }
}

/** Whether a line is quoted, as a block of Markdown: its sign may be outside the span. */
function quoted(text: string, {start, end}: Span): boolean {
  return /(?:^|[\r\n])[ \t>]*>[ \t>]*\S?$/.test(
    text.slice(Math.max(0, start - 8), Math.min(end, start + 1)),
  )
}

const brokenOff = 'The sentence breaks off and goes on in small letters.'

function isUnfinished({kind, word, isClosed}: LineEnd, one: Span): boolean {
  return (
    kind === 'word' && !isClosed && one.end - one.start > 12 && unfinished.has(word.toLowerCase())
  )
}

function evidenceOf(end: string, start: string): string {
  if (start === 'lower') return brokenOff
  if (end === 'stop') return 'The line is full, as it is within a paragraph.'
  return 'No full stop ends the line.'
}

/** What begins a block of Markdown that is no paragraph. */
const blockSigns =
  /^\s*(?:#{1,6}\s|>|[-+*]\s|\d{1,4}[.)]\s|\||```|~~~|!?\[[^\]]*\](?:\(|:)|<(?!sup|i>|b>|em>|strong>))/

/** Whether one of the halves is a heading, an item, a table or other markup. */
function isMarkup({text, format}: Pick<Look, 'text' | 'format'>, one: Span, other: Span): boolean {
  const head = ({start, end}: Span): string => text.slice(start, Math.min(end, start + 40))
  const signs = format === 'markdown' ? blockSigns : /^\s*[-•*]\s/
  const before = /^\s*(?:#{1,6}\s|\||```|~~~|!\[|\[[^\]]*\]:|<(?!sup|i>|b>|em>|strong>))/
  return signs.test(head(other)) || before.test(head(one))
}
