import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {PlacedItem} from './bibliography.ts'
import type {ResolvedCitation} from './chain.ts'
import {areDistinct} from './item.ts'
import {expandRanges} from './locator.ts'

/**
 * Hold archival documents against each other.
 *
 * Shape: items in the order of their file, citations of all texts → findings, all warnings:
 * `item-repository` when no item says what the abbreviation of a repository stands for, or two say it
 * differently; `item-leaves` when two items have the same leaves of one inventory, and neither is `distinct`
 * from the other.
 */
export function checkArchives(
  placed: readonly PlacedItem[],
  citations: readonly ResolvedCitation[],
): Finding[] {
  const findings: Finding[] = []
  const say = (ruleId: string, one: PlacedItem, other: PlacedItem | null, reason: string): void => {
    findings.push(
      finding({
        ...one.origin,
        ruleId,
        reason,
        severity: 'warning',
        ...(other ? {related: other.origin} : {}),
      }),
    )
  }
  const named = new Map<string, PlacedItem>()
  const unnamed = new Map<string, PlacedItem>()
  const leaves = new Map<string, PlacedItem>()
  for (const one of placed) {
    const {id, custom} = one.item
    if (!custom.archive) continue
    const {repository, repositoryName: name} = custom.archive
    const before = named.get(repository)
    if (name === undefined) {
      if (/^\p{Lu}{2,}$/u.test(repository) && !unnamed.has(repository)) unnamed.set(repository, one)
    } else if (!before) named.set(repository, one)
    else if (before.item.custom.archive?.repositoryName !== name) {
      const reason = `Unexpected name “${name}” of ${repository}, which item \`${before.item.id}\` names otherwise; correct one of them.`
      say('item-repository', one, before, reason)
    }
    for (const key of placesOf(one, citations)) {
      const twin = leaves.get(key)
      leaves.set(key, twin ?? one)
      if (!twin || twin === one || areDistinct(one.item, twin.item)) continue
      const reason = `Unexpected leaves of item \`${id}\`, which are those of item \`${twin.item.id}\`; correct one signature, or name one under \`distinct\` of the other.`
      say('item-leaves', one, twin, reason)
    }
  }
  for (const [repository, one] of unnamed) {
    if (named.has(repository)) continue
    const reason = `Expected a \`repositoryName\` of ${repository} in one of its items; add it.`
    say('item-repository', one, null, reason)
  }
  return findings
}

/** The leaves of an item as keys, each with the inventory it is in: of its signature, and as it is cited. */
function placesOf({item}: PlacedItem, citations: readonly ResolvedCitation[]): Set<string> {
  const {archive} = item.custom
  if (!archive?.fond) return new Set()
  const {repository, fond, opis, dans} = archive
  const cited = citations
    .filter(({citation}) => citation.item === item.id)
    .map(({citation}) => citation.locator)
  const numbers = [archive.leaves, ...cited].flatMap((value) => {
    const found = value === undefined ? null : /\d.*$/s.exec(expandRanges(value))
    return found ? [found[0].trim()] : []
  })
  return new Set(numbers.map((one) => [repository, fond, opis, dans, one].join('/')))
}
