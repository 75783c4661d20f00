import {finding} from '../finding.ts'
import type {Finding, Related} from '../finding.ts'
import type {PlacedItem} from './bibliography.ts'
import {formatEntry} from './entry.ts'
import {folded} from '../text/folded.ts'
import {dateWords} from './item-date.ts'
import {archiveLevels, areDistinct, hostOf} from './item.ts'
import type {Item, Items} from './item.ts'
import {familyOf, leadersOf} from './names.ts'

/**
 * Check items by themselves.
 *
 * Shape: items in the order of their file → by id, the first where several have one, and findings:
 * `item-duplicate`, `item-host`, `item-drafted`, `item-signature`,
 * `item-alike`, and `item-work` (warning) for works of one author and title.
 */
export function checkItems(placed: readonly PlacedItem[]): {items: Items; findings: Finding[]} {
  const findings: Finding[] = []
  const say = (
    {origin}: PlacedItem,
    ruleId: string,
    reason: string,
    related?: Related,
    severity?: 'warning',
  ): void => {
    findings.push(finding({...origin, ruleId, reason, related, ...(severity ? {severity} : {})}))
  }
  const firsts = new Map<string, PlacedItem>()
  for (const one of placed) {
    const {id} = one.item
    const first = firsts.get(id)
    const reason = `Unexpected second item \`${id}\`; give it another id.`
    if (first) say(one, 'item-duplicate', reason, first.origin)
    else firsts.set(id, one)
  }
  const items = new Map([...firsts].map(([id, {item}]) => [id, item]))
  const looks = new Map<string, PlacedItem>()
  const works = new Map<string, PlacedItem>()
  for (const one of firsts.values()) {
    const {item} = one
    const host = hostOf(item, items)
    const fault = hostFault(item, host)
    if (fault !== null) say(one, 'item-host', fault)
    if (item.custom.drafted) {
      const reason = `Unexpected item \`${item.id}\` of a program; compare it with its note, then take \`drafted\` out.`
      say(one, 'item-drafted', reason)
    }
    if (item.custom.section === 'archive' && !item.custom.archive) {
      const reason = `Expected the signature of item \`${item.id}\` in section \`archive\`; add \`archive\`, or name another section.`
      say(one, 'item-signature', reason)
    }
    const gap = gapIn(item)
    if (gap !== null) say(one, 'item-signature', gap)
    // Two collections may hold documents of one title and date.
    const entry = formatEntry(item).map(({text}) => text)
    const twin = firstOf(looks, `${host?.id} ${entry.join('')}`, one)
    const same = firstOf(works, workOf(item), one)
    if (twin) {
      const reason = `Unexpected entry like that of \`${twin.item.id}\`; make them one item, or say how they differ.`
      say(one, 'item-alike', reason, twin.origin)
    } else if (same && !areDistinct(item, same.item)) {
      const reason = `Unexpected second item with author and title of \`${same.item.id}\`; make them one, or name one under \`distinct\` of the other.`
      say(one, 'item-work', reason, same.origin, 'warning')
    }
  }
  return {items, findings}
}

/** The first item of a key, if it is another; without a key there is none. */
function firstOf(
  seen: Map<string, PlacedItem>,
  key: string | null,
  one: PlacedItem,
): PlacedItem | undefined {
  if (key === null) return undefined
  const first = seen.get(key)
  if (!first) seen.set(key, one)
  return first
}

/** What tells a work from others: its first name, title and volume, and what it stands in; `null` without title. */
function workOf(item: Item): string | null {
  const {title, volume, custom} = item
  if (title === undefined || custom.archive) return null
  const [leader] = leadersOf(item)
  // Documents of one title are told apart by their dates.
  const date = custom.host === undefined ? '' : dateWords(item.issued)
  const name = leader ? familyOf(leader) : ''
  const parts = [name, title.split(':')[0], volume, custom.host, item['container-title'], date]
  return parts.map((part) => folded(part ?? '')).join('/')
}

function hostFault({custom}: Item, host: Item | undefined): string | null {
  if (custom.host === undefined) return null
  if (!host)
    return `Unexpected host \`${custom.host}\`, which no item is; add the item or correct the id.`
  if (host.custom.host === undefined) return null
  return `Unexpected host \`${host.id}\`, which is itself published in another item; name that one.`
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
