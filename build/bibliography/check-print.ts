import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {levelPatterns} from './archives.ts'
import type {ResolvedCitation} from './chain.ts'
import {hostOf, yearOf} from './item.ts'
import type {Item, Items, Particular} from './item.ts'
import {boundsOf} from './locator.ts'
import {hasWords, isCalled, isNamed} from './naming.ts'

/**
 * Hold each item against the words that cite it.
 *
 * Shape: citations of a text, items → findings: `citation-print` (warning) when a full citation does not have
 * the author, title, volume, place, year or signature of its item; `citation-short` (warning) when a short one has neither
 * name, title nor abbreviation; `citation-locator` when the locator is not among its words; `citation-pages`
 * (warning) when pages run back to front, or lie outside those of the article.
 */
export function checkPrint(citations: readonly ResolvedCitation[], items: Items): Finding[] {
  const findings: Finding[] = []
  const known = new Set<string>()
  for (const one of citations) {
    const {citation, words} = one
    const item = items.get(citation.item)
    if (!item) continue
    const say = (ruleId: string, reason: string, severity?: 'warning'): void => {
      findings.push(finding({...citation.origin, ruleId, reason, ...(severity ? {severity} : {})}))
    }
    const host = hostOf(item, items)
    if (citation.form === 'full') {
      const level = missingLevel(item, words)
      if (level !== null && !item.custom.unprinted?.includes('signature')) {
        const reason = `Expected ${level} of item \`${item.id}\` in the words that cite it; correct the item, or name \`signature\` under \`unprinted\`.`
        say('citation-print', reason, 'warning')
      }
      for (const [field, value] of particulars(item)) {
        // A document of no year of its own is cited with that of its collection.
        const isHosts = field === 'year' && host && hasWords(words, String(yearOf(host)))
        if (hasWords(words, value) || isHosts) continue
        const reason = `Expected ${field} “${value}” of item \`${item.id}\` in the words that cite it; correct the item, or give the field under \`printed\`.`
        say('citation-print', reason, 'warning')
      }
    }
    const isHostNamed = host === undefined || isCalled(host, words) || known.has(item.id)
    known.add(item.id)
    if (citation.form === 'short' && !isNamed(item, words) && !(host && isNamed(host, words))) {
      const reason = `Expected a name, title or abbreviation of item \`${item.id}\` in the words that cite it; correct the item, or add its abbreviation.`
      say('citation-short', reason, 'warning')
    }
    if (citation.form === 'short' && host && !isHostNamed) {
      const reason = `Expected the title or an abbreviation of item \`${host.id}\`, in which \`${item.id}\` is published, in the words that cite it; add the abbreviation.`
      say('citation-short', reason, 'warning')
    }
    if (citation.locator !== undefined && !hasWords(words, citation.locator)) {
      const reason = `Expected the locator “${citation.locator}” in the words that cite; correct it.`
      say('citation-locator', reason)
    }
    const fault = pagesFault(one, item)
    if (fault !== null) say('citation-pages', fault, 'warning')
  }
  return findings
}

/**
 * What a full citation should have of its item, as the note prints it; of a title what stands before a point
 * or colon.
 */
function particulars(item: Item): [field: Particular, value: string][] {
  const {printed = {}, unprinted = []} = item.custom
  const [first] = item.author ?? item.editor ?? []
  const year = yearOf(item)
  const found: [Particular, string | undefined][] = [
    ['author', first && ('literal' in first ? first.literal : first.family)],
    ['title', (printed['title'] ?? item.title)?.split(/[:.…]/)[0]?.trim()],
    ['volume', item.volume],
    ['place', item['publisher-place']],
    ['year', year === undefined ? undefined : String(year)],
  ]
  return found.flatMap(([field, value]): [Particular, string][] => {
    if (value === undefined || unprinted.includes(field)) return []
    return [[field, field === 'title' ? value : (printed[field] ?? value)]]
  })
}

/** A level of the signature of an item that the words that cite it do not have. */
function missingLevel({custom}: Item, words: string): string | null {
  for (const [level, pattern] of levelPatterns) {
    const value = custom.archive?.[level]
    const found = [...words.matchAll(new RegExp(pattern.source, 'gu'))].map(([, said]) => said)
    if (value !== undefined && !found.includes(value)) return `${level} ${value}`
  }
  return null
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
