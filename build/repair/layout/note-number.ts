import {certain} from '../hit.ts'
import type {Hit} from '../hit.ts'
import type {Look} from '../look.ts'
import type {Span} from '../../text/correction.ts'
import {noteCalls} from './note-calls.ts'
import {noteMark, valueOf} from './note-marks.ts'
import {isLikeNumber, numberSeries} from './number-series.ts'
import type {SeriesNumber} from './number-series.ts'

/** A number that calls a note or begins one. */
interface Numbered extends Span {
  readonly printed: string
  readonly value: number
  readonly isRaised: boolean
  /** Whether letters stand in it that were read for figures. */
  readonly hasLetters: boolean
}

/**
 * Mend numbers of notes that the OCR misread, by their order.
 *
 * Shape: look → hits of kind `ocr/number`, on calls and on the notes themselves. A call is certain
 * when one number is missing in its place, the note of that number is there, and no other call has
 * it; a note, when it is called and stands between its neighbours. Ordinals, powers, series that
 * begin anew and notes that are called twice stay as they are.
 */
export function noteNumber(look: Pick<Look, 'text' | 'layout'>): Hit[] {
  const calls = callsOf(look)
  const notes = notesOf(look)
  const callSeries = seriesOf(calls, notes)
  const noteSeries = seriesOf(notes, calls)
  const called = countNumbers(callSeries)
  const noted = countNumbers(noteSeries)
  return [
    ...misread(look.text, calls, callSeries, called, noted, 'called'),
    ...misread(look.text, notes, noteSeries, noted, called, 'noted'),
  ].toSorted((a, b) => a.start - b.start)
}

function seriesOf(list: readonly Numbered[], others: readonly Numbered[]): readonly SeriesNumber[] {
  return withFirst(list, numberSeries(list.map(({value}) => value)), others)
}

/** The first number of a series has none before it: the others tell whether it is misread. */
function withFirst(
  list: readonly Numbered[],
  series: readonly SeriesNumber[],
  others: readonly Numbered[],
): readonly SeriesNumber[] {
  const [first, second, ...rest] = series
  const [own] = list
  if (!own || !second?.number || own.value === second.number - 1) return series
  const before = second.number - 1
  const has = (number: number): boolean => others.some(({value}) => value === number)
  if (!first || !isLikeNumber(own.value, before) || !has(before)) return series
  if (rest.some(({number}) => number === before)) return series
  return [{number: before, isRight: false}, second, ...rest]
}

/** The calls in the text, notes left aside. */
function callsOf({text, layout}: Pick<Look, 'text' | 'layout'>): Numbered[] {
  const {lines} = layout
  let at = 0
  return noteCalls(text).flatMap(({printed, style, start, end, isFirst}) => {
    while (at < lines.length && (lines[at]?.next ?? Infinity) <= start) at++
    if (isFirst || style === 'caret' || lines[at]?.role !== 'text') return []
    const span = style === 'sup' ? inner(text, start, printed) : {start, end}
    return [numbered(printed, span, style === 'raised')]
  })
}

/** The numbers that notes begin with. */
function notesOf({text, layout}: Pick<Look, 'text' | 'layout'>): Numbered[] {
  return layout.lines.flatMap((line) => {
    const from = line.head?.start === line.start ? line.head.end : line.start
    const mark = line.noteStart === undefined ? undefined : noteMark(text, {...line, start: from})
    if (!mark || mark.style === 'caret' || mark.style === 'sign') return []
    const isRaised = mark.style === 'raised'
    const printed = isRaised ? raise(mark.printed) : mark.printed
    return [numbered(mark.printed, inner(text, from, printed), isRaised)]
  })
}

function inner(text: string, from: number, printed: string): Span {
  const start = text.indexOf(printed, from)
  return {start, end: start + printed.length}
}

function numbered(printed: string, span: Span, isRaised: boolean): Numbered {
  const hasLetters = /\D/.test(printed)
  return {...span, printed, value: valueOf(printed), isRaised, hasLetters}
}

function countNumbers(series: readonly SeriesNumber[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const {number} of series) {
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return counts
}

function misread(
  text: string,
  list: readonly Numbered[],
  series: readonly SeriesNumber[],
  own: ReadonlyMap<number, number>,
  others: ReadonlyMap<number, number>,
  what: 'called' | 'noted',
): Hit[] {
  return list.flatMap((one, at): Hit[] => {
    const {number, isRight} = series[at] ?? {}
    if (number === undefined || (isRight && !one.hasLetters)) return []
    if (isRight && one.value !== number) return []
    const [before, after] = [neighbour(series, at, -1), neighbour(series, at, 1)]
    const isBetween =
      (before === undefined || before === number - 1 || before === number) &&
      (after === undefined || after === number + 1 || after === number)
    const hasBoth = before !== undefined && after !== undefined
    const isKnown = others.has(number)
    const isFree = (own.get(number) ?? 0) === 1
    const p =
      isBetween && isKnown && isFree
        ? hasBoth || one.hasLetters
          ? 0.99
          : 0.95
        : isBetween
          ? 0.7
          : 0.5
    // A note may be called twice.
    if (what === 'called' && !isKnown && others.has(one.value)) return []
    const {start, end} = one
    const lemma = text.slice(start, end)
    const reading = one.isRaised ? raise(String(number)) : String(number)
    return [
      {
        rule: 'note-number',
        status: p >= certain ? 'applied' : 'proposed',
        start,
        end,
        lemma,
        reading,
        kind: 'ocr/number',
        p,
        evidence: evidenceOf(number, before, after, isKnown, what),
        candidates: [
          {reading, p},
          {reading: lemma, p: 1 - p},
        ],
      },
    ]
  })
}

/** The number of the next one on a side that belongs to the series and is printed right. */
function neighbour(series: readonly SeriesNumber[], at: number, step: number): number | undefined {
  for (let index = at + step; index >= 0 && index < series.length; index += step) {
    const {number} = series[index] ?? {}
    if (number !== undefined) return number
  }
  return undefined
}

function evidenceOf(
  number: number,
  before: number | undefined,
  after: number | undefined,
  isKnown: boolean,
  what: 'called' | 'noted',
): string {
  const place =
    before !== undefined && after !== undefined
      ? `It stands between ${before} and ${after}`
      : before !== undefined
        ? `It follows ${before}`
        : `It stands before ${after}`
  const other = what === 'called' ? `note ${number} is there` : `note ${number} is called`
  return isKnown ? `${place}, and ${other}.` : `${place}.`
}

function raise(number: string): string {
  return Array.from(number, (figure) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(figure))).join('')
}
