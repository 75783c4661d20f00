/** `168-9` → `168–169`; `1402-03` → `1402–1403`. */
export function expandRanges(text: string): string {
  return text.replaceAll(/(\d+)\s*[-–—]\s*(\d+)/g, (_, from: string, to: string) => {
    const whole = to.length < from.length ? from.slice(0, from.length - to.length) + to : to
    return `${from}–${whole}`
  })
}

/** The first and last page of a locator or a range of pages; `null` when it is of another kind, or several. */
export function pagesOf(value: string): readonly [first: number, last: number] | null {
  const {label, value: pages} = normaliseLocator(value)
  const [, first, last = first] = /^(\d+)(?:–(\d+))?$/.exec(pages) ?? []
  return label === 'page' && first !== undefined ? [Number(first), Number(last)] : null
}

/** The kinds of locators, by the names that CSL gives them. */
const labels = [
  ['sub-verbo', /^(?:s\.\s?vv?)(?!\p{L})\.?\s*/iu],
  ['page', /^(?:pages?|pp?|SS?|стр|с)(?!\p{L})\.?\s*(?=\d|[ivxl]+(?!\p{L}))/iu],
  ['folio', /^(?:leaves|leaf|folios?|fols?|fos?|ff?|ll?|лл?|Bl|khuu)(?!\p{L})\.?\s*(?=\d)/iu],
  ['chapter', /^(?:chapters?|chaps?|ch|Kap|гл)(?!\p{L})\.?\s*/iu],
  ['section', /^(?:(?:sections?|secs?)(?!\p{L})\.?|§+)\s*/iu],
  ['note', /^(?:notes?|nn?|fn|Anm)(?!\p{L})\.?\s*(?=\d)/iu],
  ['volume', /^(?:volumes?|vols?|Bd|т)(?!\p{L})\.?\s*/iu],
  ['column', /^(?:columns?|cols?|Sp)(?!\p{L})\.?\s*/iu],
  ['part', /^(?:parts?|pts?)(?!\p{L})\.?\s*/iu],
  ['figure', /^(?:figures?|figs?|pls?|plates?|Abb)(?!\p{L})\.?\s*/iu],
  ['line', /^(?:lines?|Z)(?!\p{L})\.?\s*(?=\d)/u],
  ['paragraph', /^(?:paragraphs?|paras?|¶)(?!\p{L})\.?\s*/iu],
  ['issue', /^(?:numbers?|nos?|Nr|docs?)(?!\p{L})\.?\s*(?=\d)/iu],
] as const

/** A locator in the terms of CSL. */
export interface Locator {
  /** `null` for one that CSL has no word for, or that has several parts. */
  readonly label: (typeof labels)[number][0] | null
  /** `168–169` */
  readonly value: string
}

/**
 * Say what a printed locator is: `pp. 168-9` → page 168–169, `ll. 36-37` → folio 36–37.
 *
 * Bare numbers are pages; those with points between (`14.34`) are sections.
 */
export function normaliseLocator(printed: string): Locator {
  const words = expandRanges(printed.trim())
  const found = labels.find(([, pattern]) => pattern.test(words))
  const value = found ? words.replace(found[1], '') : words
  // A volume and a page, a page and a note: two kinds in one.
  if (
    found &&
    (found[0] === 'sub-verbo' || !/\p{L}{2,}|\p{L}\./u.test(value.replace(romans, '')))
  ) {
    return {label: found[0], value}
  }
  if (/^\d+(?:\.\d+)+$/.test(words)) return {label: 'section', value: words}
  const isPages = /^(?:\d+[a-z]?|[ivxlc]+)(?:[–,\s]+(?:\d+[a-z]?|[ivxlc]+))*(?: ff?\.)?$/u.test(
    words,
  )
  return {label: isPages ? 'page' : null, value: words}
}

/** Numbers that look like words, and `ff.` behind a number. */
const romans = /\b[IVXLCivxlc]+\b|\bff?\.|\bob\./gu
