import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {CheckedBibliography} from '../bibliography/check-bibliography.ts'
import type {ResolvedCitation} from '../bibliography/chain.ts'
import {shortTitle} from '../bibliography/short-title.ts'
import type {Run} from '../bibliography/entry.ts'
import {hostOf} from '../bibliography/item.ts'
import type {Item, Items} from '../bibliography/item.ts'
import {expandRanges} from '../bibliography/locator.ts'
import {isAbbreviated, isNamed} from '../bibliography/naming.ts'
import {entryId} from './ids.ts'
import type {Labels} from './labels.ts'
import type {ForeignTitle} from './title-languages.ts'

/** Name of the document with the bibliography. */
export const bibliographyName = 'bibliography'

/** What stands after words that cite, by the id of the citation. */
export type Glosses = ReadonlyMap<string, Gloss>

/** What stands after words that cite. */
export interface Gloss {
  readonly gloss: Element
  /** The address of the entry it leads to. */
  readonly href: string
  /** The titles of its work, and of what that is published in, that are in another language. */
  readonly titles: readonly ForeignTitle[]
}

/**
 * Say what *Ibid.*, *op. cit.* and abbreviations stand for, and lead from each citation to its entry.
 *
 * Shape: what the notes cite, labels, whether the book is an extract → for each citation that does not name
 * its work in full a blank and a link to its entry in brackets, for each other one an arrow, all generated. One
 * whose antecedent is the citation before it has the class `near`: on paper, where the eye has that citation, it
 * is left out; not so in an extract. Short titles that name their work are `near` everywhere.
 */
export function glossesOf(
  {items, citations}: CheckedBibliography,
  labels: Labels,
  isExtract: boolean,
): Glosses {
  const glosses = new Map<string, Gloss>()
  for (const one of [...citations.values()].flat()) {
    const item = items.get(one.citation.item)
    if (!item) continue
    const href = `${bibliographyName}.xhtml#${entryId(item.id)}`
    const titles = foreignTitles([item, hostOf(item, items)])
    const runs = glossOf(one, item, items)
    if (!runs) {
      const short = shortTitle(item, hostOf(item, items)).map(({text}) => text)
      const ariaLabel = `${labels.bibliography}: ${short.join('')}`
      const link = h('a.biblioref', {href, ariaLabel}, '→')
      const gloss = h('span.to-entry.generated', ['\u00A0', link])
      glosses.set(one.citation.id, {gloss, href, titles})
      continue
    }
    const isNear = (one.isNext && !isExtract) || isPlain(one, item, items)
    const name = isNear ? 'span.gloss.near.generated' : 'span.gloss.generated'
    const words = [{text: '['}, ...runs, {text: ']'}]
    const gloss = h(name, [' ', h('a.biblioref', {href}, words.map(wordsOf))])
    glosses.set(one.citation.id, {gloss, href, titles})
  }
  return glosses
}

/** The titles of items as notes print them, with their languages. */
function foreignTitles(items: readonly (Item | undefined)[]): ForeignTitle[] {
  return items.flatMap((item) => {
    const {language, title, custom} = item ?? {}
    const words = custom?.printed?.title ?? title
    return language === undefined || words === undefined ? [] : [{words, language}]
  })
}

/** A run of an entry, as HTML. */
export function wordsOf({text, italic, language}: Run): ElementContent {
  if (italic) return h('i', language === undefined ? {} : {lang: language}, text)
  return language === undefined ? {type: 'text', value: text} : h('span', {lang: language}, text)
}

/** What a citation that does not name its work in full stands for; `null` for one that does. */
function glossOf(
  {citation, words, locator}: ResolvedCitation,
  item: Item,
  items: Items,
): Run[] | null {
  const host = hostOf(item, items)
  switch (citation.form) {
    case 'ibid': {
      const inherited = citation.locator === undefined && locator !== undefined
      return [...shortTitle(item, host), ...(inherited ? [{text: `, ${signed(locator)}`}] : [])]
    }
    case 'opcit':
      // What the note has just called by its title is in the work that it sends back to.
      return host && isNamed(item, words) ? shortTitle(host) : shortTitle(item, host)
    case 'short': {
      const short = [item, host].find((one) => one && isAbbreviated(one, words))
      return short ? shortTitle(short, hostOf(short, items)) : shortTitle(item, host, true)
    }
    default:
      return null
  }
}

/** Whether a citation names its work well enough for paper: by name and title, and no abbreviation. */
function isPlain({citation, words}: ResolvedCitation, item: Item, items: Items): boolean {
  const called = [item, hostOf(item, items)]
  return citation.form === 'short' && !called.some((one) => one && isAbbreviated(one, words))
}

/** A locator with the sign that its printed form may lack. */
function signed(raw: string): string {
  return /^\d/.test(raw) ? `p. ${expandRanges(raw)}` : raw
}
