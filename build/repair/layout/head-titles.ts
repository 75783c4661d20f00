import type {HeadCandidate} from './head-candidates.ts'
import type {Format} from '../look.ts'
import type {Sure} from './layout.ts'
import {lineStart} from './line-edges.ts'
import {missingPage} from './page-places.ts'
import type {PagePlace} from './page-places.ts'
import type {RawLine} from './split-lines.ts'

/** A head without a number, and how sure it is. */
export interface TitleHead extends Sure {
  readonly line: number
  readonly title: string
}

/**
 * Find the running heads that give no number.
 *
 * Shape: candidates, the numbers of pages already found and their places → titles alone that stand
 * where a number is missing, beside a folio, or, where no page has a number, that come again and
 * break sentences. A title that stands once, or opens a chapter, is none of these.
 */
export function headTitles(
  text: string,
  lines: readonly RawLine[],
  candidates: readonly HeadCandidate[],
  numbered: readonly HeadCandidate[],
  places: readonly PagePlace[],
  format: Format,
  measure: number,
): TitleHead[] {
  const groups = new Map<string, HeadCandidate[]>()
  for (const one of candidates) {
    if (one.shape.number !== undefined || !isTitleLine(text, lines[one.line], format)) continue
    const group = groups.get(one.shape.title)
    if (group) group.push(one)
    else groups.set(one.shape.title, [one])
  }
  const known = new Set(numbered.map(({shape}) => shape.title).filter(Boolean))
  const folios = readFolios(lines, candidates, numbered)
  const singles = [...groups.values()].filter(
    ([one, ...more]) => one && more.length === 0 && one.shape.isTitle && one.broken >= 3,
  ).length
  const found: TitleHead[] = []
  for (const [title, group] of groups) {
    const row = readRow(lines, group, folios)
    const situation = {text, lines, row, known: known.has(title), folios, places, singles, measure}
    for (const [at, one] of group.entries()) {
      const evidence = evidenceFor(one, at, situation)
      if (evidence) found.push({line: one.line, title, ...evidence})
    }
  }
  return found
}

