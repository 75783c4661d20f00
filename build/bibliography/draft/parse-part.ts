import type {CitationForm} from '../citation.ts'
import {levelPatterns, valueOf} from '../archives.ts'
import {backwardForm} from '../backward-form.ts'
import {hereafter} from '../hereafter.ts'
import type {ArchiveLevel} from '../item.ts'
import {pagesOf as wholePages} from '../locator.ts'
import {
  bareLocator,
  date,
  dateAlone,
  holder,
  imprint,
  initials,
  issue,
  lead,
  locatorInside,
  nameBefore,
  names,
  newspaper,
  placeAndYear,
  signature,
  signedLocator,
  titleIn,
} from './patterns.ts'

/** What a part of a note seems to cite. Offsets within the part. */
export interface ParsedPart {
  readonly start: number
  readonly end: number
  readonly form: CitationForm
  readonly locator?: string | undefined
  readonly author?: string | undefined
  readonly title?: string | undefined
  readonly container?: string | undefined
  readonly volume?: string | undefined
  readonly issue?: string | undefined
  readonly place?: string | undefined
  readonly publisher?: string | undefined
  readonly year?: string | undefined
  /** Those of a whole article. */
  readonly pages?: string | undefined
  readonly date?: string | undefined
  readonly abbreviation?: string | undefined
  readonly repository?: string | undefined
  readonly archive?: Readonly<Partial<Record<ArchiveLevel, string>>> | undefined
}

/**
 * Read a part of a note as a citation.
 *
 * Shape: words → where it stands in them and what it says. A short title cannot be told without the works cited
 * before; its form is `mention` here, as that of words which may cite nothing.
 */
