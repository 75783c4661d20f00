import type {ReviewText} from '../review-text.ts'
import {markedPoints} from './marked-points.ts'
import type {MarkedPoint} from './marked-points.ts'
import type {Point} from './weave.ts'

/**
 * Find where everything stands that is said of a text, and where the lines of its source begin.
 *
 * Shape: text → points in the order of the source: of items, and the number of each line; at one place what
 * ends and what has no extent, then the line, then what begins. Lines that begin inside a change, which is
 * not cut, are left out: `linesOfChange` has them.
 */
export function pointsWithLines(review: ReviewText): Point<MarkedPoint | number>[] {
  const points = markedPoints(review)
  const isBefore = ({what: {point}}: Point<MarkedPoint>): boolean =>
    point === 'end' || point === 'call-end' || point === 'here'
  return [
    ...points.filter(isBefore),
    ...linePoints(review),
    ...points.filter((point) => !isBefore(point)),
  ].sort((a, b) => a.at - b.at)
}

function linePoints({source, stretches}: ReviewText): Point<number>[] {
  const changed = stretches.filter(({by}) => by !== null)
  let next = 0
  return source.lines.starts.flatMap((at, index): Point<number>[] => {
    while ((changed[next]?.src[1] ?? Infinity) <= at) next++
    const isInside = (changed[next]?.src[0] ?? Infinity) < at
    // Behind a last line end nothing stands.
    const isEnd = at === source.value.length && index > 0
    return isInside || isEnd ? [] : [{at, side: 'before', what: index + 1}]
  })
}
