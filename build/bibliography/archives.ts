import {archiveLevels} from './item.ts'
import type {ArchiveSignature, Item} from './item.ts'

/** The levels of a signature below the repository, as notes write them. */
export const levelPatterns = [
  ['fond', /(?:\b[Ff]ond|\bf\.)\s?((?:[A-ZА-Я]-)?\d[\w-]*)/u],
  ['opis', /(?:\bopis'?|\bop\.)\s?(\d[\w-]*)/u],
  // The point of `p. 38` is that of a file only before another level.
  ['papka', /\bpapka\s?(\d[\w-]*)|\bp\.\s?(\d[\w-]*)(?=,\s?d\.)/u],
  ['dans', /\bdans\s?(\d[\w-]*)/u],
  ['delo', /(?:\bdelo|\bd\.)\s?(\d[\w-]*)/u],
  ['khn', /\bkh\/n\s?(\d[\w-]*)/u],
] as const

/** The value that a pattern of {@link levelPatterns} has found. */
export function valueOf(found: RegExpExecArray | RegExpMatchArray): string | undefined {
  return found.slice(1).findLast((value) => value !== undefined)
}

/** The signature of an archival document, from the repository down. */
export function signatureOf(item: Item, hasLeaves = true): string {
  const {archive} = item.custom
  if (!archive) return ''
  const leaves = hasLeaves ? leavesOf(item) : ''
  return [archive.repository, fileOf(archive), leaves].filter((part) => part !== '').join(', ')
}

/** Where a document lies in its repository: its file and leaves; empty when that is not known. */
export function locationOf(item: Item): string {
  const {archive} = item.custom
  return archive ? [fileOf(archive), leavesOf(item)].filter((part) => part !== '').join(', ') : ''
}

/** The file of a repository that holds a document: `fond 06, opis 7, papka 38, delo 560`. */
export function fileOf(archive: ArchiveSignature): string {
  const levels = archiveLevels.flatMap((level) => {
    const value = archive[level]
    if (value === undefined || level === 'leaves') return []
    return `${level === 'khn' ? 'kh/n' : level} ${value}`
  })
  return levels.join(', ')
}

/** The leaves of its file that a document fills. */
export function leavesOf({custom: {archive}}: Item): string {
  const leaves = archive?.leaves
  if (leaves === undefined) return ''
  // Other languages have other words for leaves.
  if (/^\p{L}/u.test(leaves)) return leaves.replaceAll('-', '–')
  return `${/[-–,]/.test(leaves) ? 'll.' : 'l.'} ${leaves.replaceAll('-', '–')}`
}

/**
 * What the repositories of items are called in full, with the abbreviation of the notes.
 *
 * Shape: items → names by the repository as the notes have it; it is spelled out where one of its items does.
 */
export function repositoryNames(items: Iterable<Item>): Map<string, string> {
  const names = new Map<string, string>()
  for (const {custom} of items) {
    if (!custom.archive) continue
    const {repository, repositoryName: name, nameCert: cert, place} = custom.archive
    if (name === undefined && names.has(repository)) continue
    // What no note spells out is the editors', as the translation of a title is.
    const said = cert === undefined ? name : `[${name}${cert === 'high' ? '' : ' (?)'}]`
    const full = name === undefined ? repository : `${said} (${repository})`
    names.set(repository, place === undefined ? full : `${full}, ${place}`)
  }
  return names
}
