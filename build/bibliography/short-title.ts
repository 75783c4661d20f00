import {signatureOf} from './archives.ts'
import {inner, isPart} from './entry.ts'
import type {Run} from './entry.ts'
import {dateWords} from './item-date.ts'
import {yearOf} from './item.ts'
import type {Item} from './item.ts'
import {familyOf, listed, others} from './names.ts'

/**
 * Name an item in few words: what an *Ibid.* or an abbreviation stands for.
 *
 * Shape: item, what it is published in, whether its title is given whole → family names and the title, up to its
 * colon, with volume, date and signature where these tell it from others; whole, with its year.
 */
export function shortTitle(item: Item, host?: Item, isWhole = false): Run[] {
  const {archive} = item.custom
  const title = isWhole ? item.title : item.title?.replace(/: .*$/s, '')
  if (title === undefined) return [{text: signatureOf(item)}]
  const runs: Run[] = [{text: leadOf(item)}]
  if (isPart(item)) runs.push({text: `“${inner(title)}”`})
  else runs.push({text: title, italic: true})
  if (item.volume !== undefined) runs.push({text: `, vol. ${item.volume}`})
  const date = dateWords(item.issued)
  const isDated = isPart(item) && (item.custom.section === 'document' || archive !== undefined)
  if (isDated && date !== '') runs.push({text: `, ${date}`})
  else if (isWhole && yearOf(item) !== undefined) runs.push({text: `, ${yearOf(item)}`})
  if (host) runs.push({text: ', '}, nameOfHost(host))
  if (archive) runs.push({text: `, ${signatureOf(item, false)}`})
  return runs.filter(({text}) => text !== '')
}

function leadOf({author = []}: Item): string {
  const names = author.map(familyOf)
  if (names.length === 0) return ''
  const isCut = names.length > 3 || names.at(-1) === others
  return `${isCut ? `${names[0]} et al.` : listed(names)}, `
}

function nameOfHost({id, title = id, volume, custom: {abbreviations}}: Item): Run {
  const [abbreviation] = abbreviations ?? []
  const part = volume === undefined ? '' : `, vol. ${volume}`
  return abbreviation === undefined
    ? {text: `${title}${part}`, italic: true}
    : {text: `${abbreviation}${part}`}
}
