import type {Hit, JoinHit} from '../repair/hit.ts'
import type {Mark} from '../structure/mark.ts'
import type {Span} from '../text/correction.ts'
import {toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {isCorrect} from '../text/record.ts'
import type {CorrectRecord, EditorialRecord} from '../text/record.ts'
import {edgesOf, fitToEdges} from './fit-to-edges.ts'

/** What the editors did by hand, which comes before whatever a rule says. */
export interface ByHand {
  readonly records: readonly EditorialRecord[]
  readonly marks: readonly Mark[]
  /** Their digests, by their ids; of a record with parts, those of the parts. */
  readonly digests: ReadonlyMap<string, string>
}

/**
 * Leave out the hits that hand records and marks shadow, and fit the others to the marks.
 *
 * Shape: hits and what was done by hand → hits that overlap no change, no kept place and no drop. One that
 * touches a change of blanks is left out when it is one too, for both mend the same place. Where a mark
 * begins or ends inside a lemma, the hit is made shorter; where it cannot be, it is left out.
 */
export function unshadowed(
  hits: readonly Hit[],
  {records, marks}: Pick<ByHand, 'records' | 'marks'>,
): Hit[] {
  const changes = records.filter(isCorrect)
  const kept = records.filter(({act}) => act === 'keep')
  const drops = marks.filter(({type}) => type === 'drop')
  const edges = edgesOf(marks)
  return hits
    .filter((hit) => ![...changes, ...kept, ...drops].some((one) => overlaps(one, hit)))
    .filter((hit) => !(isBlank(hit) && changes.some((one) => touches(one, hit) && isSpacing(one))))
    .flatMap((hit) => fitToEdges(hit, edges) ?? [])
}

/** Leave out escapes inside what is changed, by hand or by a rule. */
export function unshadowedEscapes(
  escapes: readonly Hit[],
  changes: readonly (CorrectRecord | Hit)[],
): Hit[] {
  const inOrder = [...changes].sort((a, b) => a.start - b.start)
  let next = 0
  return escapes.filter((escape) => {
    while ((inOrder[next]?.end ?? Infinity) <= escape.start) next++
    return (inOrder[next]?.start ?? Infinity) >= escape.end
  })
}

/** Leave out joins where the editors joined, cut, dropped, kept or changed the break. */
export function unshadowedJoins(
  joins: readonly JoinHit[],
  {records, marks}: ByHand,
  lines: Lines,
): JoinHit[] {
  const lineOf = (offset: number): number => toPlace(lines, offset).line
  const joined = marks.filter(({type}) => type === 'join')
  const first = new Set(joined.map((mark) => lineOf(mark.start)))
  const second = new Set(joined.map((mark) => lineOf(mark.end)))
  const others = marks.filter(({type}) => type === 'cut' || type === 'drop')
  const seen = records.filter(({act}) => act === 'keep')
  const breaks = records.filter((one) => isCorrect(one) && /[\r\n]/.test(one.lemma))
  return joins.filter((join) => {
    if (first.has(lineOf(join.start)) || second.has(lineOf(join.end))) return false
    const ends = [join.start, join.end]
    if ([...others, ...seen].some((one) => ends.some((at) => one.start <= at && at <= one.end))) {
      return false
    }
    return !breaks.some((one) => one.start <= join.start && join.start < one.end)
  })
}

/** Leave out the proposals about which the editors have said something. */
export function unshadowedProposals(
  proposals: readonly (Hit | JoinHit)[],
  byHand: ByHand,
  lines: Lines,
): (Hit | JoinHit)[] {
  const {records, marks} = byHand
  const drops = marks.filter(({type}) => type === 'drop')
  return proposals.filter((one) => {
    if ('glue' in one) return unshadowedJoins([one], byHand, lines).length > 0
    return ![...records, ...drops].some((other) => overlaps(other, one))
  })
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function touches(one: Span, other: Span): boolean {
  return one.start === other.end || other.start === one.end
}

function isBlank(hit: Hit): boolean {
  return hit.kind === 'ocr/spacing'
}

function isSpacing(record: CorrectRecord): boolean {
  return [record, ...(record.parts ?? [])].some(({kind}) => kind === 'ocr/spacing')
}
