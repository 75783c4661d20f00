import {lineEnd, lineStart} from './line-edges.ts'
import {markedLines, noteBlock} from './note-block.ts'
import type {MarkedLine, NoteBlock} from './note-block.ts'
import type {NoteCall} from './note-calls.ts'
import {noteRest} from './note-rest.ts'
import type {NoteLine, Page} from './notes-in-paragraphs.ts'
import {soundsLikeNote} from './sounds-like-note.ts'

/** A printed page: its lines from the first to the one after the last. */
export interface Sheet {
  readonly from: number
  readonly to: number
  /** Whether something marks its end: a head, a folio, a form feed, the end of the text. */
  readonly isClosed: boolean
}

/** A block with the lines from the beginning of its page to the one after its last. */
interface Placed extends NoteBlock, Sheet {}

/**
 * Find the notes at the foot of printed pages.
 *
 * Shape: lines of print and the pages they stand on → those that belong to notes. A block of notes
 * goes on to the end of its page, or, where nothing marks that, to the line where the sentence goes
 * on that the notes broke. A note that is left open goes on below the text of the next page.
 */
export function notesAtFoot(page: Page, sheets: readonly Sheet[]): Map<number, NoteLine> {
  const found = new Map<number, NoteLine>()
  const placed: (Placed | Sheet)[] = []
  const marks = markedLines(page)
  const called = firstCalls(page.calls)
  let expected: number | undefined
  let nextCall = 0
  let nextMark = 0
  for (const sheet of sheets) {
    if (!hasAny(page, sheet)) continue
    let {from} = sheet
    while (from < sheet.to) {
      const [start, end] = [startOf(page, from), page.lines[sheet.to - 1]?.next ?? 0]
      while ((page.calls[nextCall]?.start ?? Infinity) < start) nextCall++
      while ((marks[nextMark]?.line ?? Infinity) < from) nextMark++
      const calls = callsUntil(page.calls, nextCall, end)
      const own = marksUntil(marks, nextMark, sheet.to)
      // More marks than a page has: something between them goes unseen.
      const isClosed = sheet.isClosed && own.length < most
      const block = noteBlock(page, own, {calls, called, expected, isClosed})
      if (!block) {
        placed.push({...sheet, from})
        break
      }
      const to = endOf(page, block, {...sheet, isClosed}, calls)
      placed.push({...block, from, to, isClosed})
      expected = block.last + 1
      from = to
    }
  }
  for (const one of placed) if ('notes' in one) markBlock(page, one, found)
  markRests(page, placed, found)
  return found
}

/** No page has so many notes. */
const most = 300

function marksUntil(marks: readonly MarkedLine[], from: number, to: number): MarkedLine[] {
  const own: MarkedLine[] = []
  for (let at = from; at < marks.length && own.length < most; at++) {
    const mark = marks[at]
    if (!mark || mark.line >= to) break
    own.push(mark)
  }
  return own
}

/** Whether anything stands on a page; between a folio and a head nothing does. */
function hasAny({hasWords}: Page, {from, to}: Sheet): boolean {
  for (let at = from; at < to; at++) if (hasWords(at)) return true
  return false
}

function firstCalls(calls: readonly NoteCall[]): Map<number, number> {
  const first = new Map<number, number>()
  for (const {value, start, isFirst} of calls) {
    if (!isFirst && !first.has(value)) first.set(value, start)
  }
  return first
}

function startOf({lines}: Page, at: number): number {
  return lines[at]?.start ?? Infinity
}

function callsUntil(calls: readonly NoteCall[], from: number, end: number): NoteCall[] {
  const here: NoteCall[] = []
  for (let at = from; at < calls.length && here.length < most; at++) {
    const call = calls[at]
    if (!call || call.start >= end) break
    if (!call.isFirst && !Number.isNaN(call.value)) here.push(call)
  }
  return here
}

/** Where a block ends: with its page, or where the text goes on that it broke. */
function endOf(
  page: Page,
  block: NoteBlock,
  {to, isClosed}: Sheet,
  calls: readonly NoteCall[],
): number {
  const {hasWords} = page
  const start = startOf(page, block.first)
  const isMore = calls.some(({value, start: at}) => value === block.last + 1 && at < start)
  if (isMore) return to
  const from = block.notes.at(-1)?.line ?? block.first
  // The next call stands in the text again.
  const next = calls.find(({value, start: at}) => value > block.last && at > start)?.start
  let best: {score: number; at: number} | undefined
  for (let at = from + 1; at < to; at++) {
    if (!hasWords(at)) continue
    const before = lastWords(page, at - 1)
    if (!isDone(page, before)) continue
    if (before < at - 1) return at
    if (isClosed) continue
    const score = resumption(page, block.first, before, at) - (at - from) * 0.3
    if (score > (best?.score ?? (next === undefined ? 0 : -9))) best = {score, at}
    if (next !== undefined && startOf(page, at + 1) > next) break
  }
  return best?.at ?? to
}

