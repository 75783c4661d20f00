import {lineEnd, lineStart} from './line-edges.ts'
import type {RawLine} from './split-lines.ts'
import {soundsLikeNote} from './sounds-like-note.ts'

/** The paragraphs around one that may be the rest of a note. */
export interface RestNeighbours {
  /** The end of the note that was left open on the page before. */
  readonly note: RawLine
  /** The paragraph before, when it is of the text and of the same page. */
  readonly before: RawLine | undefined
  /** The paragraph of the text that comes next after the notes. */
  readonly next: RawLine | undefined
  /** Whether a note begins right after it. */
  readonly isBeforeNote: boolean
}

/**
 * Judge whether a paragraph is the rest of a note that the page before left open, set below the text
 * of its page with nothing between.
 *
 * Shape: paragraph and its neighbours → yes or no; weights are set by hand.
 */
export function isRestOfNote(
  text: string,
  line: RawLine,
  {note, before, next, isBeforeNote}: RestNeighbours,
): boolean {
  const open = lineEnd(text, note).kind
  const start = lineStart(text, line)
  const end = lineEnd(text, line).kind
  const isLower = start.kind === 'lower' || start.kind === 'digit'
  if (open === 'hyphen' && start.kind !== 'lower') return false
  const nextStart = next && lineStart(text, next).kind
  let score = isBeforeNote ? 0.5 : -0.5
  if (before) {
    const above = lineEnd(text, before).kind
    const isBroken = above !== 'stop' && above !== 'colon' && above !== 'none'
    // The sentence above goes on after the notes, or right here.
    if (isBroken) score += nextStart === 'lower' && end === 'stop' ? 2.5 : isLower ? -0.5 : 1
    else score += isLower ? 1.5 : -0.5
  } else score -= 1
  if (end !== 'stop') score -= 2
  if (isLower) score += 0.5
  const words = text.slice(line.start, Math.min(line.end, line.start + 600))
  score += soundsLikeNote(words) ? 1 : -0.3
  if (line.end - line.start > 600) score -= 1
  return score >= 1.5
}
