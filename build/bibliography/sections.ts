import {fileOf, repositoryNames} from './archives.ts'
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

/** A file of a repository, and the documents in it. */
export interface ArchiveFile {
  /** Its signature below the repository; empty when documents are cited by the repository alone. */
  readonly signature: string
  readonly documents: readonly Entry[]
}

/** A repository and its files, in the order of their signatures. */
export interface Repository {
  readonly name: string
  readonly files: readonly ArchiveFile[]
}

/**
 * Put archival documents under the files and repositories that hold them.
 *
 * Shape: entries in the order of their signatures → repositories by the name that one of their items spells
 * out, with the abbreviation of the notes and the place.
 */
export function repositoriesOf(entries: readonly Entry[]): Repository[] {
  const names = repositoryNames(entries.map(({item}) => item))
  const found = new Map<string, Map<string, Entry[]>>()
  for (const entry of entries) {
    const {archive} = entry.item.custom
    if (!archive) continue
    const {repository} = archive
    const files = found.get(repository) ?? new Map<string, Entry[]>()
    found.set(repository, files)
    const file = fileOf(archive)
    files.set(file, [...(files.get(file) ?? []), entry])
  }
  return [...found].map(([repository, files]) => ({
    name: names.get(repository) ?? repository,
    files: [...files].map(([signature, documents]) => ({signature, documents})),
  }))
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
