import type {Ground} from '../flow/ground.ts'
import {positionIn} from '../state/queue.ts'
import {sayItem, sayPlace} from '../state/say-item.ts'
import {standingIn} from '../state/review.ts'
import {standingNames} from '../state/say-standing.ts'
import {el, setText} from './element.ts'
import type {View} from './element.ts'

/** Says to those who hear the page which item has been opened. */
export function announcer({get}: Ground): View {
  const element = el('p', {class: 'unseen', 'aria-live': 'polite', 'aria-atomic': 'true'})
  return {
    element,
    update() {
      const review = get()
      const {at, queue} = review
      if (!at) return
      const place = positionIn(queue, at.index) + 1
      const words = `${sayItem(at)}. ${sayPlace(at)}, ${standingNames[standingIn(review, at)]}, ${place} of ${queue.length}.`
      setText(element, words)
    },
  }
}
