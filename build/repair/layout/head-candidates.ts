import type {Format} from '../look.ts'
import {headShape} from './head-shape.ts'
import type {HeadShape} from './head-shape.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import type {NoteCall} from './note-calls.ts'
import {unfinished} from './unfinished.ts'
import type {RawLine} from './split-lines.ts'

/** A line that may be a running head or a folio. */
export interface HeadCandidate {
  /** Its place among the lines. */
  readonly line: number
  readonly shape: HeadShape
  /** What its neighbours say: above 0 that it breaks a sentence, below 0 that it breaks none. */
  readonly broken: number
  /** What the line itself and its place say. */
  readonly look: number
}

/** Words that number things other than pages. */
const counted = new Set(
  'chapter table figure fig part section act scene book volume vol canto letter appendix plate map no number note article lesson exercise psalm sonnet day week year january february march april may june july august september october november december line'.split(
    ' ',
  ),
)

/**
 * Collect the lines that may be running heads.
 *
 * Shape: text and its lines → candidates in their order, each with what speaks for and against it;
 * weights are set by hand and counted in units of evidence, about as natural logarithms of odds.
 */
export function headCandidates(
  text: string,
  lines: readonly RawLine[],
  measure: number,
  format: Format,
  calls: readonly NoteCall[],
): HeadCandidate[] {
  const shapes = lines.map((line, at) => {
    if (format === 'markdown' && !standsAlone(text, lines, at)) return undefined
    return shapeOf(text, line, measure)
  })
  const filled = lines.flatMap((line, at) => (isBlank(text, line) ? [] : [at]))
  const times = new Map<string, number>()
  for (const shape of shapes) {
    if (shape?.title) times.set(shape.title, (times.get(shape.title) ?? 0) + 1)
  }
  const called = Map.groupBy(calls, ({value}) => value)
  const candidates: HeadCandidate[] = []
  for (const [order, at] of filled.entries()) {
    const shape = shapes[at]
    if (!shape) continue
    const [up, down] = [filled[order - 1], filled[order + 1]]
    // The number of a page and its head may stand on two lines, and the foot above the head.
    let [above, below] = [order - 1, order + 1]
    while (above >= order - 2 && isHeadLike(shapes[filled[above] ?? -1], times)) above--
    while (below <= order + 2 && isHeadLike(shapes[filled[below] ?? -1], times)) below++
    const broken = Math.max(
      brokenness(text, lines, up, down),
      brokenness(text, lines, filled[above], filled[below]),
    )
    const isEdge = order === 0 || order === filled.length - 1
    const look =
      (shape.hasOrnament ? 2 : 0) +
      (shape.isDecorated
        ? /page/i.test(text.slice(lines[at]?.start, lines[at]?.end))
          ? 3
          : 2
        : 0) +
      (text.charCodeAt(lines[at]?.start ?? 0) === 12 ? 3 : 0) +
      (isEdge ? 1.5 : 0) +
      (isTwoLines(shape, [shapes[up ?? -1], shapes[down ?? -1]], times) ? 2 : 0) +
      (shape.side === 'before' && isCalled(called.get(shape.number ?? NaN), lines[at]) ? -4 : 0) +
      (shape.number !== undefined && isTable(shapes, at, up, down) ? -3 : 0) +
      (format === 'markdown' && text.charCodeAt(lines[at]?.start ?? 0) === 35 ? -2 : 0) +
      (counted.has(shape.title) ||
      /\b(?:no|nr|number|version|v|level|type|phase|class|grade)$/.test(shape.title)
        ? -2
        : 0) +
      (shape.number !== undefined && shape.number >= 1000 && shape.number < 2100 ? -1 : 0)
    candidates.push({line: at, shape, broken, look})
  }
  return candidates
}

/** Whether a note of a number is called on the page before a line that begins with it. */
function isCalled(calls: readonly NoteCall[] | undefined, line: RawLine | undefined): boolean {
  const start = line?.start ?? 0
  return (
    calls?.some((call) => !call.isFirst && call.start < start && start - call.start < 8000) ?? false
  )
}

/** Whether a number alone stands beside a title that comes again, or that title beside a number. */
function isTwoLines(
  shape: HeadShape,
  beside: readonly (HeadShape | undefined)[],
  times: ReadonlyMap<string, number>,
): boolean {
  const isTitle = (one: HeadShape): boolean =>
    one.number === undefined && (times.get(one.title) ?? 0) > 1
  const isFolio = (one: HeadShape): boolean => one.title === ''
  return beside.some(
    (one) => one && ((isFolio(shape) && isTitle(one)) || (isTitle(shape) && isFolio(one))),
  )
}

/** Whether a line may be a part of the same head: a number, or a title that comes again. */
function isHeadLike(shape: HeadShape | undefined, times: ReadonlyMap<string, number>): boolean {
  if (!shape) return false
  return shape.title === '' || shape.isTitle || (times.get(shape.title) ?? 0) > 1
}

/** In Markdown a head is a paragraph; what stands among other lines is a table or a list. */
function standsAlone(text: string, lines: readonly RawLine[], at: number): boolean {
  return [lines[at - 1], lines[at + 1]].every((line) => !line || isBlank(text, line))
}

function isBlank(text: string, {start, end}: RawLine): boolean {
  return end === start || (end - start < 200 && text.slice(start, end).trim() === '')
}

/** A full line of print is no head, whatever it begins with. */
function shapeOf(text: string, {start, end}: RawLine, measure: number): HeadShape | undefined {
  if (end - start > 120 || end === start) return undefined
  if (measure > 0 && end - start > measure * 0.9) return undefined
  const shape = headShape(text.slice(start, end))
  // A number and the first line of the text behind it are no head.
  const isText = shape?.number !== undefined && shape.title !== '' && !shape.isTitle
  return isText && measure > 0 && end - start > measure * 0.6 ? undefined : shape
}

/** Numbers on lines that follow one another are a table, or a list. */
function isTable(
  shapes: readonly (HeadShape | undefined)[],
  at: number,
  up: number | undefined,
  down: number | undefined,
): boolean {
  const own = shapes[at]
  return [up, down].some((one) => {
    const other = one === undefined ? undefined : shapes[one]
    return other?.number !== undefined && (other.title === '') === (own?.title === '')
  })
}

function brokenness(
  text: string,
  lines: readonly RawLine[],
  before: number | undefined,
  after: number | undefined,
): number {
  const up = before === undefined ? undefined : lines[before]
  const down = after === undefined ? undefined : lines[after]
  const end = up ? lineEnd(text, up).kind : 'none'
  const start = down ? lineStart(text, down).kind : 'none'
  const isOpen = end !== 'stop' && end !== 'none' && end !== 'colon'
  // Among lines in capitals a line in capitals breaks nothing.
  const isCapital = up && !/\p{Ll}/u.test(text.slice(up.start, Math.min(up.end, up.start + 200)))
  if (isCapital && start !== 'lower') return 0
  if (start === 'lower') return end === 'hyphen' ? 4 : isOpen ? 3 : 2
  const word = up ? lineEnd(text, up).word.toLowerCase() : ''
  if (end === 'hyphen' || (end === 'word' && unfinished.has(word))) return 2.5
  if (isOpen) return 0.7
  return end === 'none' || start === 'none' ? 0 : -1
}
