import type {Passage} from '../../page-data.ts'
import type {ReviewItem} from '../../item.ts'
import {wordsOfPassage} from '../../passages.ts'
import {isMarkType, meeting} from '../state/marks.ts'
import {surroundingsOf} from '../state/passages.ts'
import type {PassagePart, ShownPassage} from '../state/passages.ts'
import {el} from './element.ts'
import type {Child} from './element.ts'
import {words} from './words.ts'

/** How many characters of the passages before and after are shown. */
const reach = 180

/**
 * Show the passage that holds an item, as it reads in the edition, with what surrounds it.
 *
 * Shape: passages of its text, item, source, language → paragraphs, or a sentence when it stands in none.
 */
export function passageView(
  passages: readonly Passage[],
  item: ReviewItem,
  source: string,
  language: string,
): Child[] {
  const {before, held, leftOut, after} = surroundingsOf(passages, item, source)
  if (held.length === 0)
    return [el('p', {class: 'hint'}, 'It stands in no passage of the edition.')]
  const [first, ...rest] = held
  return [
    before && neighbour(before, source, language, 'before'),
    first && shownPassage(first, item, language),
    leftOut > 0 &&
      el(
        'p',
        {class: 'hint'},
        leftOut === 1 ? '… one passage more …' : `… ${leftOut} passages more …`,
      ),
    ...rest.map((one) => shownPassage(one, item, language)),
    after && neighbour(after, source, language, 'after'),
  ]
}

function neighbour(
  passage: Passage,
  source: string,
  language: string,
  side: 'before' | 'after',
): HTMLElement {
  const all = wordsOfPassage(passage, source)
  const near = side === 'before' ? endOf(all) : startOf(all)
  return el(
    'p',
    {class: `around ${classOf(passage)}`, lang: language},
    ...words(near, {isRead: true}),
  )
}

function endOf(all: string): string {
  if (all.length <= reach) return all
  return `… ${all.slice(-reach).replace(/^\S*\s/, '')}`
}

function startOf(all: string): string {
  if (all.length <= reach) return all
  return `${all.slice(0, reach).replace(/\s\S*$/, '')} …`
}

function shownPassage(
  {passage, parts}: ShownPassage,
  item: ReviewItem,
  language: string,
): HTMLElement {
  const where = [
    passage.note === null ? '' : `note ${passage.note}`,
    passage.paragraph === null ? '' : `¶ ${passage.paragraph}`,
  ]
  const label = where.filter(Boolean).join(' ')
  return el(
    'p',
    {class: `held ${classOf(passage)}`, lang: language},
    label !== '' && el('span', {class: 'locus', lang: 'en'}, label),
    ...parts.flatMap((part) => shownPart(part, item)),
  )
}

function classOf({type, isQuoted, note}: Passage): string {
  return [type, isQuoted ? 'quoted' : '', note === null ? '' : 'in-note'].filter(Boolean).join(' ')
}

function shownPart(part: PassagePart, item: ReviewItem): Child[] {
  if (part.isPoint) return [pointOf(item)]
  const {src, by, isMine} = part
  const isReading = by !== null && src !== null
  const place = src ? {start: src.start, ...(isReading ? {end: src.end} : {})} : {}
  const isVerbatim = !isReading || !isMine
  const shownWords = words(part.words, {...place, isRead: isVerbatim})
  if (!isMine) return by === null ? shownWords : [el('span', {class: 'other'}, ...shownWords)]
  if (by === item.id || (isReading && !isMarkType(item.act)))
    return [el('ins', {class: 'mine'}, ...shownWords)]
  const tag = item.act === 'emphasis' ? 'em' : 'span'
  return [el(tag, {class: `mine ${isMarkType(item.act) ? item.act : 'asked'}`}, ...shownWords)]
}

/** A sign where something was left out, or where two halves meet. */
function pointOf({act, says = ''}: ReviewItem): HTMLElement {
  if (act === 'join') {
    const {added} = meeting('', says)
    const name = added === '' ? 'joined here' : 'joined here with a blank'
    return el('span', {class: 'seam', role: 'img', 'aria-label': name})
  }
  if (act === 'page') {
    return el(
      'span',
      {class: 'sign', role: 'img', 'aria-label': `page ${says} begins`},
      says ? `p. ${says}` : 'page',
    )
  }
  return el('span', {class: 'gap', role: 'img', 'aria-label': 'left out here'})
}
