import type {FlowLine} from './flow-lines.ts'
import type {Frame, MeasuredNote, NotePart, PagePlan} from './measured.ts'

/** Least number of lines of a paragraph or a note on either side of a page break. */
const least = 2

/** Less than this is no overflow: layout counts in 64ths of a pixel. */
const tolerance = 0.05

/** A block that cannot be cut does not fit on any page. */
export class TallBlockError extends Error {}

/**
 * Decide what stands on each page. Pure: it sees heights only.
 *
 * Every line stands on one page, in order. A note begins on the page of its call and may run on;
 * paragraphs and notes keep two lines on either side of a break, headings stay with what follows,
 * each opening begins a page. Where one line calls more notes than a page can hold, those that
 * do not fit begin on the next page: nothing is ever left out.
 *
 * Throws: {@link TallBlockError} when a block that cannot be cut is taller than a page.
 */
export function fillPages(
  lines: readonly FlowLine[],
  notes: readonly MeasuredNote[],
  frame: Frame,
): PagePlan[] {
  const matter: Matter = {lines, notes, frame}
  const pages: FilledPage[] = []
  let start = 0
  let carried: readonly NotePart[] = []
  while (start < lines.length || carried.length > 0) {
    const page = fillPage(matter, start, carried)
    if (page.end === start && page.notes.length === 0) {
      throw new TallBlockError('A block is taller than a page.')
    }
    pages.push({start, end: page.end, notes: page.notes, carriedIn: carried})
    start = page.end
    carried = page.carried
    const before = pages.at(-2)
    const isEnd =
      carried.length === 0 && (start >= lines.length || lines[start]?.kind === 'opening')
    const longer = isEnd && before ? lengthenEnd(matter, before, page.end) : null
    if (longer) pages.splice(-2, 2, ...longer)
  }
  return pages.map(({start: from, end, notes: parts}) => ({start: from, end, notes: parts}))
}

/** What is laid out, and into what. */
interface Matter {
  readonly lines: readonly FlowLine[]
  readonly notes: readonly MeasuredNote[]
  readonly frame: Frame
}

/** A page, and the notes that go on from the page before. */
interface FilledPage extends PagePlan {
  readonly carriedIn: readonly NotePart[]
}

/** Fewer lines than these look lost on the last page of a chapter. */
const leastAtEnd = 5

/**
 * Give the last page of a chapter more lines, from the page before.
 *
 * Shape: the page before and the end of the last one → both anew; `null` when the last page has
 * lines enough, or cannot have more.
 */
function lengthenEnd(matter: Matter, before: FilledPage, end: number): FilledPage[] | null {
  const {lines, frame} = matter
  const {start, carriedIn} = before
  if (end - before.end >= leastAtEnd || end === before.end) return null
  if (lines[before.end]?.kind === 'opening') return null
  for (let fewer = 1; fewer <= leastAtEnd; fewer++) {
    const lower = {...frame, height: frame.height - fewer * frame.line}
    const first = fillPage({...matter, frame: lower}, start, carriedIn)
    if (first.carried.length > 0 || first.end <= start || first.end > end - leastAtEnd) continue
    const last = fillPage(matter, first.end, [])
    if (last.end !== end || last.carried.length > 0) return null
    return [
      {start, end: first.end, notes: first.notes, carriedIn},
      {start: first.end, end, notes: last.notes, carriedIn: []},
    ]
  }
  return null
}

/** A page that could end here. */
interface Candidate {
  readonly end: number
  readonly notes: readonly NotePart[]
  /** What of its notes goes on to the next page. */
  readonly carried: readonly NotePart[]
}

function fillPage(matter: Matter, start: number, carried: readonly NotePart[]): Candidate {
  const {lines, notes, frame} = matter
  const height = (parts: readonly NotePart[]): number => heightOf(parts, notes, frame)
  const top = lines[start]?.top ?? 0
  const firstBottom = lines[start]?.bottom ?? top
  // Under a chapter that opens no note of the one before it may stand.
  const isChapterDone = carried.length > 0 && lines[start]?.kind === 'opening'
  const isFull = height(carried) > frame.height - Math.min(firstBottom - top, 2 * frame.line)
  if (isChapterDone || isFull) {
    return continueNotes(matter, start, carried)
  }
  let best: Candidate | null = null
  let parts: readonly NotePart[] = carried
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] as FlowLine
    if (line.kind === 'opening' && at > start) break
    const added = line.notes.map((note) => whole(note, notes))
    const body = line.bottom - top
    if (body + height([...parts, ...added]) <= frame.height + tolerance) {
      parts = [...parts, ...added]
      if (mayEndAfter(lines, at)) best = {end: at + 1, notes: parts, carried: []}
      continue
    }
    // Cutting a note is worth it only where much of the page would stay empty.
    const used = best ? (lines[best.end - 1]?.bottom ?? 0) - top + height(best.notes) : 0
    if (added.length > 0 && (!best || frame.height - used > 1.5 * frame.line)) {
      const end = nextLegal(lines, at)
      const room = frame.height - ((lines[end - 1]?.bottom ?? 0) - top)
      const cut = end > at ? cutLast([...parts, ...added], matter, room) : null
      if (cut) best = {end, ...cut}
    }
    break
  }
  return best ?? squeeze(matter, start, carried)
}

