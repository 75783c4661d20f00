import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {ResolvedCitation} from './chain.ts'
import type {Items} from './entry.ts'
import {yearOf} from './item.ts'
import type {Item} from './item.ts'
import {boundsOf} from './locator.ts'

/**
 * Hold each item against the words that cite it.
 *
 * Shape: citations of a text, items → findings: `citation-print` (warning) when a full citation does not have
 * the author, title, volume or year of its item; `citation-short` (warning) when a short one has neither
 * name, title nor abbreviation; `citation-locator` when the locator is not among its words; `citation-pages`
 * (warning) when pages run back to front, or lie outside those of the article.
 */
export function checkPrint(citations: readonly ResolvedCitation[], items: Items): Finding[] {
  const findings: Finding[] = []
  for (const one of citations) {
    const {citation, words} = one
    const item = items.get(citation.item)
    if (!item) continue
    const say = (ruleId: string, reason: string, severity?: 'warning'): void => {
      findings.push(finding({...citation.origin, ruleId, reason, ...(severity ? {severity} : {})}))
    }
    const host = items.get(item.custom.host ?? '')
    if (citation.form === 'full') {
      for (const [field, value] of particulars(item)) {
        // Particulars that another citation of the note gives for both.
        if (item.custom.printed?.[field] === '[none]') continue
        const printed = field === 'title' ? value : (item.custom.printed?.[field] ?? value)
        if (has(words, printed) || (field === 'year' && host && has(words, String(yearOf(host)))))
          continue
        const reason = `Expected ${field} “${printed}” of item \`${item.id}\` in the words that cite it; correct the item, or give the field under \`printed\`.`
        say('citation-print', reason, 'warning')
      }
    }
    if (citation.form === 'short' && !isNamed(item, words) && !(host && isNamed(host, words))) {
      const reason = `Expected a name, title or abbreviation of item \`${item.id}\` in the words that cite it; correct the item, or add its abbreviation.`
      say('citation-short', reason, 'warning')
    }
    if (citation.locator !== undefined && !has(words, citation.locator)) {
      const reason = `Expected the locator “${citation.locator}” in the words that cite; correct it.`
      say('citation-locator', reason)
    }
    const fault = pagesFault(one, item)
    if (fault !== null) say('citation-pages', fault, 'warning')
  }
  return findings
}

/** What a full citation should have of its item: fields and their values, titles up to a point or colon. */
function particulars(item: Item): [field: string, value: string][] {
  const [first] = item.author ?? item.editor ?? []
  const year = yearOf(item)
  const title = (item.custom.printed?.['title'] ?? item.title)?.split(/[:.…]/)[0]?.trim()
  const found: [string, string | undefined][] = [
    ['author', first && ('literal' in first ? first.literal : first.family)],
    ['title', title],
    ['volume', item.volume],
    ['year', year === undefined ? undefined : String(year)],
  ]
  return found.filter((one): one is [string, string] => one[1] !== undefined)
}

function isNamed(item: Item, words: string): boolean {
  const {abbreviation} = item.custom
  const names = (item.author ?? item.editor ?? []).map((name) =>
    'literal' in name ? name.literal : name.family,
  )
  const title = item.custom.printed?.['title'] ?? item.title
  const known = [...names, abbreviation, title?.split(':')[0], item['container-title']]
  const first = abbreviation?.split(/[\s'’]/)[0]
  return [...known, first].some((one) => one !== undefined && has(words, one))
}

/** Whether some words stand in others; quotation marks, dashes and case aside. */
function has(words: string, wanted: string): boolean {
  return plain(words).includes(plain(wanted))
}

function plain(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[“”„"‘’'ʼ]/g, '')
    .replaceAll(/[‐-―-]/g, '-')
    .replaceAll(/\s+/g, ' ')
}

function pagesFault({citation, locator}: ResolvedCitation, item: Item): string | null {
  if (locator === undefined) return null
  const bounds = boundsOf(locator)
  if (!bounds) return null
  const [first, last] = bounds
  if (last < first)
    return `Unexpected locator “${locator}”, which runs back to front; look at it again.`
  const whole = item.page === undefined ? undefined : boundsOf(item.page)
  if (!whole || citation.locator === undefined || (whole[0] <= first && last <= whole[1]))
    return null
  return `Unexpected locator “${locator}” outside the pages ${item.page} of item \`${item.id}\`; correct one of them.`
}
