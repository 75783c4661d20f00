import {looksLikeNotesHeading} from './block-looks.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import type {NoteCall} from './note-calls.ts'
import {noteMark} from './note-marks.ts'
import type {NoteMark} from './note-marks.ts'
import {isRestOfNote} from './rest-in-paragraphs.ts'
import type {RawLine} from './split-lines.ts'

/** The note that a line belongs to. */
export interface NoteLine {
  readonly note: string
  /** Where its words begin, when the note begins with the line. */
  readonly noteStart?: number
}

/** What is known of the lines before the notes are looked for. */
export interface Page {
  readonly text: string
  readonly lines: readonly RawLine[]
  readonly calls: readonly NoteCall[]
  /** Whether a line carries words of the text or of a note: no head, rule or blank. */
  readonly hasWords: (at: number) => boolean
  readonly isRule: (at: number) => boolean
  /** Characters in a full line of print; 0 when lines are paragraphs. */
  readonly measure: number
}

/**
 * Find the notes of a text whose lines are paragraphs.
 *
 * Shape: lines → those that belong to notes. Raised figures and `[^1]` at the head of a paragraph
 * make a note; a list does under a heading of its own or when its numbers are called; a bare number
 * or a sign does when it is called before; what stands between a rule and the next note goes on
 * with a note that was left open.
 */
export function notesInParagraphs(page: Page): Map<number, NoteLine> {
  const {text, lines, calls, hasWords, isRule} = page
  const found = new Map<number, NoteLine>()
  const filled = lines.flatMap((_, at) => (hasWords(at) || isRule(at) ? [at] : []))
  const marks = filled.map((at) => (isRule(at) ? undefined : noteMark(text, lineOf(lines, at))))
  const called = new Map<number, number>()
  for (const {value, start, isFirst} of calls) {
    if (!isFirst && !called.has(value)) called.set(value, start)
  }
  const calling = (line: RawLine): boolean => hasCall(calls, line)
  const hasRaised = marks.some((mark) => mark?.style === 'sup' || mark?.style === 'raised')
  const list = findList(page, filled, marks, called)
  let open: {note: string; isOpen: boolean; at: number} | undefined
  let expected: number | undefined
  let afterRule = false
  let rules = 0
  let inList = false
  for (const [order, at] of filled.entries()) {
    const line = lineOf(lines, at)
    if (isRule(at)) {
      afterRule = true
      inList = false
      continue
    }
    const mark = marks[order]
    const isFollowing = at > 0 && found.has(at - 1) && filled[order - 1] === at - 1
    if (order === list) inList = true
    if (mark && isNote(mark, {line, called, expected, afterRule, inList, hasRaised, text})) {
      found.set(at, {note: mark.printed, noteStart: mark.words})
      open = {note: mark.printed, isOpen: isOpenEnd(text, line), at}
      if (afterRule) rules++
      afterRule &&= mark.style === 'sign'
      const value = Number(mark.printed)
      if (value > 0) expected = value + 1
    } else if (isFollowing && open && !mark && lineStart(text, line).kind !== 'none') {
      found.set(at, {note: open.note})
      open = {...open, isOpen: isOpenEnd(text, line), at}
    } else if (afterRule && open && goesOn(page, filled, marks, order, open.isOpen, rules)) {
      found.set(at, {note: open.note})
      open = {...open, isOpen: isOpenEnd(text, line), at}
    } else if (!mark && inList && open?.isOpen) {
      found.set(at, {note: open.note})
      open = {...open, isOpen: isOpenEnd(text, line), at}
    } else if (!mark && open && isRest(page, filled, marks, order, open.at, found, calling)) {
      found.set(at, {note: open.note})
      open = {...open, isOpen: false, at}
    } else inList = inList && mark?.style === 'point'
    if (!found.has(at)) afterRule = false
  }
  return found
}

/** Whether a paragraph is the rest of an open note, set below the text of its page. */
function isRest(
  {text, lines, isRule}: Page,
  filled: readonly number[],
  marks: readonly (NoteMark | undefined)[],
  order: number,
  note: number,
  found: ReadonlyMap<number, NoteLine>,
  calling: (line: RawLine) => boolean,
): boolean {
  const at = filled[order] ?? 0
  const [above, below] = [filled[order - 1], filled[order + 1]]
  const isBeforeNote = marks[order + 1] !== undefined
  // A head, a folio or the end of the text marks the end of a page as well.
  const isLast = below === undefined || hasHead(lines, filled, order)
  if (!isBeforeNote && !isLast) return false
  if (above === undefined || above <= note) return false
  const isText = !found.has(above) && !isRule(above) && !hasHead(lines, filled, order - 1)
  let next = order + 1
  while (next < filled.length && (marks[next] || isRule(filled[next] ?? 0))) next++
  return isRestOfNote(text, lineOf(lines, at), {
    note: lineOf(lines, note),
    before: isText ? lineOf(lines, above) : undefined,
    next: filled[next] === undefined ? undefined : lineOf(lines, filled[next] ?? 0),
    isBeforeNote,
    isCalling: calling(lineOf(lines, at)),
  })
}

