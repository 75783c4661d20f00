import {addedTitles} from './added-titles.ts'
import {leavesOf, signatureOf} from './archives.ts'
import {dateWords} from './item-date.ts'
import {yearOf} from './item.ts'
import type {Item} from './item.ts'
import {leadersOf, namesOf} from './names.ts'

/** A run of an entry: plain, or in italics as titles of works that stand alone are. */
export interface Run {
  readonly text: string
  readonly italic?: true
  /** Its language, where that is not the edition's. */
  readonly language?: string | undefined
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

/** Whether the title of an item stands in quotation marks: of a part of a work, and of papers. */
export function isPart({type, custom}: Item): boolean {
  return parts.has(type) || (custom.archive !== undefined && type !== 'collection')
}

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
  const names = leadersOf(item)
  const lead = namesOf(names, item, true)
  const editors = !hasAuthor && lead !== '' ? (names.length === 1 ? ', ed.' : ', eds.') : ''
  const runs: Run[] = lead === '' ? [] : [{text: sentence(`${lead}${editors}`)}]
  runs.push(...titleRuns(item))
  if (item.genre !== undefined) runs.push({text: ` ${sentence(capital(item.genre))}`})
  runs.push(...containerRuns(item, hasAuthor), ...publicationRuns(item))
  const signature = isUnderFile ? leavesOf(item) : signatureOf(item)
  if (signature !== '' && signature !== item.title) runs.push({text: ` ${signature}.`})
  return tidy(runs)
}

function titleRuns(item: Item): Run[] {
  const {title, language} = item
  if (title === undefined) return []
  const titles = addedTitles(item)
  const added: Run[] = titles.flatMap(({text, language: own}) => [
    {text: ' '},
    {text, ...(own === undefined ? {} : {language: own})},
  ])
  const tongue = language === undefined ? {} : {language}
  if (!isPart(item)) {
    return [{text: ' '}, {text: title, italic: true, ...tongue}, ...added, {text: '.'}]
  }
  const words = inner(title)
  const quoted = added.length > 0 ? `“${words}”` : `“${sentence(words)}”`
  return [
    {text: ' '},
    {text: quoted, ...tongue},
    ...added,
    ...(added.length > 0 ? [{text: '.'}] : []),
  ]
}

/** What a work stands in, or what is said of one that stands alone. */
function containerRuns(item: Item, hasAuthor: boolean): Run[] {
  const container = item['container-title']
  if (container === undefined) return ownRuns(item, hasAuthor)
  const title: Run = {text: container, italic: true}
  if (isArticle(item)) return [{text: ' '}, title, {text: `${houseOf(item)}${issueOf(item)}`}]
  const said = [
    item.editor ? `edited by ${namesOf(item.editor, item, false)}` : '',
    item.translator ? `translated by ${namesOf(item.translator, item, false)}` : '',
    item.edition === undefined ? '' : editionWords(item.edition),
    item.volume === undefined ? '' : `vol. ${item.volume}`,
    item.page === undefined ? '' : item.page.replaceAll('-', '–'),
  ].filter((words) => words !== '')
  return [
    {text: ' In '},
    title,
    {text: `${said.map((words) => `, ${words}`).join('')}.`},
    ...series(item),
  ]
}

/** Where a periodical comes out, in brackets, as far as its note says. */
function houseOf({publisher, 'publisher-place': place}: Item): string {
  const house = [place, publisher].filter(Boolean).join(': ')
  return house === '' ? '' : ` (${house})`
}

function ownRuns(item: Item, hasAuthor: boolean): Run[] {
  const {editor, translator, edition, volume, number, 'volume-title': volumeTitle} = item
  const said = [
    hasAuthor && editor ? `Edited by ${namesOf(editor, item, false)}` : '',
    translator ? `Translated by ${namesOf(translator, item, false)}` : '',
    edition === undefined ? '' : editionWords(edition),
    number === undefined ? '' : /^\d/.test(number) ? `No. ${number}` : number,
  ]
  const runs: Run[] = said.filter((words) => words !== '').map((text) => ({text: ` ${text}.`}))
  if (volume !== undefined) {
    runs.push({text: ` Vol. ${volume}`})
    if (volumeTitle !== undefined) runs.push({text: ', '}, {text: volumeTitle, italic: true})
    runs.push({text: '.'})
  }
  return [...runs, ...series(item)]
}

function series({'collection-title': title}: Item): Run[] {
  return title === undefined ? [] : [{text: ` ${title}.`}]
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
  const volume = item.volume === undefined ? '' : ` ${item.volume}`
  const issue = item.issue === undefined ? '' : `, no. ${item.issue}`
  const pages = item.page === undefined ? '' : `: ${item.page.replaceAll('-', '–')}`
  return `${volume}${issue}${date === '' ? '' : ` (${date})`}${pages}.`
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

/** Quotation marks in a title that stands in some. */
export function inner(title: string): string {
  return title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replaceAll(/"([^"]*)"/g, '‘$1’')
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function sentence(words: string): string {
  return endOfSentence.test(words) ? words : `${words}.`
}

/** A mark after which no point stands. */
const endOfSentence = /[.!?…][”’]?$/

/** No point after a point or a mark that ends a sentence, no blank at the beginning or after another. */
function tidy(runs: readonly Run[]): Run[] {
  let before = ''
  return runs.flatMap((run) => {
    let {text} = run
    if (endOfSentence.test(before) && text.startsWith('.')) text = text.slice(1)
    if (before === '' || before.endsWith(' ')) text = text.trimStart()
    if (text === '') return []
    before = text
    return [{...run, text}]
  })
}