export function parsePart(words: string): ParsedPart {
  const start = startOf(words)
  const whole = words.slice(start)
  const ibid =
    /^(?:ibid(?:em)?\b\.?|ebd\.|ebenda|(?:там|tam) (?:же|zhe)\.?|loc\.\s?cit\.?|idem\b\.?(?!, [“"‘\p{Lu}]))/iu.exec(
      whole,
    )
  const short = hereafter.exec(whole)
  // What it will be called stands behind it, and is no part of it, unless the citation goes on.
  const isLast = short && /^[\s.,;]*$/u.test(whole.slice(short.index + short[0].length))
  const core = withoutProse(trimmed(isLast ? whole.slice(0, short.index) : whole))
  if (ibid) {
    const locator = locatorOf(core.slice(ibid[0].length))?.locator
    const form = backwardForm(ibid[0]) ?? 'ibid'
    return {form, locator, start, end: start + core.length}
  }
  const said = locatorOf(core)
  const body = said ? core.slice(0, said.at) : core
  const isArchival = signature.test(core)
  const abbreviation = (short ?? (isArchival ? null : initials.exec(core)))?.[1]?.trim()
  const common = {start, end: start + core.length, locator: said?.locator, abbreviation}
  if (backwardForm(core) === 'opcit') {
    return {
      ...common,
      form: 'opcit',
      ...titleAndAuthor(
        body.replace(/,?\s*(?:op|loc|art)\.\s?cit\..*$|,?\s*a\.\s?a\.\s?O\..*$/u, ''),
      ),
    }
  }
  if (isArchival) return {...common, form: 'full', ...archival(core)}
  const paper = newspaper.exec(core)
  if (paper) {
    const page = locatorOf(core.slice(paper[0].length - 1))?.locator
    return {...common, form: 'full', container: paper[1], date: paper[2], locator: page}
  }
  const made = imprintIn(body)
  const named = titleAndAuthor(body)
  if (made && !isDateAlone(made[1] ?? '')) {
    const pages = titleIn(body) ? pagesOf(core, said) : {}
    return {...common, form: 'full', ...printed(body, made), ...pages}
  }
  const bare = placeAndYear.exec(body)
  if (bare && !made) {
    const before = body.slice(0, bare.index)
    return {...common, form: 'full', ...titleAndAuthor(before), place: bare[1], year: bare[2]}
  }
  const title = titleIn(body)
  const after = title ? body.slice(title.index + title[0].length) : ''
  const dated = date.exec(after)
  if (title && (made || dated || issue.test(after) || /^[,.]? in [\p{Lu}“"]/u.test(after))) {
    const year = made?.[2] ?? /\d{4}/.exec(dated?.[0] ?? '')?.[0]
    return {
      ...common,
      form: 'full',
      ...named,
      ...containerOf(body, title),
      ...pagesOf(core, said),
      year,
      date: dated?.[0],
    }
  }
  if (made) return {...common, form: 'full', ...named, year: made[2], date: made[0].slice(1, -1)}
  const dates = {date: date.exec(body)?.[0]}
  const isHeld =
    holder.test(core) && (said !== null || / (?:box|Box|Rep\.|Nr\.|Reg\.) /u.test(core))
  return {...common, form: isHeld ? 'full' : 'mention', ...named, ...dates}
}

/** Words up to a locator behind which a sentence goes on. */
function withoutProse(core: string): string {
  if (locatorOf(core)) return core
  const inside = locatorInside.exec(core)
  return inside ? core.slice(0, inside.index + inside[0].length) : core
}

/** The last brackets with a year: a title may have some of its own. */
function imprintIn(body: string): RegExpExecArray | null {
  let found: RegExpExecArray | null = null
  for (const match of body.matchAll(new RegExp(imprint.source, 'gu'))) found = match
  return found
}

/** Pages at the end of an article or chapter, when they are those of the whole, and no place in it. */
function pagesOf(
  core: string,
  said: {readonly locator: string; readonly at: number} | null,
): Pick<ParsedPart, 'pages' | 'locator'> {
  const [first, last] = (said && wholePages(said.locator)) ?? [0, 0]
  const isAfterColon = said !== null && core.charAt(said.at) === ':'
  return last - first > (isAfterColon ? 3 : 9) ? {pages: said?.locator, locator: undefined} : {}
}

/** Where the citation begins: behind words that only lead to it. */
function startOf(words: string): number {
  let start = /^[\s,.:–—-]*/u.exec(words)?.[0].length ?? 0
  for (let found = lead.exec(words.slice(start)); found; found = lead.exec(words.slice(start))) {
    start += found[0].length
  }
  const ibid = /(?<!\p{L})(?:ibid|ebd\.|ebenda|tam zhe)/iu.exec(words.slice(start))
  if (ibid) return start + ibid.index
  // In a sentence the citation begins after the last words that lead to one.
  const title = titleIn(words.slice(start))
  const before = title ? words.slice(start, start + title.index) : ''
  if (before.trim() !== '' && !new RegExp(`^(?:${nameBefore.source})`, 'u').test(before)) {
    const name = nameBefore.exec(before)
    if (name) return start + name.index
  }
  const within = [
    ...words
      .slice(start)
      .matchAll(
        /(?<=\s)(?:see(?: also)?|vgl\.|siehe|cf\.|(?:quoted|cited|reprinted) in|is in|are in)[,:]?\s+(?=[\p{Lu}“"‘«„])/gu,
      ),
  ].at(0)
  return within && isProse(words.slice(start, start + within.index))
    ? start + within.index + within[0].length
    : start
}

/** Whether words are a sentence, and no names and titles. */
function isProse(words: string): boolean {
  return !/[“"«„(]/.test(words) && !/^\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3},/u.test(words)
}

function trimmed(words: string): string {
  const cut = words.replace(/[\s,;:]+$/u, '')
  // The point of `ff.` or `op. cit.` is part of the words.
  return /(?:\bff?|cit|al|Ibid|ibid|Ebd|\dob)\.$/u.test(cut) ? cut : cut.replace(/\.$/u, '')
}

function locatorOf(core: string): {locator: string; at: number} | null {
  const found = signedLocator.exec(core) ?? bareLocator.exec(core)
  const locator = found?.[1]
  if (!found || locator === undefined) return null
  // The number of an issue is no place in it.
  if (
    /^nos?\./.test(locator) &&
    /[\d”"’,]\s*,?$/u.test(core.slice(0, found.index)) &&
    titleIn(core)
  ) {
    return null
  }
  // A year at the end is a date.
  return /^(?:1[5-9]|20)\d\d$/.test(locator) ? null : {locator, at: found.index}
}

function isDateAlone(before: string): boolean {
  return before.trim() === '' || dateAlone.test(before.trim())
}

/** Author and title of words before an imprint, or with a title in quotation marks. */
function titleAndAuthor(body: string): Pick<ParsedPart, 'author' | 'title'> {
  const title = titleIn(body)
  if (title) {
    const before = body.slice(0, title.index).replace(/[,:\s]+$/u, '')
    return {author: before === '' ? undefined : before, title: title[1] ?? title[2]}
  }
  const found = names.exec(body)
  if (!found) return {title: withoutBrackets(body)}
  const author = found[1]?.trim().replace(/,$/, '')
  return {author, title: withoutBrackets(body.slice(found[0].length))}
}

function withoutBrackets(words: string): string | undefined {
  const cut = words
    .replace(/\s*[([].*$/su, '')
    .replace(
      /,?\s*(?:trans\.|translated by|ed\.|edited by|[Vv]ols?\.|Bd\.|\d+(?:nd|rd|th|st) ed).*$/su,
      '',
    )
    .replace(/[,:.\s]+$/u, '')
  return cut === '' ? undefined : cut
}

function printed(body: string, made: RegExpExecArray): Partial<ParsedPart> {
  const before = body.slice(0, made.index)
  const [place, ...house] = (made[1] ?? '').replace(/[,\s]+$/u, '').split(/:\s*/u)
  const title = titleIn(before)
  return {
    ...titleAndAuthor(before),
    ...(title ? containerOf(before, title) : {}),
    place: place?.trim() || undefined,
    publisher: house.join(': ').trim() || undefined,
    year: made[2],
  }
}

/** What stands after a title in quotation marks: `, in X`, or the name of a journal. */
function containerOf(
  body: string,
  title: RegExpExecArray,
): Pick<ParsedPart, 'container' | 'volume' | 'issue'> {
  const after = body.slice(title.index + title[0].length).replace(/^[,.\s]+/u, '')
  const inside = /^(?:in:? )(.*)$/su.exec(after)?.[1]
  const words = inside ?? after
  const eds = /^.*?\((?:eds?|hrsg)\.?\),?\s+/su.exec(words)?.[0] ?? ''
  const name = words.slice(eds.length).replace(/,?\s*(?:\d|[Vv]ol\.|no\.|Issue|\(|eds?\.).*$/su, '')
  const cut = name.replace(/[,:.\s]+$/u, '')
  if (cut === '') return {}
  const rest = words.slice(eds.length + name.length)
  const volume = /^[,\s]*(?:[Vv]ol\.\s?|Bd\.\s?)?(\d+|[IVXLC]+\b)(?!\.? \p{L}+ \d{4})/u.exec(
    rest,
  )?.[1]
  const number = /\b(?:no|Nr|Issue|Heft)\b\.?\s?(\d+(?:[-–/]\d+)?)/u.exec(rest)?.[1]
  return {container: cut, ...(inside === undefined ? {volume, issue: number} : {})}
}

function archival(core: string): Partial<ParsedPart> {
  const found = levelPatterns.flatMap(([level, pattern]) => {
    const found = pattern.exec(core)
    const value = found ? valueOf(found) : undefined
    return value === undefined ? [] : [[level, value] as const]
  })
  const at = signature.exec(core)?.index ?? 0
  const before = core.slice(0, at).replace(/[,:;(\s]+$/u, '')
  const repository = /(?:^|[,.(]\s*|\s)(\p{Lu}{3,}|[^,.()]*?(?:Archive|Arkhiv)[^,.()]*)\)?$/u.exec(
    before,
  )?.[1]
  const head = repository === undefined ? before : before.slice(0, before.lastIndexOf(repository))
  const dated = date.exec(head)
  const title = titleIn(head)
  const words = head.slice(0, dated?.index).replace(/[,.(\s]+$/u, '')
  return {
    title: title?.[1] ?? title?.[2] ?? (words === '' ? undefined : words),
    repository: repository?.trim(),
    archive: Object.fromEntries(found),
    date: dated?.[0],
    year: /\d{4}/.exec(dated?.[0] ?? '')?.[0],
  }
}
