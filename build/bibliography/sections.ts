import {fileOf, repositoryNames} from './archives.ts'
import {folded} from '../text/folded.ts'
import {archiveLevels, hostOf, itemSections} from './item.ts'
import type {Item, Items, ItemSection} from './item.ts'
import {leadersOf} from './names.ts'

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
 * Shape: entries in the order of their signatures, all items → repositories by the name that one of their items
 * spells out, with the abbreviation of the notes and the place.
 */
export function repositoriesOf(entries: readonly Entry[], items: Items): Repository[] {
  const names = repositoryNames(items.values())
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
  const repositories = [...found].map(([repository, files]) => ({
    name: names.get(repository) ?? repository,
    files: [...files].map(([signature, documents]) => ({signature, documents})),
  }))
  return repositories.toSorted((a, b) => compare(folded(a.name), folded(b.name)))
}

/** Archives by signature; all else by names, then title, then date: a work by one before one by several. */
function order(a: Item, b: Item): number {
  const [first, second] = [sortKey(a), sortKey(b)]
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const found = compare(first[index] ?? '', second[index] ?? '')
    if (found !== 0) return found
  }
  return compare(dateKey(a), dateKey(b)) || compare(a.id, b.id)
}

/** What an entry is sorted by, part by part; small things before great ones. */
export function sortKey(item: Item): string[] {
  const {archive} = item.custom
  if (archive) {
    const levels = archiveLevels.map((level) => numbered(archive[level] ?? ''))
    return [folded(archive.repository), ...levels]
  }
  const title = withoutArticle(folded(item.title ?? item['container-title'] ?? ''))
  const names = leadersOf(item).map((name) => {
    return 'literal' in name
      ? folded(name.literal)
      : `${folded(name.family)}\u0001${folded(name.given ?? '')}`
  })
  // What has no name stands among names by its title.
  return names.length === 0 ? [title] : [names.map(withoutArticle).join('\u0002'), title]
}

/** Figures with zeros before them, so that 10 comes after 9. */
function numbered(words: string): string {
  return folded(words).replaceAll(/\d+/g, (figures) => figures.padStart(6, '0'))
}

function withoutArticle(words: string): string {
  return words.replace(/^(?:the|an?) /, '')
}

function byDate(a: Item, b: Item): number {
  return compare(dateKey(a), dateKey(b)) || order(a, b)
}

function dateKey({issued}: Item): string {
  const parts = issued?.['date-parts'][0] ?? []
  return [0, 1, 2].map((index) => String(parts[index] ?? 0).padStart(4, '0')).join('-')
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
