import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {CheckedBibliography} from '../bibliography/check-bibliography.ts'
import type {ResolvedCitation} from '../bibliography/chain.ts'
import {shortTitle} from '../bibliography/entry.ts'
import type {Items, Run} from '../bibliography/entry.ts'
import type {Item} from '../bibliography/item.ts'
import {normalLocator} from '../bibliography/locator.ts'
import {entryId} from './ids.ts'

/** Name of the document with the bibliography. */
export const bibliographyName = 'bibliography'

/** What stands after words that cite in short, by the id of the citation. */
export type Glosses = ReadonlyMap<string, Element>

/**
 * Say what *Ibid.*, *op. cit.* and abbreviations stand for.
 *
 * Shape: what the notes cite, whether the book is an extract → for each citation that does not name its work
 * in full a blank and a link to its entry in brackets, generated. One whose antecedent is the citation before it has the
 * class `near`: on paper, where the eye has the citation before it, it is left out; not so in an extract.
 */
export function glossesOf({items, citations}: CheckedBibliography, isExtract: boolean): Glosses {
  const glosses = new Map<string, Element>()
  for (const one of [...citations.values()].flat()) {
    const runs = glossOf(one, items)
    if (!runs) continue
    const isNear = one.isNext && !isExtract
    const href = `${bibliographyName}.xhtml#${entryId(one.citation.item)}`
    const name = isNear ? 'span.gloss.near.generated' : 'span.gloss.generated'
    const words = [{text: '['}, ...runs, {text: ']'}]
    glosses.set(one.citation.id, h(name, [' ', h('a', {href}, words.map(wordsOf))]))
  }
  return glosses
}

/** A run of an entry, as HTML. */
export function wordsOf({text, italic}: Run): ElementContent {
  return italic ? h('i', text) : {type: 'text', value: text}
}

function glossOf({citation, words, locator}: ResolvedCitation, items: Items): Run[] | null {
  const item = items.get(citation.item)
  if (!item) return null
  if (citation.form === 'short') {
    const host = items.get(item.custom.host ?? '')
    const short = [item, host].find((one) => one && isAbbreviated(one, words))
    return short ? shortTitle(short, items) : null
  }
  if (citation.form !== 'ibid' && citation.form !== 'opcit') return null
  const inherited = citation.locator === undefined && locator !== undefined
  return [...shortTitle(item, items), ...(inherited ? [{text: `, ${signed(locator)}`}] : [])]
}

/** Whether words call an item by its abbreviation, and not by its title. */
function isAbbreviated({title, custom: {abbreviation}}: Item, words: string): boolean {
  if (abbreviation === undefined) return false
  const [first = abbreviation] = abbreviation.split(/['’\s]/)
  const hasTitle = title !== undefined && words.includes(title.split(':')[0] ?? title)
  return words.includes(first) && !hasTitle
}

/** A locator with the sign that its printed form may lack. */
function signed(raw: string): string {
  return /^\d/.test(raw) ? `p. ${normalLocator(raw).value}` : raw
}
