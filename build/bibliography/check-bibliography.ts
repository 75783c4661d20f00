import {finding} from '../finding.ts'
import type {Finding, Related} from '../finding.ts'
import type {Bibliography, PlacedItem} from './bibliography.ts'
import {resolveChains} from './chain.ts'
import type {ResolvedCitation} from './chain.ts'
import {checkPrint} from './check-print.ts'
import {formatEntry} from './entry.ts'
import type {Items} from './entry.ts'
import {archiveLevels} from './item.ts'
import type {Item} from './item.ts'
import type {PlacedCitation} from './remark-citations.ts'

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
 * then an item is uncited) → items, citations followed to what they stand for, and findings:
 * `item-duplicate`, `item-alike`, `item-host`, `item-signature`, `item-uncited`, `citation-item`,
 * `citation-antecedent`, and what `checkPrint` says.
 */
export function checkBibliography(
  bibliography: Bibliography,
  placed: ReadonlyMap<string, readonly PlacedCitation[]>,
  isWhole: boolean,
): CheckedBibliography {
  const findings: Finding[] = []
  const say = (
    {origin}: Pick<PlacedItem, 'origin'>,
    ruleId: string,
    reason: string,
    other?: Related,
  ) => findings.push(finding({...origin, ruleId, reason, related: other}))
  const places = new Map<string, PlacedItem>()
  for (const one of bibliography.items) {
    const first = places.get(one.item.id)
    if (first)
      say(
        one,
        'item-duplicate',
        `Unexpected second item \`${one.item.id}\`; give it another id.`,
        first.origin,
      )
    else places.set(one.item.id, one)
  }
  const items = new Map([...places].map(([id, {item}]) => [id, item]))
  const looks = new Map<string, PlacedItem>()
  for (const one of places.values()) {
    const {item} = one
    const host = item.custom.host
    if (host !== undefined && (!items.has(host) || items.get(host)?.custom.host !== undefined)) {
      const reason = items.has(host)
        ? `Unexpected host \`${host}\`, which is itself published in another item; name that one.`
        : `Unexpected host \`${host}\`, which no item is; add the item or correct the id.`
      say(one, 'item-host', reason)
    }
    const gap = gapIn(item)
    if (gap !== null) say(one, 'item-signature', gap)
    const look = formatEntry(item, items)
      .map(({text}) => text)
      .join('')
    const twin = looks.get(look)
    if (twin) {
      const reason = `Unexpected entry like that of \`${twin.item.id}\`; make them one item, or say how they differ.`
      say(one, 'item-alike', reason, twin.origin)
    } else looks.set(look, one)
  }
  const citations = new Map<string, readonly ResolvedCitation[]>()
  const used = new Set<string>()
  for (const [text, list] of placed) {
    for (const {citation} of list) {
      used.add(citation.item)
      if (items.has(citation.item) || !bibliography.isRead) continue
      const reason = `Unexpected item \`${citation.item}\`, which bibliography.json does not have; add it or correct the id.`
      say(citation, 'citation-item', reason)
    }
    const {resolved, broken} = resolveChains(list)
    for (const {citation, other, reason} of broken) {
      say(citation, 'citation-antecedent', reason, other?.origin)
    }
    findings.push(...checkPrint(resolved, items))
    citations.set(text, resolved)
  }
  for (const {item} of places.values()) {
    if (used.has(item.id) && item.custom.host !== undefined) used.add(item.custom.host)
  }
  for (const one of places.values()) {
    if (!isWhole || used.has(one.item.id)) continue
    const reason = `Unexpected item \`${one.item.id}\`, which no note cites; cite it or take it out.`
    say(one, 'item-uncited', reason)
  }
  return {items, citations, findings}
}

/** A level of a signature that stands without the one above it. */
function gapIn({custom: {archive}}: Item): string | null {
  if (!archive) return null
  const above: Readonly<Record<string, readonly (typeof archiveLevels)[number][]>> = {
    opis: ['fond'],
    dans: ['fond'],
    papka: ['opis'],
    delo: ['opis'],
    khn: ['dans'],
    leaves: ['delo', 'khn'],
  }
  for (const level of archiveLevels) {
    const needed = above[level]
    if (archive[level] === undefined || !needed) continue
    if (needed.some((one) => archive[one] !== undefined)) continue
    return `Unexpected \`${level}\` without \`${needed.join('` or `')}\`; complete the signature.`
  }
  return null
}
