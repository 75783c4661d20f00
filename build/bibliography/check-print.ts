import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {ResolvedCitation} from './chain.ts'
import {hostOf} from './item.ts'
import type {Item, Items} from './item.ts'
import {pagesOf} from './locator.ts'
import {hasWords, isCalled, isNamed} from './naming.ts'
import {unsaidOf} from './particulars.ts'

/**
 * Hold each item against the words that cite it.
 *
 * Shape: citations of a text, items → findings: `citation-print` (warning) when a full citation does not have
 * what its item says; `citation-short` (warning) when a short one has neither name, title nor abbreviation of
 * its item, or cites a document for the first time and does not call what that is published in;
 * `citation-locator` when the locator is not among its words; `citation-pages` (warning) when pages run back to
 * front, or lie outside those of the article.
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
      for (const what of unsaidOf(item, host, words)) {
        const reason = `Expected ${what} of item \`${item.id}\` in the words that cite it; correct the item, or give under \`printed\` what the note has, under \`unprinted\` what it lacks.`
        say('citation-print', reason, 'warning')
      }
    }
    const fault = citation.form === 'short' ? shortFault(item, host, words, known) : null
    if (fault !== null) say('citation-short', fault, 'warning')
    known.add(item.id)
    if (citation.locator !== undefined && !hasWords(words, citation.locator)) {
      const reason = `Expected the locator “${citation.locator}” in the words that cite; correct it.`
      say('citation-locator', reason)
    }
    const pages = pagesFault(one, item)
    if (pages !== null) say('citation-pages', pages, 'warning')
  }
  return findings
}

function shortFault(
  item: Item,
  host: Item | undefined,
  words: string,
  known: ReadonlySet<string>,
): string | null {
  if (!isNamed(item, words) && !(host && isNamed(host, words))) {
    return `Expected a name, title or abbreviation of item \`${item.id}\` in the words that cite it; correct the item, or add its abbreviation.`
  }
  if (!host || known.has(item.id) || isCalled(host, words)) return null
  return `Expected the title or an abbreviation of item \`${host.id}\`, in which \`${item.id}\` is published, in the words that cite it; add the abbreviation.`
}

function pagesFault({citation, locator}: ResolvedCitation, item: Item): string | null {
  const pages = locator === undefined ? null : pagesOf(locator)
  if (!pages) return null
  const [first, last] = pages
  if (last < first) {
    return `Unexpected locator “${locator}”, which runs back to front; look at it again.`
  }
  const whole = item.page === undefined ? null : pagesOf(item.page)
  if (!whole || citation.locator === undefined) return null
  if (whole[0] <= first && last <= whole[1]) return null
  return `Unexpected locator “${locator}” outside the pages ${item.page} of item \`${item.id}\`; correct one of them.`
}
