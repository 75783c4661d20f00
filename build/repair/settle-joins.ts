import {inOrder} from '../text/correction.ts'
import type {Hit, JoinHit, ParagraphEnd, Repairs} from './hit.ts'

/** Joins that are applied, told apart by how: by moving text, or by changing characters. */
export interface SettledJoins {
  /** The hits that are applied, with those that joins inside a paragraph make. */
  readonly hits: readonly Hit[]
  /** Joins of two paragraphs. */
  readonly joins: readonly JoinHit[]
  /** Line ends where a paragraph has to end, so that joins can be made. */
  readonly breaks: readonly Break[]
}

/** A line end that ends a paragraph, and what speaks for it. */
export type Break = Omit<ParagraphEnd, 'state'>

/**
 * Tell joins of two paragraphs from those inside one.
 *
 * Shape: source and repairs → applied hits, joins and ends of paragraphs. When nothing but a line end
 * is left between the halves, no text moves: hyphen and line end are hits of the rule `page-join`.
 * Where something stands between, the halves have to be paragraphs, and so both their edges end one.
 */
export function settleJoins(source: string, repairs: Repairs): SettledJoins {
  const applied = inOrder(repairs.hits.filter(({status}) => status === 'applied'))
  const hits = [...applied]
  const joins: JoinHit[] = []
  const breaks: Break[] = []
  for (const join of repairs.joins) {
    if (join.status !== 'applied') continue
    const between = inside(applied, join.start, join.end)
    const left = slice(source, between, join.start, join.end)
    if (/^[ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)?$/.test(left)) {
      hits.push(...joinInside(source, join, between, left))
      continue
    }
    joins.push(join)
    breaks.push(...edgesOf(source, join))
  }
  return {hits: inOrder(hits), joins, breaks}
}

/** The hits between two places; they are in order and do not overlap. */
function inside(hits: readonly Hit[], start: number, end: number): Hit[] {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: Hit[] = []
  for (let hit = hits[low]; hit && hit.end <= end; hit = hits[++low]) found.push(hit)
  return found
}

/** What hits leave of a run of the source. */
function slice(source: string, hits: readonly Hit[], start: number, end: number): string {
  let at = start
  let text = ''
  for (const hit of hits) {
    text += source.slice(at, hit.start) + hit.reading
    at = hit.end
  }
  return text + source.slice(at, end)
}

/** The hits that join two lines which only a line end parts. */
function joinInside(source: string, join: JoinHit, between: readonly Hit[], left: string): Hit[] {
  const {start, end, glue, p, evidence} = join
  const hit = (from: number, to: number, reading: string, kind: Hit['kind']): Hit => {
    const lemma = source.slice(from, to)
    const candidates = [{reading, p}]
    const claims = {rule: 'page-join', status: 'applied', p, evidence} as const
    return {...claims, start: from, end: to, lemma, reading, kind, candidates}
  }
  if (glue === 'space') {
    if (left !== '' || start === 0) return []
    // All between them is taken out: the blank goes to the last character before.
    return [hit(start - 1, start, `${source.slice(start - 1, start)} `, 'line/break')]
  }
  const hyphen = /^[-\u00AD\u2010]$/.test(source.charAt(start - 1)) && glue === 'none'
  const hits = hyphen ? [hit(start - 1, start, '', 'line/hyphen')] : []
  let at = start
  for (const one of [...between, {start: end, end}]) {
    if (at < one.start) hits.push(hit(at, one.start, '', 'line/hyphen'))
    at = one.end
  }
  return hits
}

/** The line ends after the first half and before the second. */
function edgesOf(source: string, {start, end, p, evidence}: JoinHit): Break[] {
  const after = /^[ \t]*(?=[\r\n])/.exec(source.slice(start, start + 80))
  // A line end of a blank line ends no paragraph.
  const before = /(?<![\r\n>][ \t>]*)(?:\r\n|\n|\r)[ \t>]*$/.exec(
    source.slice(Math.max(start, end - 80), end),
  )
  return [
    ...(after ? [{at: start + after[0].length, p, evidence}] : []),
    ...(before ? [{at: end - before[0].length, p, evidence}] : []),
  ]
}
