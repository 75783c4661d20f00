import type {Mark} from '../../structure/mark.ts'
import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'
import {inForce} from './in-force.ts'
import type {Point} from './weave.ts'

/** A place in a text at which an item other than a change begins, ends or stands. */
export interface MarkedPoint {
  /** `call` and `call-end`: the words that call a note without a number. */
  readonly point: 'begin' | 'end' | 'here' | 'call' | 'call-end'
  readonly item: ReviewItem
  /** The mark, when it is one that is in force. */
  readonly mark: Mark | null
  readonly isInForce: boolean
}

/**
 * Find where everything stands that is said of a text and changes no character.
 *
 * Shape: text → points in the order of the source: of marks, queries, kept places and what is rejected, where
 * they begin and end; of one without extent, such as a page, one point; joins have two. At one place ends
 * come first, then what has no extent, then beginnings: those of the longer before those of the shorter, ends
 * the other way round. Changes that are applied, and proposals, have none.
 */
export function markedPoints(review: ReviewText): Point<MarkedPoint>[] {
  const marks = new Map(review.marks.map((mark) => [`${mark.type} ${mark.id}`, mark]))
  const isInForce = inForce(review)
  const points = review.items
    .filter((item) => item.sort !== 'proposal' && !(item.act === 'correct' && isInForce(item)))
    .flatMap((item): Draft[] => {
      const {act, id, start, end, sort} = item
      const inside = isInForce(item)
      const mark = sort === 'mark' && inside ? (marks.get(`${act} ${id}`) ?? null) : null
      const draft = (at: number, point: MarkedPoint['point'], length: number): Draft => ({
        at,
        side: point === 'end' || point === 'call-end' ? 'after' : 'before',
        what: {point, item, mark, isInForce: inside},
        length,
      })
      const own =
        start === end && act !== 'join'
          ? [draft(start, 'here', 0)]
          : [draft(start, 'begin', end - start), draft(end, 'end', end - start)]
      if (mark?.type !== 'note') return own
      const {reference} = mark
      const length = reference.end - reference.start
      return [
        ...own,
        draft(reference.start, 'call', length),
        draft(reference.end, 'call-end', length),
      ]
    })
  return points.sort((a, b) => a.at - b.at || rank(a) - rank(b) || longerFirst(a, b))
}

type Draft = Point<MarkedPoint> & {readonly length: number}

function rank({side, what}: Draft): number {
  return side === 'after' ? 0 : what.point === 'here' ? 1 : 2
}

function longerFirst(a: Draft, b: Draft): number {
  return a.side === 'after' ? a.length - b.length : b.length - a.length
}
