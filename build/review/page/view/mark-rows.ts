import type {Span} from '../../../text/correction.ts'
import type {ReviewItem} from '../../item.ts'
import {elide, windowAround} from '../state/around.ts'
import {meeting} from '../state/marks.ts'
import {el} from './element.ts'
import type {Child} from './element.ts'
import {ellipsis, sameColumn} from './rows.ts'
import type {Columns} from './rows.ts'
import {nothing, words} from './words.ts'

type Column = Columns['columns'][number]

/**
 * The columns of a mark: both its ends in the source, and what the edition makes of them.
 *
 * Shape: source, mark, language of the text → a join shows its halves meeting, what is dropped is struck,
 * a page is a sign where it begins, everything else stands in a frame of its own kind.
 */
export function columnsOfMark(source: string, item: ReviewItem, language: string): Columns {
  const window = windowAround(source, item, item.act === 'join' ? 28 : 22)
  const lead = {start: window.start, end: item.start}
  const trail = {start: item.end, end: window.end}
  const middle =
    item.act === 'join'
      ? joinColumns(source, item, lead)
      : [sameColumn(source, lead), held(source, item)]
  return {
    language,
    columns: [
      ...ellipsis(window.isCutBefore),
      ...middle,
      sameColumn(source, trail),
      ...ellipsis(window.isCutAfter),
    ],
  }
}

/** What a mark is about, its middle left out when it is long. */
function held(source: string, item: ReviewItem): Column {
  const {act, says = '', start} = item
  const both = (): Child[] => elidedWords(source, item)
  if (act === 'page') {
    const sign = says ? `p. ${says}` : 'page'
    const box = el('span', {class: 'sign', role: 'img', 'aria-label': `page ${says} begins`}, sign)
    return {source: both(), edition: [box, ...both()], role: 'mine point'}
  }
  if (act === 'drop') {
    return {source: [el('del', {}, ...both())], edition: [nothing()], role: 'mine'}
  }
  const made =
    act === 'emphasis'
      ? [el('em', {}, ...both())]
      : act === 'heading'
        ? [el('strong', {}, ...both())]
        : act === 'language'
          ? [el('span', {lang: says || undefined}, ...both())]
          : both()
  const cut = el('span', {class: 'sign', role: 'img', 'aria-label': 'the source is cut here'}, '✂')
  const edition = act === 'cut' ? (says === 'before' ? [cut, ...made] : [...made, cut]) : made
  return {source: start === item.end ? [nothing()] : both(), edition, role: `mine ${act}`}
}

/** The halves of a join with what stands between them, and as they meet. */
function joinColumns(source: string, item: ReviewItem, lead: Span): Column[] {
  const {dropped, added} = meeting(source.slice(lead.start, lead.end), item.says ?? '')
  const half = {start: lead.start, end: lead.end - dropped}
  const hyphen = source.slice(half.end, lead.end)
  const gone = [...words(hyphen, {start: half.end}), ...elidedWords(source, item, 14)]
  const meets = added === '' ? [] : [el('ins', {}, ...words(added, {where: 'change'}))]
  const seam = el('span', {class: 'seam', role: 'img', 'aria-label': 'joined here'})
  return [
    sameColumn(source, half),
    {source: [el('del', {}, ...gone)], edition: meets.length > 0 ? meets : [seam], role: 'mine'},
  ]
}

function elidedWords(source: string, span: Span, each = 22): Child[] {
  const {head, tail} = elide(source, span, each)
  const of = (part: Span): Child[] =>
    words(source.slice(part.start, part.end), {start: part.start, where: 'change'})
  if (!tail) return of(head)
  const left = tail.start - head.end
  const gap = el(
    'span',
    {class: 'sign', role: 'img', 'aria-label': `${left} characters left out`},
    '…',
  )
  return [...of(head), gap, ...of(tail)]
}
