import type {CitationForm} from '../citation.ts'
import {folded} from '../../text/folded.ts'
import {beginsWith, hasWords} from '../naming.ts'
import {parsePart} from './parse-part.ts'
import type {ParsedPart} from './parse-part.ts'
import {splitNote} from './split-note.ts'

/** A note as it is read: its name and its words. */
export interface NoteWords {
  readonly note: string
  readonly words: string
}

/** A citation that a program has found. Offsets in the words of its note. */
export interface DraftCitation extends ParsedPart {
  readonly note: string
  readonly words: string
  readonly form: CitationForm
  /** Id of the work it seems to cite. */
  readonly work: string
  /** Index of the citation it goes back to. */
  readonly antecedent?: number | undefined
}

interface Work {
  readonly id: string
  readonly author: string | undefined
  readonly title: string | undefined
  readonly year: string | undefined
  readonly names: string[]
  last: number
}

/**
 * Find what the notes of a text seem to cite: a draft, for editors to correct.
 *
 * Shape: notes in their order → citations in theirs. *Ibid.* goes to the citation before it, a short title to
 * the last one of a work that has its words.
 */
export function draftCitations(notes: readonly NoteWords[]): DraftCitation[] {
  const drafts: DraftCitation[] = []
  const works: Work[] = []
  for (const {note, words} of notes) {
    for (const part of splitNote(words)) {
      const parsed = parsePart(words.slice(part.start, part.end))
      const [start, end] = [part.start + parsed.start, part.start + parsed.end]
      const cited = words.slice(start, end)
      const {form, work, antecedent} = linked(parsed, cited, works, drafts)
      if (work === undefined) continue
      const found = works.find(({id}) => id === work)
      if (found) found.last = drafts.length
      drafts.push({...parsed, note, words: cited, start, end, form, work, antecedent})
    }
  }
  return drafts
}

function linked(
  parsed: ParsedPart,
  words: string,
  works: Work[],
  drafts: readonly DraftCitation[],
): {form: CitationForm; work?: string; antecedent?: number} {
  const {form} = parsed
  if (form === 'ibid' || (form === 'opcit' && parsed.title === undefined && !parsed.author)) {
    const before = drafts.at(-1)
    return before ? {form, work: before.work, antecedent: drafts.length - 1} : {form}
  }
  const named = works.findLast((work) => work.names.some((name) => hasWords(words, name)))
  const host = parsed.archive ? undefined : named
  if (host && !host.names.some((name) => beginsWith(words, name)) && parsed.title) {
    // A document in a collection that is cited by its abbreviation.
    const document = works.find(({title}) => title !== undefined && isAlike(title, parsed.title))
    return {form: 'short', work: document?.id ?? added(works, parsed), antecedent: host.last}
  }
  const known = host ?? works.findLast((work) => isWork(work, parsed, words))
  if (form === 'opcit' && !known) {
    const family = works.findLast(({author}) => hasFamily(words, author))
    if (family) return {form, work: family.id, antecedent: family.last}
  }
  if (form === 'opcit') {
    if (known) return {form, work: known.id, antecedent: known.last}
    return {form, work: added(works, parsed)}
  }
  if (form === 'full') return {form, work: known?.id ?? added(works, parsed)}
  return known ? {form: 'short', work: known.id, antecedent: known.last} : {form}
}

/** Whether words cite a work that was cited before: by its title, or its author and where. */
function isWork(work: Work, {title, author, archive, year}: ParsedPart, words: string): boolean {
  if (archive) return title !== undefined && title === work.title
  if (year !== undefined && work.year !== undefined && year !== work.year) return false
  const [main = ''] = work.title?.split(/[:.]/) ?? []
  const [short = ''] = title?.split(/[:.]/) ?? []
  const family = familyIn(work.author)
  const isNamed = family !== undefined && hasWords(words, family)
  const isTitled = short.length > 3 && hasWords(work.title ?? '', short)
  if (author !== undefined) {
    return isNamed && (isTitled || (main.length > 3 && hasWords(words, main)))
  }
  // Without its author it is the beginning of the title that tells it.
  if (isTitled && beginsWith(work.title ?? '', short)) return beginsWith(words, short)
  const place = String.raw`(?:,? (?:(?:pp?|S|ll?)\. ?|[ivx]+\. )?\d|$)`
  return isNamed && new RegExp(`^${escaped(family)}${place}`, 'u').test(words)
}

/** Whether words begin with the family name of an author. */
function hasFamily(words: string, author: string | undefined): boolean {
  const family = familyIn(author)
  return family !== undefined && beginsWith(words, family)
}

function added(works: Work[], parsed: ParsedPart): string {
  const {author, title, abbreviation, year = '', repository} = parsed
  const stem = ascii(
    familyIn(author) ?? title?.split(/\s+/).slice(0, 2).join('') ?? repository ?? 'work',
  )
  const base = `${stem}${year}`
  let id = base
  for (let letter = 0; works.some((one) => one.id === id); letter++) {
    id = `${base}${String.fromCodePoint(98 + letter)}`
  }
  const names = abbreviation === undefined ? [] : [abbreviation]
  works.push({id, author, title, year: parsed.year, names, last: 0})
  return id
}

/** The family name of the first author; of one whose order is not known, the last of the words. */
export function familyIn(author: string | undefined): string | undefined {
  const [first] = author?.split(/,| and | & | und | et al/) ?? []
  return first
    ?.replace(/\s*\(.*$/, '')
    .trim()
    .split(/\s+/)
    .at(-1)
}

/** Whether titles are the same but for diacritics, signs and case. */
function isAlike(a: string, b: string | undefined): boolean {
  return b !== undefined && folded(a) === folded(b)
}

/** Words as an id may have them. */
function ascii(words: string): string {
  return folded(words).replaceAll(/[^a-z0-9]/g, '') || 'work'
}

function escaped(words: string): string {
  return words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
