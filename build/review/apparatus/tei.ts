import type {Element} from 'xast'
import {x} from 'xastscript'
import {writeLocator} from '../../structure/locators.ts'
import {formatPlace} from '../../text/place.ts'
import type {ReviewItem} from '../item.ts'
import {teiAttributes} from '../reporters/tei-attributes.ts'
import {teiBlock} from '../reporters/tei-block.ts'
import {teiDocument} from '../reporters/tei-document.ts'
import {teiClasses} from '../reporters/tei-encoding.ts'
import {teiHeader} from '../reporters/tei-header.ts'
import {teiIds} from '../reporters/tei-ids.ts'
import {teiWords} from '../reporters/tei-words.ts'
import type {ReviewText} from '../review-text.ts'
import {reviewersOf, selectFor} from './select.ts'
import type {ListName} from './select.ts'

/**
 * Write a list of records as TEI P5, beside a text that is not in it.
 *
 * Shape: text and list → a document whose `standOff` has an `app` a record: its place in the source in `loc`,
 * its certainty and who made it, what the edition has (`lem`), what the source has (`rdg`), and notes on place,
 * evidence, reason and verdicts. Of the source it holds lemmas alone.
 * Source: TEI P5, chapter on critical apparatus, the location-referenced method.
 */
export function teiList(review: ReviewText, list: ListName): string {
  const {source} = review
  const encoding = teiBlock('encodingDesc', {}, [
    teiBlock('editorialDecl', {}, [x('p', declarations[list])]),
    teiClasses(),
    x('variantEncoding', {method: 'location-referenced', location: 'external'}),
  ])
  const header = teiHeader(review, encoding)
  const witness = teiBlock('listWit', {}, [
    x('witness', {'xml:id': 'source'}, `The source with the SHA-256 ${source.sha256}.`),
  ])
  addToSource(header, witness)
  const apps = selectFor(list, review.items).map(appOf)
  // An empty list is no list.
  const lists = apps.length > 0 ? [teiBlock('listApp', {type: list}, apps)] : []
  const stand = lists.length > 0 ? lists : [x('note', 'There is nothing to list.')]
  return teiDocument([header, teiBlock('standOff', {}, stand)])
}

const declarations: Readonly<Record<ListName, string>> = {
  apparatus:
    'Each entry is a record in force that repairs words or points of the source, or is not certain. The place (loc) is line and column of the source, both from 1, columns in UTF-16 units.',
  errata:
    'Each entry is a question to author or publisher, a slip of the author, or a change of what they may have meant. The place (loc) is line and column of the source, both from 1, columns in UTF-16 units. What is not changed has no lem.',
}

function appOf(item: ReviewItem): Element {
  const {at, lemma, reading, evidence, why, kind} = item
  const notes: [type: string, words: string][] = [
    ['place', writeLocator(item.locator)],
    ['evidence', evidence ?? ''],
    ['reason', why],
    ['verdicts', reviewersOf(item)],
  ]
  const attributes = {
    'xml:id': teiIds.item(item),
    loc: formatPlace(at),
    type: kind.replace('/', '.'),
    ...teiAttributes(item),
  }
  return teiBlock('app', attributes, [
    ...(item.act === 'correct' ? [x('lem', teiWords(reading ?? ''))] : []),
    x('rdg', {wit: '#source'}, teiWords(lemma)),
    ...notes.flatMap(([type, words]) => (words === '' ? [] : [x('note', {type}, teiWords(words))])),
  ])
}

function addToSource(header: Element, element: Element): void {
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      if (child.name === 'sourceDesc') {
        child.children.push(element, {type: 'text', value: '\n'})
        return
      }
      walk(child)
    }
  }
  walk(header)
}
