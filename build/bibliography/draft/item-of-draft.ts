import {months} from '../item-date.ts'
import type {Item, ItemDate, ItemName} from '../item.ts'
import type {DraftCitation} from './draft-citations.ts'

/**
 * Make an item of what a citation says in full.
 *
 * Names are taken to be given name first; an editor sees whether they are. The item is marked as drafted.
 *
 * Shape: draft, id → item.
 */
export function itemOfDraft(draft: DraftCitation, id: string): Item {
  const {title, container, archive, repository, place, publisher, year, date, pages} = draft
  const isDaily = container !== undefined && /\b\d{1,2}\b.*\d{4}/.test(date ?? '') && !publisher
  const isChapter = container !== undefined && publisher !== undefined
  const type: Item['type'] = archive
    ? 'document'
    : isDaily
      ? 'article-newspaper'
      : isChapter || (container !== undefined && place !== undefined)
        ? 'chapter'
        : container === undefined
          ? 'book'
          : 'article-journal'
  const section = archive ? 'archive' : isDaily ? 'newspaper' : 'work'
  const issued = dateOf(date ?? year)
  const author = namesOf(draft.author)
  const fields: Partial<Item> = {
    title: title?.trim(),
    author,
    'container-title': container,
    volume: draft.volume,
    issue: draft.issue,
    page: pages?.replace(/^pp?\.\s*/, ''),
    publisher,
    'publisher-place': place,
    issued,
  }
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return {
    id,
    type,
    ...Object.fromEntries(known),
    custom: {
      section,
      ...(archive ? {archive: {repository: repository ?? '?', ...archive}} : {}),
      ...(draft.abbreviation === undefined ? {} : {abbreviations: [draft.abbreviation]}),
      drafted: true,
    },
  }
}

function namesOf(author: string | undefined): ItemName[] | undefined {
  const words = author?.replace(/,?\s*\((?:eds?|hrsg)\.?\).*$/u, '')
  const names = words?.split(/\s*(?:,? and |, | & | und )\s*/u).filter(Boolean) ?? []
  if (names.length === 0) return undefined
  return names.map((name) => {
    const parts = name.replace(/ et al\.?$/u, '').split(/\s+/)
    const family = parts.at(-1) ?? name
    const given = parts.slice(0, -1).join(' ')
    return given === '' ? {literal: name} : {family, given}
  })
}

/** A date in English words, as far as it is one. */
function dateOf(words: string | undefined): ItemDate | undefined {
  const year = /\b(?:1[5-9]|20)\d\d\b/.exec(words ?? '')?.[0]
  if (year === undefined) return undefined
  const name = /\p{L}{3}/u.exec(words ?? '')?.[0] ?? '?'
  const month = months.findIndex((one) => one.startsWith(name)) + 1
  const day = /\b(\d{1,2})\b/.exec((words ?? '').replace(year, ''))?.[1]
  const parts = [Number(year), ...(month > 0 ? [month, ...(day ? [Number(day)] : [])] : [])]
  return {'date-parts': [parts]}
}
