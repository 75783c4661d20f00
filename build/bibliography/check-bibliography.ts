import {finding} from '../finding.ts'
import type {Finding, Related} from '../finding.ts'
import type {Bibliography, PlacedItem} from './bibliography.ts'
import {resolveChains} from './chain.ts'
import type {ResolvedCitation} from './chain.ts'
import {completeItems} from './complete-items.ts'
import {checkArchives} from './check-archives.ts'
import {checkForms} from './check-forms.ts'
import {checkItems} from './check-items.ts'
import {checkPrint} from './check-print.ts'
import {collectionOf} from './item.ts'
import type {Items} from './item.ts'
import type {PlacedCitation} from './placed-citations.ts'

/** What the notes of an edition cite, followed to its end. */
export interface CheckedBibliography {
  readonly items: Items
  /** Citations of each text by its id, in the order of its notes. */
  readonly citations: ReadonlyMap<string, readonly ResolvedCitation[]>
  readonly findings: readonly Finding[]
}

/**
 * Hold bibliography and citations against each other.
 *
 * Shape: bibliography, citations of each text by its id, whether all texts of the edition are there (only
 * then an item is uncited), notes of each text that were seen → items, citations followed to what they stand
 * for, and findings: `citation-item`, `citation-antecedent`, `item-shortened`, `item-uncited`, and what
 * `checkItems`, `checkArchives`, `checkForms` and `checkPrint` say.
 */
export function checkBibliography(
  bibliography: Bibliography,
  placed: ReadonlyMap<string, readonly PlacedCitation[]>,
  isWhole: boolean,
  seen: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): CheckedBibliography {
  const whole = completeItems(bibliography.items, placed)
  const {items, findings} = checkItems(whole.items)
  const say = (
    {origin}: Pick<PlacedItem, 'origin'>,
    ruleId: string,
    reason: string,
    related?: Related,
  ): void => {
    findings.push(finding({...origin, ruleId, reason, related}))
  }
  const citations = new Map<string, readonly ResolvedCitation[]>()
  const used = new Set<string>()
  const lost = new Set<string>()
  for (const [text, list] of placed) {
    for (const {citation} of list) {
      used.add(citation.item)
      if (items.has(citation.item) || lost.has(citation.item) || !bibliography.isRead) continue
      // Once for an item, however often it is cited.
      lost.add(citation.item)
      const reason = `Unexpected item \`${citation.item}\`, which bibliography.json does not have; add it or correct the id.`
      say(citation, 'citation-item', reason)
    }
    // Without items nothing is known of what is published in what.
    const {resolved, broken} = resolveChains(list, (id) => {
      return bibliography.isRead ? collectionOf(id, items) : ''
    })
    for (const {citation, other, reason} of broken) {
      say(citation, 'citation-antecedent', reason, other?.origin)
    }
    findings.push(...checkPrint(resolved, items), ...checkForms(resolved, items, seen.get(text)))
    citations.set(text, resolved)
  }
  findings.push(...checkArchives(whole.items, [...citations.values()].flat()))
  for (const [one, field] of isWhole ? whole.short : []) {
    const reason = `Expected a ${field} of two ends with “…” between, both in words that cite item \`${one.item.id}\`; correct it.`
    say(one, 'item-shortened', reason)
  }
  for (const id of used) {
    const host = items.get(id)?.custom.host
    if (host !== undefined) used.add(host)
  }
  for (const one of isWhole ? bibliography.items : []) {
    if (used.has(one.item.id)) continue
    const reason = `Unexpected item \`${one.item.id}\`, which no note cites; cite it or take it out.`
    say(one, 'item-uncited', reason)
  }
  return {items, citations, findings}
}
