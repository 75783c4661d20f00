import type {Entry} from '../state/entry.ts'
import {isMarkType, sayMark} from '../state/marks.ts'
import {sentence} from '../state/say-item.ts'
import {sourceIn, standingIn} from '../state/review.ts'
import type {Review} from '../state/review.ts'
import {rowsOf} from '../state/segments.ts'
import type {Rows} from '../state/segments.ts'
import {el} from './element.ts'
import type {Child} from './element.ts'
import {columnsOfMark} from './mark-rows.ts'
import {passageView} from './passage.ts'
import {columnsOfChange, twoRows} from './rows.ts'
import {addedWords, removedWords, words} from './words.ts'

/** What the two rows and the passage of a card are made of. */
export interface CardBody {
  readonly entry: Entry
  /** `null` where the page has no source. */
  readonly source: string | null
  /** What the edition makes of the words, or would make of them. */
  readonly reading: string
  /** The source and the edition around a change of the text. */
  readonly rows: Rows | null
}

/** Put together what a card shows of an entry. */
export function cardBodyOf(review: Review, entry: Entry): CardBody {
  const {item} = entry
  const source = sourceIn(review, entry)
  const index = review.chosen.get(entry.key) ?? 0
  const reading = item.candidates?.[index]?.reading ?? item.reading ?? item.lemma
  if (source === null || isMarkType(item.act)) return {entry, source, reading, rows: null}
  const changes = review.entries.filter(
    (one) =>
      one.text.id === entry.text.id &&
      one.item.sort === 'record' &&
      one.item.act === 'correct' &&
      standingIn(review, one) !== 'rejected',
  )
  return {entry, source, reading, rows: rowsOf(source, entry, reading, changes)}
}

/** The two rows of a card. */
export function rowsView({entry, source, reading, rows}: CardBody): HTMLElement {
  const {item, text} = entry
  if (rows) {
    return twoRows(
      columnsOfChange(rows, text.language, item.act === 'keep' || item.act === 'query'),
    )
  }
  if (isMarkType(item.act)) {
    const says = el('p', {class: 'says'}, sentence(sayMark(item)))
    if (source === null) return el('div', {}, says)
    const glued = item.sort === 'proposal' ? {...item, says: reading} : item
    return el('div', {}, twoRows(columnsOfMark(source, glued, text.language)), says)
  }
  const {lemma} = item
  const isAsked = item.act === 'keep' || item.act === 'query'
  const column = {
    source: isAsked ? words(lemma, {where: 'change'}) : removedWords(lemma, reading, 0),
    edition: isAsked ? words(lemma, {where: 'change'}) : addedWords(lemma, reading),
    role: 'mine',
  }
  return twoRows({language: text.language, columns: [column]})
}

/** The passage that holds the item, as it reads. */
export function passageSection({entry, source}: CardBody): Child[] {
  const {text, item} = entry
  const shown =
    source === null
      ? [
          el(
            'p',
            {class: 'hint'},
            'This page does not hold the source. Bring your copy of it (above) to read the passage.',
          ),
        ]
      : passageView(text.passages, item, source, text.language)
  return [el('h3', {}, 'As it reads'), el('div', {class: 'passage'}, ...shown)]
}
