import {dateWords} from './item-date.ts'
import type {Item, ItemName} from './item.ts'
import {archiveLevels, yearOf} from './item.ts'

/** A run of an entry: plain, or in italics as titles of works that stand alone are. */
export interface Run {
  readonly text: string
  readonly italic?: true
}

/** Items by id. */
export type Items = ReadonlyMap<string, Item>

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
 * Shape: item, all items (for what it is published in) → runs of words.
 */
export function formatEntry(item: Item, items: Items): Run[] {
  const isFamilyFirst = item.custom.nameOrder === 'family-first'
  const hasAuthor = (item.author ?? []).length > 0
  const names = hasAuthor ? item.author : item.custom.section === 'archive' ? [] : item.editor
  const lead = namesOf(names ?? [], isFamilyFirst, true)
  const editors = !hasAuthor && lead !== '' ? (names?.length === 1 ? ', ed.' : ', eds.') : ''
  const host = items.get(item.custom.host ?? '')
  const runs: Run[] = []
  if (lead !== '') runs.push({text: sentence(`${lead}${editors}`)}, {text: ' '})
  runs.push(...titleRuns(item))
  const rest: Run[] = [
    ...(host ? [{text: ' In '}, ...hostRuns(host)] : containerRuns(item, hasAuthor)),
    ...publicationRuns(item, host !== undefined),
  ]
  const signature = signatureOf(item)
  if (signature !== '') rest.push({text: ` ${signature}.`})
  return tidy([...runs, ...rest])
}

/**
 * Name an item in few words: what an *Ibid.* or an abbreviation stands for.
 *
 * Shape: item, all items → its abbreviation with volume, or family name and the title up to its colon.
 */
export function shortTitle(item: Item, items: Items): Run[] {
  const {abbreviation, archive} = item.custom
  const name = item.author?.map((one) => ('family' in one ? one.family : one.literal)) ?? []
  const lead = name.length > 3 ? `${name[0]} et al., ` : name.length > 0 ? `${listed(name)}, ` : ''
  const title = item.title?.replace(/: .*$/s, '')
  if (title === undefined) return [{text: signatureOf(item)}]
  const host = items.get(item.custom.host ?? '')
  const isPart = parts.has(item.type)
  const runs: Run[] = isPart
    ? [{text: `${lead}“${inner(title)}”`}]
    : [{text: lead}, {text: title, italic: true}]
  if (item.volume !== undefined) runs.push({text: `, vol. ${lowered(item.volume)}`})
  if (item.custom.section === 'document' || archive) {
    const date = dateWords(item.issued)
    if (isPart && date !== '') runs.push({text: `, ${date}`})
  }
  if (host)
    runs.push({text: `, ${host.custom.abbreviation ?? host.title ?? ''}`.replace(/, $/, '')})
  if (archive && abbreviation === undefined) runs.push({text: `, ${signatureOf(item, false)}`})
  return runs.filter(({text}) => text !== '')
}

/** The signature of an archival document, from the repository down. */
export function signatureOf({custom: {archive}}: Item, hasLeaves = true): string {
  if (!archive) return ''
  const levels = archiveLevels.flatMap((level) => {
    const value = archive[level]
    if (value === undefined || (level === 'leaves' && !hasLeaves)) return []
    if (level !== 'leaves') return `${level === 'khn' ? 'kh/n' : level} ${value}`
    return `${/[-–,]/.test(value) ? 'll.' : 'l.'} ${value.replaceAll('-', '–')}`
  })
  return [archive.repository, ...levels].join(', ')
}

function titleRuns(item: Item): Run[] {
  const {original, translation} = item.custom
  const added = [
    original ? ` ${original.title}${original.cert === 'high' ? '' : ' (?)'}` : '',
    translation ? ` [${translation.title}${translation.cert === 'high' ? '' : ' (?)'}]` : '',
  ].join('')
  if (item.title === undefined) return []
  if (!parts.has(item.type)) return [{text: item.title, italic: true}, {text: `${added}.`}]
  const point = added === '' ? '.' : ''
  return [{text: `“${inner(item.title)}${point}”${added}${added === '' ? '' : '.'}`}]
}

