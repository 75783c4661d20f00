import {locationOf, repositoryNames, signatureOf} from '../archives.ts'
import {archiveLevels} from '../item.ts'
import type {Item, ItemDate, ItemName, Items} from '../item.ts'
import {addedTitles, textOf} from '../added-titles.ts'
import {others} from '../names.ts'
import {withHost} from './with-host.ts'

/**
 * Write items as BibLaTeX: an entry each, under their ids.
 *
 * Archival documents are `unpublished`; their signature is `howpublished`, which styles print, and each of its
 * levels a field of its own name. A document in a collection has the date of the collection, and its own as
 * `origdate`. Family names that stand first are told by `nameorder`, which no style knows.
 */
export function toBiblatex(items: Items): string {
  const repositories = repositoryNames(items.values())
  return [...items.values()].map((item) => entryOf(item, items, repositories)).join('\n')
}

function entryOf(item: Item, items: Items, repositories: ReadonlyMap<string, string>): string {
  const {archive, host, nameOrder, abbreviations, flags} = item.custom
  const whole = withHost(item, items)
  const type = typeOf(whole)
  const container = type === 'article' ? 'journaltitle' : 'booktitle'
  const fields: [string, string | undefined][] = [
    ['author', names(whole.author)],
    ['editor', names(whole.editor)],
    ['bookauthor', names(whole['container-author'])],
    ['translator', names(whole.translator)],
    ['title', whole.title],
    ['titleaddon', textOf(addedTitles(whole))],
    ['shorttitle', abbreviations?.[0]],
    [container, whole['container-title']],
    ['series', whole['collection-title']],
    ['edition', whole.edition],
    ['volume', whole.volume],
    ['volumetitle', whole['volume-title']],
    ['type', whole.genre],
    ['number', whole.issue ?? whole.number],
    ['pages', whole.page?.replaceAll(/[-–]/g, '--')],
    ['publisher', whole.publisher],
    ['location', whole['publisher-place']],
    ['date', date(whole.issued)],
    ['origdate', date(whole['original-date'])],
    ['entrysubtype', subtypes[whole.type]],
    ['langid', languageName(whole.language)],
    ['howpublished', archive ? signatureOf(item) : undefined],
    ['library', archive && repositories.get(archive.repository)],
    ['shelfmark', locationOf(item)],
    ['repository', archive?.repository],
    ...archiveLevels.map((level): [string, string | undefined] => [level, archive?.[level]]),
    ['nameorder', nameOrder],
    ['xref', host],
    ['note', whole.note],
    ['annotation', flags?.join(' ')],
  ]
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined || value === '') return []
    const isNames = ['author', 'editor', 'translator', 'bookauthor'].includes(name)
    return `  ${name} = {${isNames ? value : escaped(value)}},\n`
  })
  return `@${type}{${item.id},\n${lines.join('')}}\n`
}

const types: Partial<Record<Item['type'], string>> = {
  book: 'book',
  chapter: 'incollection',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  report: 'report',
  standard: 'manual',
  collection: 'collection',
  'entry-encyclopedia': 'inreference',
  periodical: 'periodical',
  webpage: 'online',
}

const subtypes: Partial<Record<Item['type'], string>> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
}

function typeOf(item: Item): string {
  if (item.custom.archive) return 'unpublished'
  if (item['container-title'] !== undefined && types[item.type] === undefined) return 'incollection'
  if (item.type === 'book' && !item.author && item.editor) return 'collection'
  return types[item.type] ?? 'misc'
}

/** Names of languages as babel has them. */
const languages: Readonly<Record<string, string>> = {
  de: 'german',
  en: 'english',
  zh: 'chinese',
  fr: 'french',
  ja: 'japanese',
  mn: 'mongolian',
  ru: 'russian',
}

function languageName(tag: string | undefined): string | undefined {
  return languages[tag?.split('-')[0] ?? '']
}

function names(list: readonly ItemName[] | undefined): string | undefined {
  if (!list || list.length === 0) return undefined
  return list.map(nameOf).join(' and ')
}

function nameOf(name: ItemName): string {
  if ('literal' in name) return name.literal === others ? 'others' : `{${escaped(name.literal)}}`
  const given = name.given === undefined ? '' : `, ${escaped(name.given)}`
  // A name of several words is one name; and a name alone is not taken apart.
  const family = escaped(name.family)
  const first = given.includes(',', 1) ? `, {${given.slice(2)}}` : given
  return /[\s,]/.test(name.family) || given === '' ? `{${family}}${first}` : `${family}${first}`
}

/** A date, or from one to another, as ISO 8601 writes it. */
function date(value: ItemDate | undefined): string | undefined {
  return value?.['date-parts']
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
    .join('/')
}

function escaped(words: string): string {
  const codes: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '{': '\\textbraceleft{}',
    '}': '\\textbraceright{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  }
  return words
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\{}~^&%$#_]/g, (sign) => codes[sign] ?? `\\${sign}`)
}
