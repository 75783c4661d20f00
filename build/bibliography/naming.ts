import type {Item} from './item.ts'

/** Whether some words stand in others; quotation marks, dashes, blanks and case aside. */
export function hasWords(words: string, wanted: string): boolean {
  return plain(words).includes(plain(wanted))
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

/** Whether words name an item: by a name, its title, its abbreviation or what it stands in. */
export function isNamed(item: Item, words: string): boolean {
  const names = (item.author ?? item.editor ?? []).map((name) =>
    'literal' in name ? name.literal : name.family,
  )
  const title = item.custom.printed?.['title'] ?? item.title
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
