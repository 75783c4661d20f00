import type {NoteCall} from './note-calls.ts'
import {noteMark, valueOf} from './note-marks.ts'
import type {NoteMark} from './note-marks.ts'
import {isLikeNumber} from './number-series.ts'
import type {Page} from './notes-in-paragraphs.ts'
import {lineEnd} from './line-edges.ts'

/** A note of a block: where it begins, the number it has and the words of its first line. */
export interface BlockNote {
  readonly line: number
  /** Its number; not always the one that is printed, for that may be misread. */
  readonly number: number
  readonly words: number
}

/** A block of notes at the foot of a page. */
export interface NoteBlock {
  readonly notes: readonly BlockNote[]
  readonly first: number
  readonly last: number
}

/** A block needs so much evidence. */
const threshold = 3

/** A line that begins as notes do. */
export interface MarkedLine extends NoteMark {
  readonly line: number
  readonly value: number
}

/** What is known about a page on which notes are looked for. */
export interface BlockSituation {
  /** The calls on the page. */
  readonly calls: readonly NoteCall[]
  /** Where each number is called first. */
  readonly called: ReadonlyMap<number, number>
  /** The number that comes next, when one is known. */
  readonly expected: number | undefined
  /** Whether something marks the end of the page. */
  readonly isClosed: boolean
}

/** The lines that begin as numbered notes do, in their order. */
export function markedLines(page: Page): MarkedLine[] {
  return page.lines.flatMap((raw, line) => {
    const mark = page.hasWords(line) ? noteMark(page.text, raw) : undefined
    if (!mark || mark.style === 'sign') return []
    return [{...mark, line, value: valueOf(mark.printed)}]
  })
}

/**
 * Find the notes on the lines of a page.
 *
 * Shape: the marked lines of a page and what is known → the block whose numbers fit best: they count
 * up from the next number or from the first call, they are called above and not below. A misread
 * number is taken for the one that is missing in its place.
 */
export function noteBlock(
  page: Page,
  marks: readonly MarkedLine[],
  situation: BlockSituation,
): NoteBlock | undefined {
  const {calls, called, expected, isClosed} = situation
  if (marks.length === 0) return undefined
  const starts = new Set([
    expected,
    calls[0]?.value,
    ...calls.slice(1, 3).map(({value}) => value - 1),
  ])
  let best: {score: number; block: NoteBlock} | undefined
  for (const start of starts) {
    if (start === undefined || !(start > 0)) continue
    for (const style of new Set(marks.map((mark) => mark.style))) {
      const all = marks.filter((mark) => mark.style === style)
      const own = isClosed ? all : calledTogether(page, all, start, called)
      const block = chainFrom(page, own, start)
      if (!block) continue
      const score = scoreOf(page, block, own, situation, start === expected)
      const isEarlier = !isClosed && block.first < (best?.block.first ?? Infinity)
      const isBetter = best === undefined || (isClosed ? score > best.score : isEarlier)
      if (score >= threshold && isBetter) best = {score, block}
    }
  }
  return best?.block
}

/**
 * Where nothing marks the end of a page, the notes of a block are called above its first one: the
 * next block has later calls.
 */
function calledTogether(
  {lines}: Page,
  marks: readonly MarkedLine[],
  start: number,
  called: ReadonlyMap<number, number>,
): MarkedLine[] {
  const offsetOf = ({line}: MarkedLine): number => lines[line]?.start ?? 0
  const call = called.get(start) ?? Infinity
  const at = marks.findIndex((mark) => mark.value === start && offsetOf(mark) > call)
  const first = marks[at]
  if (!first) return []
  let next = start
  return marks.slice(at).filter(({value}) => {
    // The call of one that counts on may be misread.
    const isOwn = called.has(value)
      ? (called.get(value) ?? Infinity) < offsetOf(first)
      : value === next && called.has(value + 1)
    if (isOwn) next = value + 1
    return isOwn
  })
}

