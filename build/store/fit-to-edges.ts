import type {Hit} from '../repair/hit.ts'
import type {Mark} from '../structure/mark.ts'
import type {Span} from '../text/correction.ts'

/** Where a mark begins or ends, and so no lemma may lie across. */
export interface Edge {
  readonly at: number
  readonly side: 'start' | 'end'
}

/** The places where marks begin and end. */
export function edgesOf(marks: readonly Mark[]): Edge[] {
  const sides = ({start, end}: Span): Edge[] => [
    {at: start, side: 'start'},
    {at: end, side: 'end'},
  ]
  return marks.flatMap((mark) => [
    ...sides(mark),
    ...(mark.type === 'note' ? sides(mark.reference) : []),
  ])
}

/**
 * Make a hit shorter when marks begin or end inside its lemma.
 *
 * Shape: hit and edges → the hit without what is the same in lemma and reading, on the side of the edge
 * where a blank would stand outside the mark, when there is a choice; `undefined` when what changes lies
 * on both sides.
 */
export function fitToEdges(hit: Hit, edges: readonly Edge[]): Hit | undefined {
  const edge = edges.find(({at}) => hit.start < at && at < hit.end)
  if (!edge) return hit
  const at = edge.at - hit.start
  const [left, right] = [hit.lemma.slice(0, at), hit.lemma.slice(at)]
  const before = hit.reading.endsWith(right)
    ? part(hit, hit.start, left, hit.reading.slice(0, -right.length))
    : undefined
  const after = hit.reading.startsWith(left)
    ? part(hit, edge.at, right, hit.reading.slice(left.length))
    : undefined
  const shorter = edge.side === 'start' ? (before ?? after) : (after ?? before)
  return shorter && fitToEdges(shorter, edges)
}

function part(hit: Hit, start: number, lemma: string, reading: string): Hit {
  return {
    ...hit,
    start,
    end: start + lemma.length,
    lemma,
    reading,
    candidates: [{reading, p: hit.p}],
  }
}