function hostRuns(host: Item): Run[] {
  const name = host.custom.abbreviation ?? host.title ?? host.id
  const isTitle = host.custom.abbreviation === undefined
  const volume = host.volume === undefined ? '' : `, vol. ${lowered(host.volume)}`
  return [isTitle ? {text: name, italic: true} : {text: name}, {text: `${volume}.`}]
}

function containerRuns(item: Item, hasAuthor: boolean): Run[] {
  const container = item['container-title']
  if (container === undefined) {
    const volume = item.volume === undefined ? [] : [{text: ` Vol. ${lowered(item.volume)}.`}]
    const editors =
      hasAuthor && item.editor
        ? [
            {
              text: ` Edited by ${namesOf(item.editor, item.custom.nameOrder === 'family-first', false)}.`,
            },
          ]
        : []
    const translators = item.translator
      ? [{text: ` Translated by ${namesOf(item.translator, false, false)}.`}]
      : []
    return [...volume, ...editors, ...translators]
  }
  const title: Run = {text: container, italic: true}
  if (item.type.startsWith('article')) {
    const issue = item.issue === undefined ? '' : `no. ${item.issue}`
    const number = [item.volume, issue].filter(Boolean).join(', ')
    const date = dateWords(item.issued)
    if (item.type === 'article-newspaper')
      return [{text: ' '}, title, {text: date ? `, ${date}.` : '.'}]
    const when = date === '' ? '' : ` (${date})`
    const pages = item.page === undefined ? '' : `: ${item.page.replaceAll('-', '–')}`
    return [{text: ' '}, title, {text: `${number === '' ? '' : ` ${number}`}${when}${pages}.`}]
  }
  const editors = item.editor
    ? `, edited by ${namesOf(item.editor, item.custom.nameOrder === 'family-first', false)}`
    : ''
  const pages = item.page === undefined ? '' : `, ${item.page.replaceAll('-', '–')}`
  return [{text: ' In '}, title, {text: `${editors}${pages}.`}]
}

function publicationRuns(item: Item, isHosted: boolean): Run[] {
  const {publisher, 'publisher-place': place} = item
  const isDated =
    parts.has(item.type) && !item.type.startsWith('article') && item.type !== 'chapter'
  if (isHosted || isDated) {
    const date = dateWords(item.issued)
    return date === '' ? [] : [{text: ` ${date}.`}]
  }
  if (item.type.startsWith('article')) return []
  const house = [place, publisher].filter(Boolean).join(': ')
  const year = item.type === 'report' ? dateWords(item.issued) : String(yearOf(item) ?? '')
  const made = [house, year].filter(Boolean).join(', ')
  return made === '' ? [] : [{text: ` ${made}.`}]
}

/** Names: the first as it is sorted when it leads, the others as they are spoken. */
function namesOf(names: readonly ItemName[], isFamilyFirst: boolean, leads: boolean): string {
  const list = names.map((name, index) => {
    if ('literal' in name) return name.literal
    if (name.given === undefined) return name.family
    if (isFamilyFirst) return `${name.family} ${name.given}`
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
  return /[.!?]$/.test(words) ? words : `${words}.`
}

/** No point after a point or a mark that ends a sentence. */
function tidy(runs: readonly Run[]): Run[] {
  let before = ''
  return runs.flatMap((run) => {
    const ends = /[.!?][”’]?$/.test(before)
    const text = ends && run.text.startsWith('.') ? run.text.slice(1) : run.text
    if (text === '') return []
    before = text
    return [{...run, text: text.replaceAll(/\.\.(?!\.)/g, '.')}]
  })
}