/** The notes that count up from a number, misread ones filled in. */
function chainFrom(page: Page, marks: readonly MarkedLine[], start: number): NoteBlock | undefined {
  const most = start + marks.length
  // Of each mark whose number may be right: the longest chain of rising numbers that ends with it.
  const fits = marks.filter(({value}) => value >= start && value < most)
  const chains: {mark: MarkedLine; length: number; before: number}[] = []
  for (const mark of fits) {
    let [length, before] = [1 - (mark.value - start) * 0.6, -1]
    for (const [at, other] of chains.entries()) {
      const gap = mark.value - other.mark.value
      if (gap < 1 || other.length + 1 - (gap - 1) * 0.6 < length) continue
      length = other.length + 1 - (gap - 1) * 0.6
      before = at
    }
    chains.push({mark, length, before})
  }
  let at = chains.reduce((best, one, index) => {
    return one.length >= (chains[best]?.length ?? 0) ? index : best
  }, -1)
  const sure: MarkedLine[] = []
  for (; at >= 0; at = chains[at]?.before ?? -1) {
    const {mark} = chains[at] ?? {}
    if (mark) sure.unshift(mark)
  }
  if (sure.length === 0) return onlyMisread(page, marks, start)
  const notes: BlockNote[] = []
  let number = start
  let line = -1
  for (const mark of sure) {
    const missing = mark.value - number
    notes.push(...fillGap(page, marks, line, mark.line, number, missing))
    notes.push({line: mark.line, number: mark.value, words: mark.words})
    number = mark.value + 1
    line = mark.line
  }
  notes.push(...lastMisread(page, marks, line, number))
  const [first] = notes
  const last = notes.at(-1)
  return first && last ? {notes, first: first.line, last: last.number} : undefined
}

/** A block of one note whose number is misread. */
function onlyMisread(
  page: Page,
  marks: readonly MarkedLine[],
  number: number,
): NoteBlock | undefined {
  const mark = marks.findLast(({value, line, style}) => {
    const isSure = style === 'raised' || style === 'sup' || breaksSentence(page, line)
    return isLikeNumber(value, number) && isSure
  })
  if (!mark) return undefined
  const {line, words} = mark
  return {notes: [{line, number, words}], first: line, last: number}
}

/** The misread numbers between two lines, the nearest to the second first. */
function fillGap(
  page: Page,
  marks: readonly MarkedLine[],
  after: number,
  before: number,
  number: number,
  missing: number,
): BlockNote[] {
  if (missing < 1) return []
  const between = marks.filter(({line}) => line > after && line < before)
  if (after >= 0) {
    const own = between.filter(({line}) => mayBegin(page, line)).slice(0, missing)
    return own.map(({line, words}, at) => ({line, number: number + at, words}))
  }
  // Above the first note the lines of the text stand: the nearest marks are of the block, each of
  // them but the first after a note that has ended.
  const own: BlockNote[] = []
  let below = before
  for (const {line, words, value} of between.toReversed()) {
    const is = number + missing - 1 - own.length
    if (own.length === missing || !mayBegin(page, below)) break
    if (!isLikeNumber(value, is) && !Number.isNaN(value)) break
    own.unshift({line, number: is, words})
    below = line
  }
  return own
}

/** A note may begin after one that has ended. */
function mayBegin({text, lines, hasWords}: Page, at: number): boolean {
  let before = at - 1
  while (before >= 0 && !hasWords(before)) before--
  const line = lines[before]
  return line === undefined || lineEnd(text, line).kind === 'stop'
}

/** A misread number after the last one that is right. */
function lastMisread(
  page: Page,
  marks: readonly MarkedLine[],
  after: number,
  number: number,
): BlockNote[] {
  const [mark] = marks.filter(({line}) => line > after)
  if (!mark || !mayBegin(page, mark.line) || !isLikeNumber(mark.value, number)) return []
  return [{line: mark.line, number, words: mark.words}]
}

/** Whether the line above one is left in the middle of a sentence. */
function breaksSentence({text, lines, hasWords}: Page, at: number): boolean {
  let before = at - 1
  while (before >= 0 && !hasWords(before)) before--
  const line = lines[before]
  return line !== undefined && ['word', 'hyphen', 'comma'].includes(lineEnd(text, line).kind)
}

function scoreOf(
  page: Page,
  {notes, first: top, last}: NoteBlock,
  marks: readonly MarkedLine[],
  {calls, called: first, isClosed}: BlockSituation,
  isNext: boolean,
): number {
  const start = page.lines[top]?.start ?? 0
  const above = calls.filter((call) => call.start < start)
  const below = calls.filter((call) => call.start >= start)
  const numbers = new Set(notes.map(({number}) => number))
  const called = [...numbers].filter((number) => (first.get(number) ?? Infinity) < start).length
  const right = notes.filter(({line, number}) =>
    marks.some((mark) => mark.line === line && mark.value === number),
  ).length
  const isRaised =
    marks[0]?.style === 'raised' || marks[0]?.style === 'sup' || marks[0]?.style === 'caret'
  const goesOn = below.filter(({value}) => value === last + 1 || value === last + 2).length
  return (
    (isNext ? 1 : 0) +
    (isRaised ? 3 : 0) +
    (isClosed ? 0.5 : 0) +
    Math.min(3, called * 2.5) +
    (right > 1 ? 1 : 0) +
    (breaksSentence(page, top) ? 1 : 0) -
    (notes.length - right) * 0.5 -
    (isClosed ? goesOn * 2 : 0) +
    (above.length === notes.length ? 0.5 : 0)
  )
}
