import {addedTitles} from './added-titles.ts'
import {dateWords} from './item-date.ts'
import type {Item, ItemName} from './item.ts'
import {leavesOf, signatureOf} from './archives.ts'
import {yearOf} from './item.ts'

/** A run of an entry: plain, or in italics as titles of works that stand alone are. */
export interface Run {
  readonly text: string
  readonly italic?: true
}

/** Types whose title stands in quotation marks. */
const parts = new Set([
  'chapter',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'document',
  'manuscript',
  'speech',
  'interview',
  'personal_communication',
  'webpage',
  'entry-encyclopedia',
])

/**
 * Write the entry of an item, in the manner of Chicago's bibliographies.
 *
 * Names as their notes print them, in the order of their languages; titles as printed, then in their own
 * script and translated. Archival documents end with their signature, from the repository down.
 *
 * Shape: item, whether it stands under the file that holds it → runs of words; what it stands under, a file
 * or the work it is published in, is not said again.
 */
export function formatEntry(item: Item, isUnderFile = false): Run[] {
  const hasAuthor = (item.author ?? []).length > 0
  const names = (hasAuthor ? item.author : item.editor) ?? []
  const lead = namesOf(names, item, true)
  const editors = !hasAuthor && lead !== '' ? (names.length === 1 ? ', ed.' : ', eds.') : ''
  const runs: Run[] = []
  if (lead !== '') runs.push({text: sentence(`${lead}${editors}`)}, {text: ' '})
  runs.push(...titleRuns(item))
  const rest: Run[] = [...containerRuns(item, hasAuthor), ...publicationRuns(item)]
  const signature = isUnderFile ? leavesOf(item) : signatureOf(item)
  if (signature !== '') rest.push({text: ` ${signature}.`})
  return tidy([...runs, ...rest])
}

/**
 * Name an item in few words: what an *Ibid.* or an abbreviation stands for.
 *
 * Shape: item, what it is published in → family names and the title up to its colon, with volume, date and
 * signature where these tell it from others.
 */
export function shortTitle(item: Item, host?: Item): Run[] {
  const {abbreviations, archive} = item.custom
  const name = item.author?.map((one) => ('family' in one ? one.family : one.literal)) ?? []
  const lead = name.length > 3 ? `${name[0]} et al., ` : name.length > 0 ? `${listed(name)}, ` : ''
  const title = item.title?.replace(/: .*$/s, '')
  if (title === undefined) return [{text: signatureOf(item)}]
  const isPart = parts.has(item.type)
  const runs: Run[] = isPart
    ? [{text: `${lead}“${inner(title)}”`}]
    : [{text: lead}, {text: title, italic: true}]
  if (item.volume !== undefined) runs.push({text: `, vol. ${lowered(item.volume)}`})
  if (item.custom.section === 'document' || archive) {
    const date = dateWords(item.issued)
    if (isPart && date !== '') runs.push({text: `, ${date}`})
  }
  if (host) runs.push({text: ', '}, nameOfHost(host))
  if (archive && abbreviations === undefined) runs.push({text: `, ${signatureOf(item, false)}`})
  return runs.filter(({text}) => text !== '')
}

function titleRuns(item: Item): Run[] {
  const titles = addedTitles(item)
  const added = titles === '' ? '' : ` ${titles}`
  if (item.title === undefined) return []
  if (!parts.has(item.type)) {
    return [{text: item.title, italic: true}, {text: `${added}.`}]
  }
  const title = inner(item.title)
  return [{text: added === '' ? `“${sentence(title)}”` : `“${title}”${added}.`}]
}

function nameOfHost({id, title = id, custom: {abbreviations}}: Item): Run {
  const [abbreviation] = abbreviations ?? []
  return abbreviation === undefined ? {text: title, italic: true} : {text: abbreviation}
}

/** What a work stands in, or what is said of one that stands alone. */
function containerRuns(item: Item, hasAuthor: boolean): Run[] {
  const container = item['container-title']
  if (container === undefined) return ownRuns(item, hasAuthor)
  const title: Run = {text: container, italic: true}
  if (isArticle(item)) return [{text: ' '}, title, {text: issueOf(item)}]
  const editors = item.editor ? `, edited by ${namesOf(item.editor, item, false)}` : ''
  const pages = item.page === undefined ? '' : `, ${item.page.replaceAll('-', '–')}`
  return [{text: ' In '}, title, {text: `${editors}${pages}.`}]
}