/** Whether a note is called in a paragraph; calls are in the order of the text. */
function hasCall(calls: readonly NoteCall[], {start, end}: RawLine): boolean {
  let [low, high] = [0, calls.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((calls[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return (calls[low]?.start ?? Infinity) < end
}

/** Whether a line without words of the text stands between two of them: a head or a folio. */
function hasHead(lines: readonly RawLine[], filled: readonly number[], order: number): boolean {
  for (let at = (filled[order] ?? 0) + 1; at < (filled[order + 1] ?? lines.length); at++) {
    const line = lineOf(lines, at)
    if (line.end > line.start + 1) return true
  }
  return false
}

function lineOf(lines: readonly RawLine[], at: number): RawLine {
  return lines[at] ?? {start: 0, end: 0, next: 0}
}

interface Situation {
  readonly text: string
  readonly line: RawLine
  readonly called: ReadonlyMap<number, number>
  readonly expected: number | undefined
  readonly afterRule: boolean
  readonly inList: boolean
  /** Whether notes of the text begin with raised figures. */
  readonly hasRaised: boolean
}

function isNote(
  mark: NoteMark,
  {text, line, called, expected, afterRule, inList, hasRaised}: Situation,
): boolean {
  const {style, printed} = mark
  if (hasRaised && style === 'plain') return false
  if (style === 'sup' || style === 'caret' || style === 'raised') return true
  if (style === 'sign') {
    if (text.charAt(line.start) === '*' && text.charAt(line.start + 1) === ' ') return afterRule
    return afterRule || isSignCalled(text, line.start, printed)
  }
  if (style === 'point' || style === 'bracket') return inList
  const value = Number(printed)
  const isCalled = (called.get(value) ?? Infinity) < line.start
  return isCalled && (expected === undefined || value === expected || afterRule)
}

/** Whether a sign stands at the end of a word in the paragraphs before. */
function isSignCalled(text: string, before: number, printed: string): boolean {
  const near = text.slice(Math.max(0, before - 6000), before)
  const sign = printed.replaceAll('*', '\\*')
  return [printed, sign].some((form) => {
    for (let at = near.indexOf(form); at >= 0; at = near.indexOf(form, at + 1)) {
      const follows = near.slice(at + form.length, at + form.length + 1)
      if (/[\p{L}.,;:!?”’"')]/u.test(near.charAt(at - 1)) && /^[\s.,;:!?]?$/.test(follows)) {
        return form !== '*' || isUnpaired(near, at)
      }
    }
    return false
  })
}

/** Whether an asterisk is not the end of emphasis. */
function isUnpaired(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
  return (line.match(/(?<!\\)\*/g)?.length ?? 0) % 2 === 0
}

/**
 * Where the list of notes at the end begins: under its heading, or else the last list that has
 * most of the numbers called in the text.
 */
function findList(
  {text, lines}: Page,
  filled: readonly number[],
  marks: readonly (NoteMark | undefined)[],
  called: ReadonlyMap<number, number>,
): number | undefined {
  let last: number | undefined
  for (const [order, mark] of marks.entries()) {
    if (mark?.style !== 'point' && mark?.style !== 'bracket') continue
    const above = lineOf(lines, filled[order - 1] ?? 0)
    if (order > 0 && looksLikeNotesHeading(text, above)) return order
    if (mark.printed !== '1') continue
    const before = lineOf(lines, filled[order] ?? 0).start
    let [seen, count] = [0, 0]
    for (let at = order; marks[at]?.printed === String(count + 1); at++) {
      count++
      if ((called.get(count) ?? Infinity) < before) seen++
    }
    if (seen >= 2 && seen >= count * 0.7 && seen >= called.size * 0.7) last = order
  }
  return last
}

function isOpenEnd(text: string, line: RawLine): boolean {
  const {kind} = lineEnd(text, line)
  return kind !== 'stop' && kind !== 'none'
}

/**
 * Whether what stands below a rule is of a note: the next note follows soon. A note that seemed to
 * have ended goes on there only where other notes stand below rules.
 */
function goesOn(
  {text, lines, isRule}: Page,
  filled: readonly number[],
  marks: readonly (NoteMark | undefined)[],
  order: number,
  isOpen: boolean,
  rules: number,
): boolean {
  const start = lineStart(text, lineOf(lines, filled[order] ?? 0))
  if (start.kind === 'sign' || start.kind === 'none') return false
  if (!isRule(filled[order - 1] ?? 0)) return false
  if (!isOpen) return rules > 1 && marks[order + 1] !== undefined
  if (rules > 0) return true
  const isNext = marks.slice(order + 1, order + 4).some((mark) => mark !== undefined)
  return isNext || start.kind === 'lower'
}
