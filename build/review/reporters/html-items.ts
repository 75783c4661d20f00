import {writeLocator} from '../../structure/locators.ts'
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {formatPlace} from '../../text/place.ts'
import type {ReviewItem} from '../item.ts'
import {htmlIds} from './html-ids.ts'
import {sayCertainty, sayKind, sayState} from './say-item.ts'
import {visible} from './visible.ts'

/**
 * Write the list of everything that the editors do to a text.
 *
 * Shape: items with their numbers, which of them are in force → a list, an entry an item: the way back to its
 * place, what it changes, the reason, who made it, how far it is judged.
 */
export function htmlItems(
  numbers: ReadonlyMap<ReviewItem, number>,
  isInForce: (item: ReviewItem) => boolean,
): Element {
  const entries = [...numbers].map(([item, number]) => entryOf(item, number, isInForce(item)))
  return h('ol', {className: 'items'}, entries)
}

function entryOf(item: ReviewItem, number: number, isInForce: boolean): Element {
  const {id, sort, act, at, to, start, end, lemma, reading, by, why, of} = item
  const {entry, place} = htmlIds(item)
  const arrow = act === 'join' ? ' → ' : '–'
  const extent = sort === 'mark' && end > start ? `${arrow}${formatPlace(to)}` : ''
  const locator = writeLocator(item.locator)
  const words: ElementContent[] =
    sort === 'mark'
      ? []
      : [
          ' ',
          h(reading === undefined ? 'q' : 'del', visible(lemma)),
          ...(reading === undefined
            ? []
            : [' → ', reading === '' ? h('i', 'nothing') : h('ins', visible(reading))]),
        ].map((one) => (typeof one === 'string' ? {type: 'text', value: one} : one))
  const facts = [
    sayCertainty(item),
    `by ${by}`,
    ...(isInForce ? [] : ['not applied']),
    sayState(item),
    `digest ${of}`,
  ]
  return h('li', {id: entry, value: number, className: isInForce ? undefined : 'rejected'}, [
    h('p', [
      h('a', {href: `#${place}`, className: 'back'}, `↑ ${formatPlace(at)}${extent}`),
      ...(locator === '' ? [] : [h('span', {className: 'where'}, ` ${locator}`)]),
      ' ',
      h('code', id),
      ' ',
      h('span', {className: 'kind'}, sayKind(item)),
      ...words,
    ]),
    h('p', {className: 'why'}, visible(why)),
    h('p', {className: 'facts'}, facts.join(' · ')),
  ])
}
