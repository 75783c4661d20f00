import {writeLocator} from '../../../structure/locators.ts'
import {formatPlace} from '../../../text/place.ts'
import type {Entry} from './entry.ts'
import {isMarkType, sayMark} from './marks.ts'
import {spoken} from './signs.ts'

/** The place of an item as people write it: `TEXT:LINE:COLUMN`. */
export function sayPlace({text, item}: Entry): string {
  return `${text.id}:${formatPlace(item.at)}`
}

/** Where an item stands in the edition: `p. [12] · ¶ 3 · note 4`; empty when it stands nowhere. */
export function sayLocator({item: {locator}}: Entry): string {
  return writeLocator(locator, ' · ')
}

/** What an item does, in one line for those who hear it. */
export function sayItem({item}: Entry): string {
  const {act, lemma, reading, candidates, sort} = item
  const quote = (words: string): string => (words === '' ? 'nothing' : `“${spoken(words)}”`)
  if (isMarkType(act)) return `${sort === 'proposal' ? 'proposed: ' : ''}${sayMark(item)}`
  if (act === 'keep') return `${quote(lemma)} is kept`
  if (act === 'query') return `${quote(lemma)} is in question`
  if (sort === 'proposal') {
    const all = candidates?.map((one) => quote(one.reading)).join(' or ') ?? ''
    return `${quote(lemma)}, proposed: ${all}`
  }
  return `${quote(lemma)} becomes ${quote(reading ?? lemma)}`
}

/** How sure the editors are, and of what. */
export function sayCertainty({item: {cert, evidence}}: Entry): string {
  const sure = {
    high: 'certain',
    medium: 'fairly certain',
    low: 'uncertain',
    unknown: 'certainty not said',
  }[cert]
  const rests = {
    internal: 'from the text itself',
    external: 'from another source',
    conjecture: 'a conjecture',
  }
  return evidence ? `${sure}, ${rests[evidence]}` : sure
}

/** Make a sentence of some words. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