/** A title begins with a capital or a figure, and is no heading or other markup. */
function isTitleLine(text: string, line: RawLine | undefined, format: Format): boolean {
  if (!line) return false
  const words = text.slice(line.start, line.end).trim()
  if (format === 'markdown' && /^(?:[#>|`~!+-]|\* |<(?!b>|i>))/.test(words)) return false
  return /^[*_"“‘'«(]{0,3}[\p{Lu}\p{N}]/u.test(words) || /^\P{ASCII}/u.test(words)
}

/** Whether the very next line goes on in small letters. */
function goesOnSmall(text: string, lines: readonly RawLine[], line: number): boolean {
  const next = lines[line + 1]
  return next !== undefined && lineStart(text, next).kind === 'lower'
}

interface Situation {
  readonly text: string
  readonly lines: readonly RawLine[]
  /** All lines with the same title and no number. */
  readonly row: Row
  /** Whether the title stands beside the number of a page elsewhere. */
  readonly known: boolean
  readonly folios: Folios
  readonly places: readonly PagePlace[]
  /** How many titles stand once and break a sentence. */
  readonly singles: number
  /** Characters in a full line of print; 0 when the lines are paragraphs. */
  readonly measure: number
}

function evidenceFor(
  {line, broken, look, shape}: HeadCandidate,
  at: number,
  {text, lines, row, known, folios, places, singles, measure}: Situation,
): Sure | undefined {
  const title = `“${shape.title}”`
  const isAgain = known || row.length > 1
  const beside = besideFolio(lines, line, folios.sides)
  if ((isAgain || shape.isTitle) && beside !== undefined) {
    const evidence = `${title} stands beside the number of a page.`
    const isUsual = isAgain && (row.sides.get(beside.side) ?? 0) >= row.length * 0.5
    if (broken >= 2 || (isUsual && at > 0)) return {p: 0.97, evidence}
    // It may open a chapter on a new page, but then the page before it is not full.
    const isFull = folios.full.has(beside.folio)
    if (isFull && (isUsual || beside.side === folios.usual)) return {p: 0.93, evidence}
    if (isUsual) return {p: 0.7, evidence}
  }
  if (look >= 3 && broken >= 2 && shape.isTitle) {
    return {p: 0.95, evidence: `${title} begins a page and breaks a sentence.`}
  }
  if (places.length > 1) {
    const page = isAgain ? missingPage(places, lines[line]?.start ?? 0) : undefined
    const isHeading = text.charAt(lines[line]?.start ?? 0) === '#'
    if (page === undefined || ((!known || isHeading) && broken < 2)) return undefined
    return {
      p: known ? 0.98 : 0.95,
      evidence: `${title} stands where page ${page} begins, which has no number.`,
    }
  }
  if (row.length < 2 && shape.isTitle && broken >= 3 && singles > 1) {
    return {p: 0.92, evidence: `${title} breaks a sentence, as other titles do.`}
  }
  if (row.length < 2) {
    // On a page alone, the first line is all there is.
    const isFirst = look >= 1.5 && broken >= 2 && line < 3 && goesOnSmall(text, lines, line)
    return isFirst
      ? {p: 0.8, evidence: 'The text below begins in the middle of a sentence.'}
      : undefined
  }
  const isOften = row.breaking > 1 && row.breaking >= row.length * 0.3
  if (!row.isBroken || (!isOften && !row.isEven) || look < -1) return undefined
  const isWord = /^\p{L}+$/u.test(shape.title)
  // One word may be who speaks in a play.
  if (isWord && (measure === 0 || broken < 2 || row.regular[at] !== true)) return undefined
  if (!shape.isTitle && !(isWord && shape.title.length > 3)) return undefined
  // The first of them may open the chapter that the others run above.
  if (at === 0 && broken < 2 && look < 1) return undefined
  if (broken < 0 && row.regular[at] !== true) return undefined
  return {p: 0.96, evidence: `${title} comes ${row.length} times and breaks sentences.`}
}

/** The numbers of pages that stand alone. */
interface Folios {
  /** Their lines. */
  readonly sides: ReadonlySet<number>
  /** Those before which a page of the usual length ends. */
  readonly full: ReadonlySet<number>
  /** The side on which most of them have a title: 1 below, -1 above. */
  readonly usual: number | undefined
}

function readFolios(
  lines: readonly RawLine[],
  candidates: readonly HeadCandidate[],
  numbered: readonly HeadCandidate[],
): Folios {
  const alone = numbered
    .flatMap(({shape, line}) => (shape.title === '' ? [line] : []))
    .toSorted((a, b) => a - b)
  const starts = alone.map((line) => lines[line]?.start ?? 0)
  const gaps = starts.map((start, at) => start - (starts[at - 1] ?? 0))
  const usualGap = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const titles = new Set(candidates.flatMap(({shape, line}) => (shape.isTitle ? [line] : [])))
  const usual = [1, -1].find((side) => {
    const count = alone.filter((line) => titles.has(nextFilled(lines, line, side))).length
    return count > 2 && count >= alone.length * 0.6
  })
  const full = alone.filter((_, at) => (gaps[at] ?? 0) > usualGap * 0.8)
  return {sides: new Set(alone), full: new Set(full), usual}
}

/** The next line on a side that is not empty. */
function nextFilled(lines: readonly RawLine[], line: number, side: number): number {
  let at = line + side
  while (at >= 0 && at < lines.length && lines[at]?.start === lines[at]?.end) at += side
  return at
}

/** The folio that a line is next to, blank lines aside, and the side of it on which it stands. */
function besideFolio(
  lines: readonly RawLine[],
  line: number,
  folios: ReadonlySet<number>,
): {folio: number; side: number} | undefined {
  for (const side of [1, -1]) {
    const folio = nextFilled(lines, line, -side)
    if (folios.has(folio)) return {folio, side}
  }
  return undefined
}

/** What lines with the same title have in common. */
interface Row {
  readonly length: number
  /** How many break a sentence, or stand where heads do. */
  readonly breaking: number
  readonly isBroken: boolean
  /** Of each, whether it stands about as far from the next one as the others do. */
  readonly regular: readonly boolean[]
  /** Whether there are three and all do. */
  readonly isEven: boolean
  /** How many stand beside a folio, by the side of it. */
  readonly sides: ReadonlyMap<number, number>
}

function readRow(lines: readonly RawLine[], group: readonly HeadCandidate[], folios: Folios): Row {
  const gaps = group.slice(1).map(({line}, index) => {
    return (lines[line]?.start ?? 0) - (lines[group[index]?.line ?? 0]?.start ?? 0)
  })
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const fits = gaps.map((gap) => {
    const pages = gap / middle
    return pages > 0.6 && Math.abs(pages - Math.round(pages)) < 0.3
  })
  const regular = group.map((_, at) => fits[at - 1] === true || fits[at] === true)
  const sides = new Map<number, number>()
  for (const {line} of group) {
    const side = besideFolio(lines, line, folios.sides)?.side
    if (side !== undefined) sides.set(side, (sides.get(side) ?? 0) + 1)
  }
  return {
    length: group.length,
    breaking: group.filter(({broken, look}) => broken >= 2 || look >= 1.5).length,
    isBroken: group.some(({broken}) => broken >= 2),
    regular,
    isEven: group.length > 2 && regular.every(Boolean),
    sides,
  }
}
