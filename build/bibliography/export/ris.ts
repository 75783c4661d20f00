import {addedTitles, textOf} from '../added-titles.ts'
import {locationOf, repositoryNames} from '../archives.ts'
import type {Item, ItemDate, ItemName, Items} from '../item.ts'
import {dateWords} from '../item-date.ts'
import {expandRanges} from '../locator.ts'
import {others} from '../names.ts'
import {withHost} from './with-host.ts'

/**
 * Write items as RIS, under their ids.
 *
 * The signature of an archival document stands in AN and AV, for programs read one or the other, and its
 * repository in DB; a title in its own script, its translation and what looks doubtful are
 * notes, for what programs take TT for is not one thing.
 */
export function toRis(items: Items): string {
  const repositories = repositoryNames(items.values())
  return [...items.values()].map((item) => recordOf(item, items, repositories)).join('\r\n')
}

function recordOf(item: Item, items: Items, repositories: ReadonlyMap<string, string>): string {
  const {archive, flags = [], abbreviations} = item.custom
  const whole = withHost(item, items)
  const own = dateWords(whole['original-date'])
  const [first, last] = expandRanges(whole.page ?? '').split('–') ?? []
  const location = locationOf(item)
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', typeOf(whole)],
    ['ID', item.id],
    ...named('AU', whole.author),
    ...named('ED', whole.editor),
    ...named('A4', whole.translator),
    ['TI', whole.title],
    ['ST', abbreviations?.[0]],
    ['T2', whole['container-title']],
    ['T3', whole['collection-title']],
    ['ET', whole.edition],
    ['VL', whole.volume],
    ['IS', whole.issue],
    ['M1', whole.number],
    ['SP', first?.trim()],
    ['EP', last?.trim()],
    ['PB', whole.publisher],
    ['CY', archive?.place ?? whole['publisher-place']],
    ['PY', whole.issued ? String(whole.issued['date-parts'][0]?.[0] ?? '') : undefined],
    ['DA', date(whole.issued)],
    ['LA', whole.language],
    ['DB', archive ? repositories.get(archive.repository) : undefined],
    ['AN', location],
    ['AV', location],
    ...[
      textOf(addedTitles(item)),
      own === '' ? undefined : `Dated ${own}.`,
      whole.genre,
      whole.note,
      ...flags,
    ].map((note): [string, string | undefined] => ['N1', note]),
  ]
  const written = lines.flatMap(([tag, value]) =>
    value === undefined || value === '' ? [] : `${tag}  - ${value.replaceAll(/\s+/g, ' ')}\r\n`,
  )
  return `${written.join('')}ER  - \r\n`
}

const types: Readonly<Record<Item['type'], string>> = {
  book: 'BOOK',
  chapter: 'CHAP',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  manuscript: 'MANSCPT',
  speech: 'GEN',
  report: 'RPRT',
  standard: 'STAND',
  collection: 'GEN',
  document: 'GEN',
  'entry-encyclopedia': 'ENCYC',
  interview: 'PCOMM',
  personal_communication: 'PCOMM',
  periodical: 'SER',
  webpage: 'ELEC',
}

function typeOf(item: Item): string {
  const type = types[item.type]
  if (item.custom.archive) return 'MANSCPT'
  return type === 'GEN' && item['container-title'] !== undefined ? 'CHAP' : type
}

function named(tag: string, names: readonly ItemName[] | undefined): [string, string][] {
  const known = (names ?? []).filter((name) => !('literal' in name && name.literal === others))
  return known.map((name) => {
    if ('literal' in name) return [tag, name.literal]
    return [tag, name.given === undefined ? name.family : `${name.family}, ${name.given}`]
  })
}

/** `1945/07/02/`; what a second date says stands last. */
function date(value: ItemDate | undefined): string | undefined {
  const [from, to] = value?.['date-parts'] ?? []
  if (!from) return undefined
  const [year = 0, ...rest] = from
  const [month = '', day = ''] = rest.map((part) => String(part).padStart(2, '0'))
  return `${year}/${month}/${day}/${to ? `to ${to.join('-')}` : ''}`
}
