import type {ReviewItem} from '../../build/review/item.ts'
import type {PageData} from '../../build/review/page-data.ts'
import {seededRandom} from '../../build/review/random.ts'
import {describeBound, drawSample} from '../../build/review/sample.ts'
import {formatPlace} from '../../build/text/place.ts'
import {UsageError} from '../exit.ts'
import type {SampleOptions} from './review-options.ts'

/** A hit that was drawn, with its text. */
export interface Drawn {
  readonly text: string
  readonly item: ReviewItem
}

/**
 * Draw hits of the rules at random, and say what it supports when all of them are right.
 *
 * Shape: what the review page is given, what is drawn → hits in the order of the texts, and a sentence.
 * Throws: `UsageError` when there is no such hit.
 */
export function draw(
  {texts}: Pick<PageData, 'texts'>,
  {size, seed, of}: SampleOptions,
): {drawn: Drawn[]; says: string} {
  const hits = texts.flatMap(({id, items}) =>
    items.filter(({isHit, sort}) => isHit && sort !== 'proposal').map((item) => ({text: id, item})),
  )
  const all = hits.filter(({item}) => of === undefined || item.by === of || item.kind === of)
  if (all.length === 0) {
    const rules = [...new Set(hits.map(({item}) => item.by))].sort().join(', ') || 'none'
    const what = of === undefined ? 'no hits of rules' : `no hits of \`${of}\``
    throw new UsageError(`There are ${what} to draw from; rules with hits: ${rules}.`)
  }
  const drawn = drawSample(all, size, seededRandom(seed))
  return {drawn, says: describeBound(all.length, drawn.length, seed)}
}

/** Write a drawn hit as a line: place, name, lemma and reading. */
export function describeDrawn({text, item}: Drawn): string {
  const {at, id, lemma, reading, says, why} = item
  const change = says === undefined ? `${quote(lemma)} → ${quote(reading ?? '')}` : says
  return `${text}:${formatPlace(at)}\t${id}\t${change}\t${why}`
}

function quote(words: string): string {
  return words === '' ? '(nothing)' : JSON.stringify(words)
}
