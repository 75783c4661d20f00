import {composeApart} from '../text/compose.ts'
import type {Change} from '../text/compose.ts'
import {apply} from '../text/apply.ts'
import {inOrder} from '../text/correction.ts'
import {appliedCorrections} from './applied-corrections.ts'
import {breakParagraphs} from './break-paragraphs.ts'
import {escapePlain} from './escape-plain.ts'
import type {Hit, JoinHit, Repairs} from './hit.ts'
import type {Format} from './look.ts'
import {settleJoins} from './settle-joins.ts'

/** What an edition does with a text, and what waits for its editors. */
export interface EditionRepairs {
  /** Hits that are applied, in the order of the text; they do not overlap, but may touch. */
  readonly hits: readonly Hit[]
  /**
   * Escapes of a plain text, a hit a character. Some stand inside other hits: they are needed when such
   * a hit is not applied.
   */
  readonly escapes: readonly Hit[]
  /** Joins that are applied, each from the end of one paragraph to the start of another. */
  readonly joins: readonly JoinHit[]
  /** What waits, in the order of the text. */
  readonly proposals: readonly (Hit | JoinHit)[]
}

/**
 * Turn what was found in a text into what an edition does with it.
 *
 * Shape: source, its format and its repairs → hits for all that changes characters: ends of paragraphs
 * are records of their own, and so are joins inside what Markdown takes for one paragraph. In a plain
 * text whatever the repaired text has that Markdown takes for markup is escaped, in readings too.
 */
export function repairsOfEdition(source: string, format: Format, repairs: Repairs): EditionRepairs {
  const settled = settleJoins(source, repairs)
  const ends = repairs.ends.filter(({state}) => state !== 'set')
  const made = breakParagraphs(source, settled.hits, [...settled.breaks, ...ends])
  const hits = made.filter(({status}) => status === 'applied')
  const proposals = inOrder<Hit | JoinHit>(
    [...repairs.hits, ...repairs.joins, ...made].filter(({status}) => status === 'proposed'),
  )
  if (format === 'markdown') return {hits, escapes: [], joins: settled.joins, proposals}
  const {value} = apply(source, appliedCorrections(hits))
  const composed = composeApart(source, hits, escapePlain(value), escapeReading)
  const lone = composed.filter(({rule}) => rule === 'escape')
  return {
    hits: composed.filter(({rule}) => rule !== 'escape'),
    escapes: inOrder([...lone, ...without(escapePlain(source), lone)]),
    joins: settled.joins,
    proposals,
  }
}

/** A hit whose reading is escaped is still that hit; of several that an escape spans, the first. */
function escapeReading(parts: readonly Hit[], whole: Change): Hit {
  const hit = parts.find(({rule}) => rule !== 'escape') as Hit
  return {...hit, ...whole, candidates: [{reading: whole.reading, p: hit.p}]}
}

/** Hits that overlap none of some others. */
function without(hits: readonly Hit[], others: readonly Hit[]): Hit[] {
  let next = 0
  return hits.filter(({start, end}) => {
    while ((others[next]?.end ?? Infinity) <= start) next++
    return (others[next]?.start ?? Infinity) >= end
  })
}
