import type {Glue, Hit, Repairs, Status} from '../../../build/repair/hit.ts'
import type {Span} from '../../../build/text/correction.ts'
import type {Kind} from '../../../build/text/record.ts'

/** A change as other programs get it. Offsets in UTF-16 units of the given text. */
export interface Edit extends Span {
  readonly lemma: string
  readonly reading: string
  readonly kind: Kind
  readonly status: Status
  readonly p: number
  /** Up to three readings, the likeliest first. */
  readonly candidates: readonly string[]
}

/** What was found in a text, as other programs get it. */
export interface Edits {
  readonly edits: readonly Edit[]
  /** What ends at `a` goes on at `b`. */
  readonly joins: readonly {readonly a: number; readonly b: number; readonly glue: Glue}[]
  /** Offsets of line ends that end a paragraph. */
  readonly paragraphs: readonly number[]
}

/**
 * Say what was found in a text the way other programs get it.
 *
 * Shape: repairs → edits in the order of the text, joins in the order of their starts, paragraph
 * ends. Proposed joins are left out, for nobody could tell them from those that are made; ends of
 * paragraphs are no edits; a proposal that meets an applied edit is left out.
 */
export function editsOf({hits, joins, paragraphs}: Repairs): Edits {
  const changes = hits.filter((hit) => hit.kind !== 'line/paragraph')
  const applied = changes.filter(({status}) => status === 'applied')
  const isFree = meetsNone(applied)
  const edits = changes
    .filter((hit) => hit.status === 'applied' || isFree(hit))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({start, end, lemma, reading, kind, status, p, candidates}) => {
      const readings = candidates.map((candidate) => candidate.reading)
      const all = readings.length > 0 ? readings : [reading]
      return {start, end, lemma, reading, kind, status, p, candidates: all}
    })
  return {
    edits,
    joins: joins
      .filter(({status}) => status === 'applied')
      .map(({start, end, glue}) => ({a: start, b: end, glue})),
    paragraphs: [...new Set(paragraphs)].sort((a, b) => a - b),
  }
}

/** Ask of spans whether they overlap none of some others. */
function meetsNone(others: readonly Hit[]): (span: Span) => boolean {
  const inOrder = [...others].sort((a, b) => a.start - b.start)
  return ({start, end}) => {
    let low = 0
    let high = inOrder.length
    // The first that ends after the start; those that are applied do not overlap each other.
    while (low < high) {
      const middle = (low + high) >> 1
      if ((inOrder[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return (inOrder[low]?.start ?? Infinity) >= end
  }
}