/** How likely the text that notes broke goes on with a line. */
function resumption(page: Page, first: number, before: number, at: number): number {
  const {text, lines, measure} = page
  const [broken, last, line] = [lines[lastWords(page, first - 1)], lines[before], lines[at]]
  if (!broken || !last || !line) return 0
  const isBroken = lineEnd(text, broken).kind !== 'stop'
  const isLower = lineStart(text, line).kind === 'lower'
  const isShort = last.end - last.start < measure * 0.85
  const sounds = soundsLikeNote(text.slice(line.start, Math.min(line.end, line.start + 240)))
  return (isLower ? 3 : isBroken ? 0.8 : 0) + (isShort ? 2 : 0) + (sounds ? -1.5 : 0.5) - 0.5
}

function lastWords({hasWords}: Page, at: number): number {
  while (at > 0 && !hasWords(at)) at--
  return at
}

function isDone({text, lines}: Page, at: number): boolean {
  const line = lines[at]
  return line !== undefined && lineEnd(text, line).kind === 'stop'
}

function markBlock(page: Page, {notes, to}: Placed, found: Map<number, NoteLine>): void {
  for (const [index, {line, number, words}] of notes.entries()) {
    const note = String(number)
    found.set(line, {note, noteStart: words})
    const end = notes[index + 1]?.line ?? to
    for (let at = line + 1; at < end; at++) if (page.hasWords(at)) found.set(at, {note})
  }
}

/** Find the rests of notes that pages left open. */
function markRests(
  page: Page,
  placed: readonly (Placed | Sheet)[],
  found: Map<number, NoteLine>,
): void {
  const {measure, noteMeasure} = measures(page, found)
  const words = wordsWithin(page.text)
  const isWord = (word: string): boolean => words.has(word)
  const isCalling = callsOn(page)
  let open: {note: string; line: number; isOpen: boolean} | undefined
  for (const [index, one] of placed.entries()) {
    const first = 'notes' in one ? one.first : one.to
    if (open) {
      const nextText = firstText(page, placed[index + 1], found)
      const situation = {
        noteEnd: open.line,
        isOpen: open.isOpen,
        nextText,
        measure,
        noteMeasure,
        isWord,
        isCalling,
      }
      const rest = noteRest(page, one.from, first, situation)
      for (let at = rest ?? first; at < first; at++) {
        if (page.hasWords(at)) found.set(at, {note: open.note})
      }
      open = undefined
    }
    if (!('notes' in one)) continue
    const last = lastWords(page, one.to - 1)
    const note = found.get(last)?.note
    if (note !== undefined) open = {note, line: last, isOpen: !isDone(page, last)}
  }
}

function firstText(
  page: Page,
  next: {from: number; to: number} | undefined,
  found: ReadonlyMap<number, NoteLine>,
): number | undefined {
  if (!next) return undefined
  for (let at = next.from; at < next.to; at++) if (page.hasWords(at) && !found.has(at)) return at
  return undefined
}

/** How long full lines are, of the text and of the notes: those after which a sentence goes on. */
function measures(
  {text, lines, hasWords}: Page,
  found: ReadonlyMap<number, NoteLine>,
): {measure: number; noteMeasure: number} {
  const [body, notes]: [number[], number[]] = [[], []]
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (!next || !hasWords(at) || !hasWords(at + 1) || found.has(at) !== found.has(at + 1)) continue
    const isNote = found.has(at)
    if (isNote && found.get(at)?.note !== found.get(at + 1)?.note) continue
    if (!isNote && lineStart(text, next).kind !== 'lower') continue
    ;(isNote ? notes : body).push(line.end - line.start)
  }
  const most = (list: number[]): number => {
    return list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * 0.95)] ?? 0
  }
  return {measure: most(body), noteMeasure: most(notes)}
}

/** Which lines call notes in their middle. */
function callsOn({lines, calls}: Page): (at: number) => boolean {
  const calling = new Set<number>()
  let at = 0
  for (const {start, isFirst} of calls) {
    while (at < lines.length && (lines[at]?.next ?? 0) <= start) at++
    if (!isFirst) calling.add(at)
  }
  return (line) => calling.has(line)
}

/** The words of a text that stand within its lines, so that none is half of one. */
function wordsWithin(text: string): Set<string> {
  const words = new Set<string>()
  for (const [word] of text.matchAll(/(?<=[ “"(])\p{L}[\p{L}-]{2,}(?=[\s.,;:!?)”"])/gu))
    words.add(word)
  return words
}
