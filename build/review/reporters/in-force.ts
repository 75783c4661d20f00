import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'

/**
 * Say which items are at work in a text: neither proposed nor rejected.
 *
 * Shape: text → a function from an item to whether the edition does what it says.
 */
export function inForce(review: ReviewText): (item: ReviewItem) => boolean {
  const records = new Set([
    ...review.stretches.flatMap(({by}) => by?.id ?? []),
    ...review.anchors.map(({id}) => id),
  ])
  const marks = new Set(review.marks.map(({type, id}) => `${type} ${id}`))
  return ({sort, act, id}) =>
    sort === 'mark' ? marks.has(`${act} ${id}`) : sort === 'record' && records.has(id)
}
