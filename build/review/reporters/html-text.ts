import type {Element, ElementContent, Properties} from 'hast'
import {h} from 'hastscript'
import {formatPlace} from '../../text/place.ts'
import type {CorrectRecord} from '../../text/record.ts'
import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'
import type {Stretch} from '../stretches.ts'
import {htmlIds} from './html-ids.ts'
import {htmlWords} from './html-words.ts'
import {linesOfChange} from './lines-of-change.ts'
import type {MarkedPoint} from './marked-points.ts'
import {pointsWithLines} from './points-with-lines.ts'
import {sayCertainty, sayKind} from './say-item.ts'
import {sayPoint} from './say-point.ts'
import {weave} from './weave.ts'

/**
 * Write the whole text with its changes in HTML.
 *
 * Shape: text, number of each item in the list → an element. Its text without `ins` is the source, without
 * `del` the corrected text: all that is added (numbers, brackets of marks, arrows of joins, numbers of lines)
 * is an empty element with the words in an attribute.
 */
export function htmlText(review: ReviewText, numbers: ReadonlyMap<ReviewItem, number>): Element {
  const items = new Map(review.items.map((item) => [`${item.sort} ${item.id}`, item]))
  const open: MarkedPoint[] = []
  const children = weave(review.stretches, pointsWithLines(review)).flatMap(
    (one): ElementContent[] => {
      if (one.step === 'verbatim') return within(open, htmlWords(one.stretch.before, false))
      if (one.step === 'change') {
        const item = items.get(`record ${one.by.id}`)
        const number = item && numbers.get(item)
        return within(open, change(one.stretch, one.by, review, item, number))
      }
      if (typeof one.what === 'number') return [line(one.what)]
      const {point, item, mark} = one.what
      if (mark && point === 'begin') open.push(one.what)
      if (point === 'end') {
        const index = open.findIndex((other) => other.item === item)
        if (index >= 0) open.splice(index, 1)
      }
      return [bracket(one.what)]
    },
  )
  const {language} = review.config
  return h('div', {id: 'text', className: 'text', lang: language, dir: 'auto'}, children)
}

function line(number: number): Element {
  return h('span', {className: 'line', id: `line-${number}`, dataLine: String(number)})
}

/** Marks that change how words look; each class has its own rule. */
const shapes: Readonly<Record<string, string>> = {
  drop: 'dropped',
  emphasis: 'emphasised',
  heading: 'headed',
  quotation: 'quoted',
}

function within(open: readonly MarkedPoint[], children: ElementContent[]): ElementContent[] {
  const names = new Set(open.flatMap(({item}) => shapes[item.act] ?? []))
  return names.size === 0 ? children : [h('span', {className: [...names]}, children)]
}

function change(
  stretch: Stretch,
  by: CorrectRecord,
  {source}: ReviewText,
  item: ReviewItem | undefined,
  number: number | undefined,
): ElementContent[] {
  const {before, after} = stretch
  const {id, kind, why} = by
  const title = [id, kind, sayCertainty(by), why].join(' · ')
  const properties: Properties = {dataId: id, title}
  const lines = linesOfChange(stretch, source.lines).flatMap(({begins, words}) => {
    const shown = htmlWords(words, true)
    return begins === null ? shown : [line(begins), ...shown]
  })
  return [
    ...(before === '' ? [] : [h('del', properties, lines)]),
    ...(after === '' ? [] : [h('ins', properties, htmlWords(after, true))]),
    ...(item && number !== undefined ? [badge(item, number)] : []),
  ]
}

function badge(item: ReviewItem, number: number): Element {
  const {entry, place} = htmlIds(item)
  const label = String(number)
  return h('a', {
    className: 'number',
    id: place,
    href: `#${entry}`,
    dataLabel: label,
    ariaLabel: `Change ${label}: ${item.id}`,
  })
}

/** A bracket where something begins or ends, or the arrow of a join, which leads to its other end. */
function bracket(point: MarkedPoint): Element {
  const {item, isInForce} = point
  const {entry, place, end} = htmlIds(item)
  const isBegin = point.point === 'begin' || point.point === 'here'
  const isReference = point.point === 'call' || point.point === 'call-end'
  const isJoin = item.act === 'join' && isInForce
  const other = isJoin ? (isBegin ? end : place) : isReference ? place : entry
  return h('a', {
    className: ['mark', item.sort === 'mark' ? item.act : isInForce ? item.act : 'rejected'],
    ...(isBegin ? {id: place} : point.point === 'end' ? {id: end} : {}),
    href: `#${other}`,
    dataLabel: labelOf(point),
    ariaLabel: sayPoint(point).join(' · '),
    title: sayPoint(point).join(' · '),
  })
}

function labelOf({point, item, isInForce}: MarkedPoint): string {
  const {act, at, to, sort, says, locator} = item
  if (act === 'join' && isInForce) {
    return point === 'begin' ? `→ ${formatPlace(to)}` : `← ${formatPlace(at)}`
  }
  if (point === 'end' || point === 'call-end') return ']'
  if (point === 'call') return '[call'
  if (!isInForce) return point === 'here' ? '[not applied]' : '[not applied:'
  if (act === 'page') return `p. ${locator.page ?? says ?? '?'}`
  if (act === 'query') return '[?'
  if (act === 'keep') return '[kept:'
  return sort === 'mark' ? `[${sayKind(item)}${point === 'here' ? ']' : ''}` : '['
}
