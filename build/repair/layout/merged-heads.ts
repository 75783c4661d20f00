import type {Span} from '../../text/correction.ts'
import type {Sure} from './layout.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import {missingPage, placeBefore} from './page-places.ts'
import type {PagePlace} from './page-places.ts'
import type {RawLine} from './split-lines.ts'

/** A head that ran into the first or the last line of a page. */
export interface MergedHead extends Sure {
  readonly line: number
  /** The head with the blanks that part it from the text. */
  readonly head: Span
  readonly number?: number
}

/** A head that stands on a line of its own. */
export interface WholeHead {
  readonly line: number
  readonly number?: number | undefined
}

/**
 * Find running heads that ran into a line of the text.
 *
 * Shape: the heads on lines of their own, by their lines → spans of lines that begin (or end) as
 * one of them does and with the number of a page that lacks its head. A sentence that begins with
 * the title is left alone unless the number stands there too, or a page is missing there. What
 * lines share that no line has alone is given as `opening`, with `\0` for the number.
 */
export function mergedHeads(
  text: string,
  lines: readonly RawLine[],
  heads: readonly WholeHead[],
  places: readonly PagePlace[],
  opening: readonly string[],
): MergedHead[] {
  const {start: atStart, end: atEnd} = patterns(text, lines, heads, opening)
  const taken = new Set(heads.map(({line}) => line))
  const found: MergedHead[] = []
  const least = shortestPage(places) * 0.4
  for (const [at, {start, end}] of lines.entries()) {
    if (taken.has(at) || end - start < 8) continue
    const first = atStart.exec(text.slice(start, Math.min(end, start + 160)))
    const last = first ? null : atEnd?.exec(text.slice(Math.max(start, end - 160), end))
    const match = first ?? last
    if (!match) continue
    const head = first ? {start, end: start + match[0].length} : {start: end - match[0].length, end}
    const figures = /\d+/.exec(match.groups?.number ?? '')?.[0]
    if (figures === undefined) {
      let above = at - 1
      while (above >= 0 && lines[above]?.start === lines[above]?.end) above--
      const isBeside = taken.has(above)
      const isFound = missingPage(places, start) !== undefined || isFar(places, start, least)
      if (!isBeside && !(isFound && isInterrupted(text, lines, at, head))) continue
      found.push({line: at, head, p: 0.95, evidence: 'The head of the page ran into the line.'})
      continue
    }
    const number = Number(figures)
    if (!isMissing(places, start, number)) continue
    const evidence = `The head of page ${number} ran into the line.`
    found.push({line: at, head, number, p: 0.97, evidence})
  }
  return found
}

/** What lines begin and end with when a head ran into them. */
function patterns(
  text: string,
  lines: readonly RawLine[],
  heads: readonly WholeHead[],
  opening: readonly string[],
): {start: RegExp; end: RegExp | undefined} {
  const forms = new Set(opening)
  for (const {line, number} of heads) {
    const {start = 0, end = 0} = lines[line] ?? {}
    const head = text.slice(start, end).replaceAll('\f', '').trim()
    if (/^\W*\d*\W*$/.test(head)) continue
    const form = number === undefined ? head : head.replaceAll(/^\d+|\d+$/g, '\0')
    forms.add(form)
    // The number changes its side from one page to the next.
    if (form.includes('\0')) forms.add(turnAround(form))
  }
  // Of two heads that begin alike the longer one is meant.
  const longest = [...forms].toSorted((a, b) => b.length - a.length)
  const titles = forms.size > 400 ? [] : longest.map(escape)
  const withNumber = titles
    .filter((form) => form.includes('\0'))
    .map((form) => form.replaceAll('\0', '\\d{1,4}'))
  const bare = titles.filter((form) => !form.includes('\0'))
  const numbered = withNumber
  const all = [...(numbered.length > 0 ? [`(?<number>${numbered.join('|')})`] : []), ...bare]
  const none = /(?!)/
  return {
    start: all.length > 0 ? new RegExp(`^[\\f\\s]*(?:${all.join('|')})\\s+(?=\\S)`, 'u') : none,
    end:
      withNumber.length > 0
        ? new RegExp(`\\s(?<number>${withNumber.join('|')})\\s*$`, 'u')
        : undefined,
  }
}

/** The same head with its number on the other side. */
function turnAround(form: string): string {
  const sign = '\\s*(?:\\P{L}|[^\\P{L}a-zA-Z])?\\s+'
  const after = new RegExp(`^\\0(${sign})(.*)$`, 'u').exec(form)
  if (after) return `${after[2]}${after[1]}\0`
  const before = new RegExp(`^(.*?)(\\s+(?:\\P{L}|[^\\P{L}a-zA-Z])?\\s*)\\0$`, 'u').exec(form)
  return before ? `\0${before[2]}${before[1]}` : form
}

function escape(words: string): string {
  return words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
}

/** Whether a page of that number has no head yet and belongs at that place. */
function isMissing(places: readonly PagePlace[], offset: number, number: number): boolean {
  const at = placeBefore(places, offset)
  const [before, after] = [places[at]?.number ?? number - 1, places[at + 1]?.number ?? number + 1]
  return before < number && number < after && number - before < 8
}

/** Whether a place is about a page away from those that are known. */
function isFar(places: readonly PagePlace[], offset: number, least: number): boolean {
  const at = placeBefore(places, offset)
  const [before, after] = [places[at]?.offset ?? -Infinity, places[at + 1]?.offset ?? Infinity]
  return offset - before > least && after - offset > least
}

/** The shortest page that is known. */
function shortestPage(places: readonly PagePlace[]): number {
  return places.slice(1).reduce((least, {offset}, at) => {
    return Math.min(least, offset - (places[at]?.offset ?? 0))
  }, Infinity)
}

/** Whether what the head stands in goes on in the middle of a sentence. */
function isInterrupted(text: string, lines: readonly RawLine[], at: number, head: Span): boolean {
  const [before, line] = [lines[at - 1], lines[at]]
  if (!line) return false
  if (lineStart(text, {start: head.end, end: line.end}).kind === 'lower') return true
  const isOpen = before && !['stop', 'colon', 'none'].includes(lineEnd(text, before).kind)
  return isOpen === true || text.charCodeAt(line.start) === 12
}
