import type {Span} from '../../../text/correction.ts'

/** A stretch of a source around some words. */
export interface Window extends Span {
  /** Whether its first line begins before it. */
  readonly isCutBefore: boolean
  /** Whether its last line goes on after it. */
  readonly isCutAfter: boolean
}

/** How near a line end may be to the words before the line beyond it is shown too. */
const near = 16

/**
 * Choose how much of a source is shown around some words.
 *
 * Shape: source, span, how many characters on each side → a stretch that begins and ends with a line where
 * one is not far, with a word elsewhere.
 */
export function windowAround(source: string, {start, end}: Span, reach = 36): Window {
  const lead = source.slice(Math.max(0, start - reach), start)
  const trail = source.slice(end, end + reach)
  const before = leadLength(lead, start > reach)
  const after = trailLength(trail, source.length > end + reach)
  const from = start - before
  const to = end + after
  return {
    start: from,
    end: to,
    isCutBefore: from > 0 && !/[\r\n]/.test(source.charAt(from - 1)),
    isCutAfter: to < source.length && !/[\r\n]/.test(source.charAt(to)),
  }
}

/** How many characters before the words are shown. */
function leadLength(lead: string, isMore: boolean): number {
  const breaks = [...lead.matchAll(/\r\n|[\r\n]/g)].map((match) => match.index + match[0].length)
  const lineStart = breaks.filter((at) => lead.length - at >= near).at(-1)
  if (lineStart !== undefined) return lead.length - lineStart
  if (!isMore) return lead.length
  // A word that is cut is left out, unless it is all there is.
  const word = lead.search(/\s/)
  return word < 0 || word === lead.length - 1 ? safe(lead, 'start') : lead.length - word - 1
}

/** How many characters after the words are shown. */
function trailLength(trail: string, isMore: boolean): number {
  const breaks = [...trail.matchAll(/\r\n|[\r\n]/g)].map(({index}) => index)
  const lineEnd = breaks.find((at) => at >= near)
  if (lineEnd !== undefined) return lineEnd
  if (!isMore) return trail.length
  const word = /\s\S*$/.exec(trail)?.index ?? -1
  return word <= 0 ? safe(trail, 'end') : word
}

/** The length of a cut that halves no code point. */
function safe(words: string, side: 'start' | 'end'): number {
  const isHalf = side === 'start' ? /^[\uDC00-\uDFFF]/.test(words) : /[\uD800-\uDBFF]$/.test(words)
  return words.length - (isHalf ? 1 : 0)
}

/** Words of a span, those in the middle left out when there are many. */
export interface Elided {
  readonly head: Span
  /** The last of its words; `null` when nothing is left out. */
  readonly tail: Span | null
}

/**
 * Show both ends of a long span.
 *
 * Shape: source, span, how many characters of each end → its ends, cut between words.
 */
export function elide(source: string, span: Span, each = 48): Elided {
  const {start, end} = span
  if (end - start <= each * 2 + 20) return {head: span, tail: null}
  const head = trailLength(source.slice(start, start + each), true)
  const tail = leadLength(source.slice(end - each, end), true)
  return {head: {start, end: start + head}, tail: {start: end - tail, end}}
}
