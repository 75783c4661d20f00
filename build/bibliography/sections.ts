import {archiveLevels, hostOf, itemSections} from './item.ts'
import type {Item, Items, ItemSection} from './item.ts'

/** An item in the bibliography, with the documents that are published in it. */
export interface Entry {
  readonly item: Item
  readonly documents: readonly Item[]
}

/** A section of the bibliography. */
export interface Section {
  readonly section: ItemSection
  readonly entries: readonly Entry[]
}

/**
 * Put the items into the order of the bibliography.
 *
 * Shape: items → sections that hold something: archives by signature; published documents under what they
 * are published in, by date; all else by name and title, without diacritics, apostrophes and articles.
 */
export function sectionsOf(items: Items): Section[] {
  const all = [...items.values()]
  return itemSections.flatMap((section): Section[] => {
    const mine = all.filter(({custom}) => custom.section === section)
    const tops = mine.filter((item) => !hostOf(item, items))
    const entries = tops.toSorted(order).map((item) => ({
      item,
      documents: all.filter(({custom}) => custom.host === item.id).toSorted(byDate),
    }))
    return entries.length > 0 ? [{section, entries}] : []
  })
}

/** The words by which an entry is sorted. */
export function sortKey(item: Item): string {
  const {archive} = item.custom
  if (archive) {
    const levels = archiveLevels.map((level) => (archive[level] ?? '').padStart(6, '0'))
    return plain([archive.repository, ...levels].join(' '))
  }
  const names = (item.author ?? item.editor ?? []).map((name) =>
    'literal' in name ? name.literal : `${name.family} ${name.given ?? ''}`,
  )
  return plain([...names, item.title ?? item['container-title'] ?? ''].join(' '))
}

function plain(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/[\p{M}'’‘ʼ“”"]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?) /, '')
}

function order(a: Item, b: Item): number {
  return compare(sortKey(a), sortKey(b)) || byDate(a, b)
}

function byDate(a: Item, b: Item): number {
  return compare(dateKey(a), dateKey(b)) || compare(sortKey(a), sortKey(b)) || compare(a.id, b.id)
}

function dateKey({issued}: Item): string {
  const parts = issued?.['date-parts'][0] ?? []
  return [0, 1, 2].map((index) => String(parts[index] ?? 0).padStart(4, '0')).join('-')
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
