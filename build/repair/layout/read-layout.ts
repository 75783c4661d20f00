import type {Span} from '../../text/correction.ts'
import type {Format} from '../look.ts'
import {findHeads} from './find-heads.ts'
import type {FoundHead} from './find-heads.ts'
import type {Layout, LayoutLine, LineRole} from './layout.ts'
import {lineEnd} from './line-edges.ts'
import {measureLines} from './measure.ts'
import {noteCalls, plainCalls} from './note-calls.ts'
import {notesAtFoot} from './notes-at-foot.ts'
import type {Sheet} from './notes-at-foot.ts'
import {notesInParagraphs} from './notes-in-paragraphs.ts'
import type {NoteLine} from './notes-in-paragraphs.ts'
import {splitLines} from './split-lines.ts'
import type {RawLine} from './split-lines.ts'

/** A head that is less sure than this is said, and not built on. */
const sureEnough = 0.9

/**
 * Find out how a text is laid out.
 *
 * Shape: text → its lines, each with its role and its page. Heads are found first, for they part
 * the pages; then the notes of each page; what is left is text. Linear in the length of the text.
 */
export function readLayout(text: string, format: Format): Layout {
  const raw = splitLines(text)
  const {isWrapped, measure} = measureLines(text, raw)
  const raised = noteCalls(text)
  const calls = raised.some(({isFirst}) => !isFirst) ? raised : plainCalls(text)
  const heads = findHeads(text, raw, measure, format, calls)
  const code = format === 'markdown' ? codeLines(text, raw) : new Set<number>()
  const plain = raw.map((line, at) => {
    return code.has(at) ? 'rule' : plainRole(text, line, heads.get(at))
  })
  const page = {
    text,
    lines: raw.map((line, at) => withoutHead(line, heads.get(at)?.head)),
    calls,
    hasWords: (at: number) => plain[at] === 'text',
    isRule: (at: number) => plain[at] === 'rule',
    measure,
  }
  const notes =
    isWrapped && format === 'plain'
      ? notesAtFoot(page, sheetsOf(text, raw, plain, heads))
      : notesInParagraphs(page)
  const lines = putTogether(text, raw, plain, heads, notes)
  const cut = isWrapped ? cutWord(text, lines) : undefined
  return {lines, isWrapped, measure, ...(cut ? {cut} : {})}
}

/** A line without a head that ran into it. */
function withoutHead(line: RawLine, head: Span | undefined): RawLine {
  if (!head) return line
  return head.start === line.start ? {...line, start: head.end} : {...line, end: head.start}
}

/** The lines of code between fences, fences included. */
function codeLines(text: string, lines: readonly RawLine[]): Set<number> {
  const code = new Set<number>()
  let fence: string | undefined
  for (const [at, {start, end}] of lines.entries()) {
    const sign = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(start, Math.min(end, start + 20)))?.[1]
    if (fence === undefined && sign === undefined) continue
    code.add(at)
    if (fence === undefined) fence = sign
    else if (sign?.startsWith(fence)) fence = undefined
  }
  return code
}

/** What a line is when notes are not yet told from text. */
function plainRole(text: string, line: RawLine, head: FoundHead | undefined): LineRole {
  if (head && head.head === undefined && head.p >= sureEnough) return head.role
  if (line.end - line.start > 200) return 'text'
  const words = text.slice(line.start, line.end).trim()
  if (words === '') return 'blank'
  return /^(?:[-*_=~—–]\s*){3,}$|^<hr\s*\/?>$/.test(words) ? 'rule' : 'text'
}

/** The pages as heads and form feeds part them. */
function sheetsOf(
  text: string,
  lines: readonly RawLine[],
  roles: readonly LineRole[],
  heads: ReadonlyMap<number, FoundHead>,
): Sheet[] {
  const sheets: Sheet[] = []
  let from = 0
  for (const [at, line] of lines.entries()) {
    const isHead = roles[at] === 'head' || roles[at] === 'folio'
    const merged = heads.get(at)?.head
    const isTop = merged?.start === line.start || text.charCodeAt(line.start) === 12
    if (!isHead && !isTop) continue
    if (at > from) sheets.push({from, to: at, isClosed: true})
    from = isHead ? at + 1 : at
  }
  if (from < lines.length) {
    sheets.push({from, to: lines.length, isClosed: sheets.length > 0 || from > 0})
  }
  return sheets
}

function putTogether(
  text: string,
  raw: readonly RawLine[],
  roles: readonly LineRole[],
  heads: ReadonlyMap<number, FoundHead>,
  notes: ReadonlyMap<number, NoteLine>,
): LayoutLine[] {
  let page = 0
  let isFilled = false
  let wasNote = false
  return raw.map((line, at): LayoutLine => {
    const found = roles[at] === 'rule' ? undefined : heads.get(at)
    const note = notes.get(at)
    const role = roles[at] === 'text' && note ? 'note' : (roles[at] ?? 'text')
    const isTop = role === 'head' || role === 'folio' || found?.head?.start === line.start
    const isTurned = isTop || text.charCodeAt(line.start) === 12 || (wasNote && role === 'text')
    if (isTurned && isFilled) {
      page++
      isFilled = false
    }
    if (role === 'text' || role === 'note') isFilled = true
    if (role !== 'blank') wasNote = role === 'note'
    const sure = found && {sure: {p: found.p, evidence: found.evidence}}
    const head = found?.head && {head: found.head}
    return {...line, role, page, ...note, ...head, ...sure}
  })
}

/** The word that the end of the source cuts: a hyphen at the end of the last page's text. */
function cutWord(text: string, lines: readonly LayoutLine[]): Layout['cut'] {
  const last = lines.findLast(({role}) => role === 'text')
  if (!last) return undefined
  const {kind, at, word} = lineEnd(text, last)
  return kind === 'hyphen' ? {start: at - 1 - word.length, end: at} : undefined
}