function ownRuns(item: Item, hasAuthor: boolean): Run[] {
  const {editor, translator, edition, volume, number} = item
  const said = [
    hasAuthor && editor ? `Edited by ${namesOf(editor, item, false)}` : '',
    translator ? `Translated by ${namesOf(translator, item, false)}` : '',
    edition === undefined ? '' : editionWords(edition),
    volume === undefined ? '' : `Vol. ${lowered(volume)}`,
    number ?? '',
  ]
  return said.filter((words) => words !== '').map((words) => ({text: ` ${words}.`}))
}

/** `2` → `2nd ed`; what is no number stands as it is. */
function editionWords(edition: string): string {
  if (!/^\d+$/.test(edition)) return edition.replace(/\.$/, '')
  const [tens, ones] = [Number(edition) % 100, Number(edition) % 10]
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th')
  return `${edition}${ending} ed`
}

/** Volume, issue, date and pages of an article; of one in a newspaper its date alone. */
function issueOf(item: Item): string {
  const date = dateWords(item.issued)
  if (item.type === 'article-newspaper') return date === '' ? '.' : `, ${date}.`
  const issue = item.issue === undefined ? '' : `no. ${item.issue}`
  const number = [item.volume, issue].filter(Boolean).join(', ')
  const pages = item.page === undefined ? '' : `: ${item.page.replaceAll('-', '–')}`
  return `${number === '' ? '' : ` ${number}`}${date === '' ? '' : ` (${date})`}${pages}.`
}

function isArticle({type}: Item): boolean {
  return type.startsWith('article')
}

/** Place, house and year of a work; the date of a document; of an article all has been said. */
function publicationRuns(item: Item): Run[] {
  const {publisher, 'publisher-place': place} = item
  if (isArticle(item) && item['container-title'] !== undefined) return []
  const house = [place, publisher].filter(Boolean).join(': ')
  const isDated = item.custom.host !== undefined || house === ''
  const made = [house, isDated ? dateWords(item.issued) : String(yearOf(item) ?? '')]
  const words = made.filter(Boolean).join(', ')
  return words === '' ? [] : [{text: ` ${words}.`}]
}

/** Names: the first as it is sorted when it leads, the others as they are spoken. */
function namesOf(names: readonly ItemName[], {custom}: Item, leads: boolean): string {
  const list = names.map((name, index) => {
    if ('literal' in name) return name.literal
    if (name.given === undefined) return name.family
    if (custom.nameOrder === 'family-first') return `${name.family} ${name.given}`
    return leads && index === 0 ? `${name.family}, ${name.given}` : `${name.given} ${name.family}`
  })
  // A name that is turned round has a comma of its own.
  const [first, second] = list
  const isTurned = leads && list.length === 2 && first?.includes(', ') && second !== 'et al.'
  return isTurned ? `${first}, and ${second}` : listed(list)
}

function listed(names: readonly string[]): string {
  if (names.at(-1) === 'et al.') return `${names.slice(0, -1).join(', ')} et al.`
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}

/** Quotation marks in a title that stands in some. */
function inner(title: string): string {
  return title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replaceAll(/"([^"]*)"/g, '‘$1’')
}

function lowered(volume: string): string {
  return volume.replace(/\bBook\b/, 'book')
}

function sentence(words: string): string {
  return endOfSentence.test(words) ? words : `${words}.`
}

/** A mark after which no point stands. */
const endOfSentence = /[.!?…][”’]?$/

/** No point after a point or a mark that ends a sentence. */
function tidy(runs: readonly Run[]): Run[] {
  let before = ''
  return runs.flatMap((run) => {
    const ends = endOfSentence.test(before)
    const text = ends && run.text.startsWith('.') ? run.text.slice(1) : run.text
    if (text === '') return []
    before = text
    return [{...run, text: text.replaceAll(/\.\.(?!\.)/g, '.')}]
  })
}
