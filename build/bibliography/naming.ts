import type {Item} from './item.ts'
import {familyOf, leadersOf} from './names.ts'

/**
 * Whether some words stand in others, as whole words; quotation marks, dashes, blanks and case aside.
 *
 * A volume 2 does not stand in the year 2002.
 */
export function hasWords(words: string, wanted: string): boolean {
  const [all, part] = [plain(words), plain(wanted)]
  for (let at = all.indexOf(part); at >= 0; at = all.indexOf(part, at + 1)) {
    const isWhole = !isInside(all, at) && !isInside(all, at + part.length)
    if (isWhole || part === '') return true
  }
  return false
}

/** Whether a place is between two letters or two figures. */
function isInside(words: string, at: number): boolean {
  return /[\p{L}\p{N}]$/u.test(words.slice(0, at)) && /^[\p{L}\p{N}]/u.test(words.slice(at))
}

/** Whether words begin with others; as for {@link hasWords}, and a quotation mark before them. */
export function beginsWith(words: string, wanted: string): boolean {
  return plain(words).trimStart().startsWith(plain(wanted))
}

/** Whether words call an item by one of its abbreviations, and not by its title. */
export function isAbbreviated({title, custom: {abbreviations = []}}: Item, words: string): boolean {
  const [beforeColon] = title?.split(':') ?? []
  if (beforeColon !== undefined && hasWords(words, beforeColon)) return false
  return abbreviations.some((one) => hasWords(words, one))
}

/** Whether words call an item by its title or an abbreviation; names of its authors do not count. */
export function isCalled(item: Item, words: string): boolean {
  const title = item.custom.printed?.title ?? item.title
  const [main] = title?.split(/[:(]/) ?? []
  return isAbbreviated(item, words) || (main !== undefined && hasWords(words, main.trim()))
}

/** Whether words name an item: by a name, its title, its abbreviation or what it stands in. */
export function isNamed(item: Item, words: string): boolean {
  const names = leadersOf(item).map(familyOf)
  const title = item.custom.printed?.title ?? item.title
  const known = [...names, title?.split(':')[0], item['container-title']]
  return (
    isAbbreviated(item, words) || known.some((one) => one !== undefined && hasWords(words, one))
  )
}

function plain(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[“”„"‘’'ʼ]/g, '')
    .replaceAll(/[‐-―-]/g, '-')
    .replaceAll(/\s+/g, ' ')
}
