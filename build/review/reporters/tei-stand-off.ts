import type {Element} from 'xast'
import {x} from 'xastscript'
import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'
import {inForce} from './in-force.ts'
import {teiAttributes} from './tei-attributes.ts'
import {teiBlock} from './tei-block.ts'
import {teiIds} from './tei-ids.ts'
import {teiWords} from './tei-words.ts'

/**
 * Write what is said of a text beside it: marks between anchors, reasons, questions, verdicts.
 *
 * Shape: text, the drops that are elements in it → a `standOff`, or nothing when nothing is said. Marks are
 * spans, a group a type; a join is a `join` of its two places, a note without a number a link to its call.
 * Queries, kept places and what is rejected are notes on the words between two anchors.
 */
export function teiStandOff(review: ReviewText, inline: ReadonlySet<ReviewItem>): Element[] {
  const isInForce = inForce(review)
  const items = review.items.filter(({sort}) => sort !== 'proposal')
  const marks = items.filter((item) => item.sort === 'mark' && isInForce(item))
  const joins = marks.filter(({act}) => act === 'join')
  const notes = marks.filter(({act}) => act === 'note')
  const spanned = marks.filter(
    (item) => item.act !== 'join' && item.act !== 'page' && !inline.has(item),
  )
  const types = [...new Set(spanned.map(({act}) => act))]
  const groups = [
    ...types.map((type) =>
      teiBlock('spanGrp', {type}, spanned.filter(({act}) => act === type).map(span)),
    ),
    ...(notes.length === 0
      ? []
      : [
          teiBlock('spanGrp', {type: 'reference'}, notes.map(reference)),
          teiBlock('linkGrp', {type: 'note'}, notes.map(link)),
        ]),
    ...(joins.length === 0 ? [] : [teiBlock('joinGrp', {}, joins.map(join))]),
    ...items.flatMap((item) => notesOn(item, isInForce(item), spanned.includes(item))),
  ]
  return groups.length === 0 ? [] : [teiBlock('standOff', {}, groups)]
}

function span(item: ReviewItem): Element {
  const {says, why} = item
  const attributes = {
    'xml:id': teiIds.item(item),
    from: `#${teiIds.begin(item)}`,
    to: `#${teiIds.end(item)}`,
    ...(says === undefined ? {} : {subtype: says.replaceAll(/\s+/g, '_')}),
    ...teiAttributes(item),
  }
  return x('span', attributes, teiWords(why))
}

/** The words that call a note without a number. */
function reference({id}: ReviewItem): Element {
  const from = `#${teiIds.beginReference(id)}`
  const to = `#${teiIds.endReference(id)}`
  return x('span', {'xml:id': teiIds.reference(id), from, to})
}

function link(item: ReviewItem): Element {
  return x('link', {target: `#${teiIds.reference(item.id)} #${teiIds.item(item)}`})
}

/** What is cut in two by a page is one word or one paragraph. */
function join(item: ReviewItem): Element {
  const glue = item.says ?? 'space'
  const attributes = {
    'xml:id': teiIds.item(item),
    target: `#${teiIds.begin(item)} #${teiIds.end(item)}`,
    result: glue === 'space' ? 'p' : 'w',
    type: 'join',
    subtype: glue,
    ...teiAttributes(item),
  }
  return x('join', attributes, [x('desc', teiWords(item.why))])
}

/** The reason of an item, where its own element has no place for it, and what the reviewers say. */
function notesOn(item: ReviewItem, isInForce: boolean, isSpan: boolean): Element[] {
  const {act, sort, why, reading, judgement} = item
  const element = `#${teiIds.item(item)}`
  const isAnchored = !isInForce || act === 'keep' || act === 'query'
  const between = {target: `#${teiIds.begin(item)}`, targetEnd: `#${teiIds.end(item)}`}
  const own = isAnchored
    ? {'xml:id': teiIds.item(item), ...between, ...teiAttributes(item)}
    : {target: element}
  const type = isInForce ? (isAnchored ? act : 'reason') : 'rejected'
  // What does not stand in the text must be said here.
  const instead =
    isInForce || sort === 'mark' || reading === undefined
      ? []
      : [x('corr', teiWords(reading)), ...teiWords(' ')]
  const hasReason = !isAnchored && (isSpan || act === 'join')
  return [
    ...(hasReason ? [] : [x('note', {type, ...own}, [...instead, ...teiWords(why)])]),
    ...judgement.valid.map((said) => verdict(said, element, 'valid')),
    ...judgement.stale.map((said) => verdict(said, element, 'stale')),
  ]
}

function verdict(
  {who, verdict: says, note, settles}: ReviewItem['judgement']['valid'][number],
  target: string,
  state: 'valid' | 'stale',
): Element {
  const words = [note, settles].flatMap((one) => one ?? []).join(' ')
  const resp = `#${teiIds.person(who)}`
  return x('note', {type: `verdict-${says}`, subtype: state, target, resp}, teiWords(words))
}