/** The end of the next lines that call nothing and after which a page may end; or the line itself. */
function nextLegal(lines: readonly FlowLine[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    if (at > from && ((lines[at]?.notes.length ?? 0) > 0 || lines[at]?.kind === 'opening')) break
    if (mayEndAfter(lines, at)) return at + 1
  }
  return from
}

/** Let the last note run on to the next page, if two lines or more stand on either side. */
function cutLast(
  parts: readonly NotePart[],
  matter: Matter,
  room: number,
): Pick<Candidate, 'notes' | 'carried'> | null {
  const {notes, frame} = matter
  const last = parts.at(-1) as NotePart
  const before = parts.slice(0, -1)
  for (let to = last.to - least; to >= last.from + least; to--) {
    const kept = [...before, {...last, to}]
    if (heightOf(kept, notes, frame) <= room + tolerance) {
      return {notes: kept, carried: [{...last, from: to}]}
    }
  }
  return null
}

/** A page that notes from before fill: some lines that call nothing, then as much as there is room for. */
function continueNotes(matter: Matter, start: number, carried: readonly NotePart[]): Candidate {
  const {lines, frame} = matter
  const top = lines[start]?.top ?? 0
  let end = start
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] as FlowLine
    const isOver = line.bottom - top > frame.height / 3
    if (isOver || line.notes.length > 0 || line.kind === 'opening') break
    if (mayEndAfter(lines, at)) end = at + 1
  }
  const body = end > start ? (lines[end - 1] as FlowLine).bottom - top : 0
  return {end, ...take(carried, matter, frame.height - body)}
}

/** When no break is good: as many lines as fit, a note wherever it has to be cut. */
function squeeze(matter: Matter, start: number, carried: readonly NotePart[]): Candidate {
  const {lines, notes, frame} = matter
  const top = lines[start]?.top ?? 0
  let parts = carried
  let end = start
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] as FlowLine
    if (line.kind === 'opening' && at > start) break
    const added = [...parts, ...line.notes.map((note) => whole(note, notes))]
    const body = line.bottom - top
    if (body + heightOf(added, notes, frame) > frame.height + tolerance) {
      const isFirst = at === start && body <= frame.height + tolerance
      if (!isFirst) break
      const taken = take(added, matter, frame.height - body)
      const isLate = taken.carried.some(({from}) => from === 0)
      // The line can wait until the notes from before are done.
      if (isLate && carried.length > 0) return {end: start, notes: carried, carried: []}
      return {end: at + 1, ...taken}
    }
    parts = added
    end = at + 1
  }
  return {end, notes: parts, carried: []}
}

/** Take as many lines of notes as there is room for, in their order. */
function take(
  parts: readonly NotePart[],
  matter: Matter,
  room: number,
): Pick<Candidate, 'notes' | 'carried'> {
  const {notes, frame} = matter
  const taken: NotePart[] = []
  for (const [index, part] of parts.entries()) {
    let to = part.to
    const fits = (): boolean =>
      heightOf([...taken, {...part, to}], notes, frame) <= room + tolerance
    while (to > part.from && !fits()) to--
    if (to === part.to) {
      taken.push(part)
      continue
    }
    // One line alone at the head of the next page looks lost; so does one alone here.
    if (part.to - to < least && to - part.from > least) to--
    if (to - part.from < least && taken.length > 0) to = part.from
    if (to > part.from) taken.push({...part, to})
    return {notes: taken, carried: [{...part, from: to}, ...parts.slice(index + 1)]}
  }
  return {notes: taken, carried: []}
}

/** Whether a page may end after a line. */
function mayEndAfter(lines: readonly FlowLine[], at: number): boolean {
  const line = lines[at] as FlowLine
  const next = lines[at + 1]
  if (!next || next.kind === 'opening') return true
  if (next.block !== line.block) return line.kind === 'text' || line.kind === 'solid'
  if (line.kind !== 'text' || line.count < 2 * least) return false
  return line.index + 1 >= least && line.count - line.index - 1 >= least
}

function whole(note: number, notes: readonly MeasuredNote[]): NotePart {
  return {note, from: 0, to: notes[note]?.lines.length ?? 0}
}

/** The height of parts of notes, with the rule above each series. */
export function heightOf(
  parts: readonly NotePart[],
  notes: readonly MeasuredNote[],
  frame: Frame,
): number {
  const series = new Set(parts.map(({note}) => notes[note]?.series))
  let height = series.size * frame.separator
  for (const {note, from, to} of parts) {
    const {lines = []} = notes[note] ?? {}
    height += (lines[to - 1]?.[1] ?? 0) - (lines[from]?.[0] ?? 0)
  }
  return height
}
