import {levelPatterns, valueOf} from './archives.ts'
import {months} from './item-date.ts'
import {yearOf} from './item.ts'
import type {Item, Particular} from './item.ts'
import {expandRanges} from './locator.ts'
import {familyOf, leadersOf, others} from './names.ts'
import {hasWords} from './naming.ts'

/**
 * What an item says and the words that cite it in full do not, or the other way round.
 *
 * Shape: item, what it is published in, words → each as words for a message. A document of no year of its own
 * may be cited with that of its collection. Levels of a signature are looked for both ways.
 */
export function unsaidOf(item: Item, host: Item | undefined, words: string): string[] {
  const {unprinted = []} = item.custom
  const missing = particularsOf(item).flatMap(([field, value]) => {
    if (unprinted.includes(field) || isSaid(field, value, words)) return []
    const isOfHost = field === 'date' && host !== undefined && hasWords(words, String(yearOf(host)))
    return isOfHost ? [] : [`${field} “${value}”`]
  })
  return unprinted.includes('signature') ? missing : [...missing, ...unsaidLevels(item, words)]
}

function particularsOf(item: Item): [field: Particular, value: string][] {
  const {printed = {}} = item.custom
  const names = leadersOf(item).map(familyOf)
  const people = printed.author === undefined ? names : [printed.author]
  const found: [Particular, string | undefined][] = [
    ...people
      .filter((name) => name !== others)
      .map((name): [Particular, string] => ['author', name]),
    ['title', printed.title ?? item.title],
    ['container', printed['container-title'] ?? item['container-title']],
    ['volume', printed.volume ?? item.volume],
    ['volume', item['volume-title']],
    ['issue', printed.issue ?? item.issue],
    ['place', printed['publisher-place'] ?? item['publisher-place']],
    ['publisher', printed.publisher ?? item.publisher],
    ['pages', printed.page ?? item.page],
    ...datesOf(item).map((one): [Particular, string] => ['date', one]),
  ]
  return found.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]]))
}

/** The year, month and day of an item, each as a note may have it. */
function datesOf({issued, custom: {printed = {}}}: Item): string[] {
  if (printed.date !== undefined) return [printed.date]
  if (issued?.literal !== undefined) return [issued.literal]
  return (issued?.['date-parts'] ?? []).flatMap(([year, month, day]) => [
    ...(year === undefined ? [] : [String(year)]),
    ...(month === undefined ? [] : [months[month - 1] ?? String(month)]),
    ...(day === undefined ? [] : [String(day)]),
  ])
}

function isSaid(field: Particular, value: string, words: string): boolean {
  if (hasWords(words, value)) return true
  if (field === 'pages') return hasWords(expandRanges(words), expandRanges(value))
  // The second year of a range may be printed short: 1983/84.
  return field === 'date' && /^\d{4}$/.test(value) && hasWords(words, value.slice(2))
}

/** Levels of a signature that the item has and the words do not, or the words and not the item. */
function unsaidLevels({custom: {archive}}: Item, words: string): string[] {
  if (!archive) return []
  const wrong = levelPatterns.flatMap(([level, pattern]) => {
    const own = archive[level]
    const found = [...words.matchAll(new RegExp(pattern.source, 'gu'))].map(valueOf)
    if (own === undefined) return found.length > 0 ? [`no ${level}, for it has none,`] : []
    return found.includes(own) ? [] : [`${level} “${own}”`]
  })
  const {repository, leaves} = archive
  if (!hasWords(words, repository)) wrong.push(`repository “${repository}”`)
  if (leaves !== undefined && !hasWords(expandRanges(words), expandRanges(leaves))) {
    wrong.push(`leaves “${leaves}”`)
  }
  return wrong
}
