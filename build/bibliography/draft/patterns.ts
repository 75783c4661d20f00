import {months as monthNames} from '../item-date.ts'

/** What citations in notes are made of, as regular expressions; all of them are for one part of a note. */

const months = `(?:${monthNames.join('|')}|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\\.?`
const seasons = '(?:Spring|Summer|Fall|Autumn|Winter)'
const number = '(?:\\d+(?:\\.\\d+)*(?:ob\\.?|[a-z])?|[ivxlc]+\\b|[IVXLC]+\\b)'
const numbers = `${number}(?:\\s?[-–—]\\s?${number})?(?:\\s?ff?\\.)?`
const sign =
  '(?:pp?|ll?|fols?|fos?|ff|Bl|S|SS|Sp|ch(?:ap)?s?|secs?|nn?|nos?|docs?|cols?|khuu|стр|с|л{1,2})\\.\\s?'

/** A locator with a sign (`pp. 12-14`), at the end of words. */
export const signedLocator = new RegExp(
  `[,:]?\\s*(?:especially |esp\\. |here |at |hier )?((?:${sign}|§+\\s?|chapters? |pages? |leaf |leaves )${numbers}(?:(?:,| and| u\\.)\\s?${numbers})*)$`,
  'u',
)

/** A locator without a sign (`, 12–14`), at the end of words. */
export const bareLocator = new RegExp(
  `(?:[,:]|(?<=[”"’'])|(?:especially|esp\\.|at|hier))\\s*((?:[ivx]+\\. )?${numbers}(?:,\\s?${numbers})*)$`,
  'u',
)

/** Where a locator ends and a sentence goes on. */
export const locatorInside = new RegExp(
  `(?:${sign}|[)”"’'],?\\s|,\\s)${numbers}(?:,\\s?${numbers})*(?=(?:,|:| –| —)? (?!and |u\\. )[\\p{Ll}(])`,
  'u',
)

/** A day, month or season with its year. */
export const date = new RegExp(
  `(?:\\d{1,2}\\.? ${months},? \\d{4}|${months} \\d{1,2}, \\d{4}|${months} \\d{4}|${seasons} \\d{4})`,
  'u',
)

/** What stands before the year of a date: a month, a day, a season, or from one to another. */
export const dateAlone = new RegExp(
  `^(?:\\d{1,2}\\.? )?(?:${months}|${seasons})(?: \\d{1,2},)?(?:[-–/]\\w+)?$`,
  'iu',
)

/** Place, house and year in brackets. */
export const imprint = /\(([^()]*?)\b((?:1[5-9]|20)\d\d)(?:[-–/]\d{2,4})?\)/u

/** Place and year without brackets, as German notes have them: `, Berlin 1911`. */
export const placeAndYear =
  /, (\p{Lu}[\p{L}.]+(?:[/-]\p{Lu}\p{L}+)?) ((?:1[5-9]|20)\d\d)(?=,| \(|$)/u

/** A title in quotation marks. */
const quoted = /[“"«„]([^”"»“]{3,}?)[,.]?[”"»“]|(?<!\p{L})‘([^‘]{3,}?)[,.]?’(?=[,.\s:;]|$)/u

/** The first title in quotation marks that stands in no brackets: houses have such names too. */
export function titleIn(words: string): RegExpExecArray | null {
  for (const found of words.matchAll(new RegExp(quoted.source, 'gu'))) {
    const before = words.slice(0, found.index)
    if (before.split('(').length === before.split(')').length) return found
  }
  return null
}

/** A signature of an archive: its collection, and a level below. */
export const signature =
  /(?:\b[Ff]ond|\bf\.)\s?((?:[A-ZА-Я]-)?\d[\w-]*).*?(?:\b(?:opis'?|op\.|dans))\s?(\d[\w-]*)/u

/** Volume, issue or year of a journal, after its name. */
export const issue = /\b(?:[Vv]ol|no|Nr|Issue|Heft)\b\.?\s?\d|\p{L} \d+(?:,|:|$|\s\()/u

/** Capitals in brackets behind a name that they stand for. */
export const initials = /(?<=\p{L} )\((\p{Lu}{3,})\)/u

/** A name right before a title. */
export const nameBefore =
  /(?:\p{Lu}[\p{L}'’ʼ‘.-]*(?:\s(?:\p{Lu}[\p{L}'’ʼ‘.-]*|d[ei]|van|von|der|den|and|&|et al\.)){0,7}(?: \((?:eds?|hrsg)\.?\))?),?\s*$/u

/** Words that lead to a citation and are not part of it. */
export const lead =
  /^(?:and |(?:(?:but|also|however|thus)[, ]+)?(?:see(?: also| especially| esp\.| for example| e\.g\.)?|cf\.|compare|vgl\.|siehe(?: auch)?|(?:citing|quoting)|(?:as )?(?:quoted|cited|reprinted|printed|published) in|e\.g\.|i\.e\.|for (?:this|details|a [^,;]{0,60}|an [^,;]{0,60}|the [^,;]{0,60}),? see(?: also)?)[,:]?\s+)/iu

/** Names: words with capitals, initials, particles; several with commas and "and". */
export const names =
  /^((?:(?:[\p{Lu}][\p{L}'’ʼ‘.-]*|d[ei]|de la|van|von|der|den|al-\p{Lu}\p{L}+)\s?){1,5}(?:(?:,? and |, | & | und )(?:[\p{Lu}][\p{L}'’ʼ.-]*\s?){2,4})*?(?: et al\.)?)(?:,? \((?:eds?|hrsg|comps?|trans)\.?\))?(?:,? (?:eds?|comps?)\.)?,\s+/u

/** A whole date, with its day. */
const day = `(?:\\d{1,2}\\.? ${months},? \\d{4}|${months} \\d{1,2}, \\d{4})`

/** A newspaper and its date: `The Kite (Leeds), 3 May 1899`. */
export const newspaper = new RegExp(
  `^((?:\\p{Lu}[\\p{L}'’.-]*|of|and|the|de|für|und)(?: (?:\\p{Lu}[\\p{L}'’.-]*|of|and|the|de|für|und)){0,6})(?: \\([^)]+\\))?,(?: Nr\\. \\d+ vom)? (${day})(?:,|$)`,
  'u',
)

/** What holds papers, other than by fond and opis. */
export const holder =
  /\b(?:Archives?|Arch\.|Archiv|Record Office|Papers|MSS?\.?|Depository)\b|\p{L}archiv\b/u
