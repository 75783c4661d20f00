/** `168-9` → `168–169`; `1402-03` → `1402–1403`. */
export function expandRanges(text: string): string {
  return text.replaceAll(/(\d+)\s*[-–—]\s*(\d+)/g, (_, from: string, to: string) => {
    const whole = to.length < from.length ? from.slice(0, from.length - to.length) + to : to
    return `${from}–${whole}`
  })
}

/** The first and last number of a locator or of a page range; `undefined` when it has none. */
export function boundsOf(value: string): readonly [first: number, last: number] | undefined {
  const numbers = expandRanges(value).match(/\d+/g)?.map(Number)
  const [first] = numbers ?? []
  return first === undefined || !numbers ? undefined : [first, numbers.at(-1) ?? first]
}

/** The kinds of locators, by the names that CSL gives them. */
const labels = [
  ['page', /^(?:pages?|pp?|S|стр|с)\.?\s*(?=\d|[ivxl]+(?!\p{L}))/iu],
  ['folio', /^(?:leaves|leaf|folios?|fols?|ff?|ll?|лл?|khuu)\.?\s*(?=\d)/iu],
  ['chapter', /^(?:chapters?|chaps?|ch|Kap|гл)(?!\p{L})\.?\s*/iu],
  ['section', /^(?:(?:sections?|secs?)(?!\p{L})\.?|§+)\s*/iu],
  ['note', /^(?:notes?|nn?|fn)\.?\s*(?=\d)/iu],
  ['volume', /^(?:volumes?|vols?|Bd|т)(?!\p{L})\.?\s*/iu],
  ['column', /^(?:columns?|cols?)(?!\p{L})\.?\s*/iu],
  ['part', /^(?:parts?|pts?)(?!\p{L})\.?\s*/iu],
] as const

/** A locator in the terms of CSL. */
export interface Locator {
  readonly label: (typeof labels)[number][0]
  /** `168–169` */
  readonly value: string
}

/**
 * Say what a printed locator is: `pp. 168-9` → page 168–169, `ll. 36-37` → folio 36–37.
 *
 * Bare numbers are pages; those with points between (`14.34`) are sections.
 */
export function normaliseLocator(printed: string): Locator {
  const words = printed.trim()
  for (const [label, pattern] of labels) {
    const [sign] = pattern.exec(words) ?? []
    if (sign) return {label, value: expandRanges(words.slice(sign.length))}
  }
  return {label: /^\d+(?:\.\d+)+$/.test(words) ? 'section' : 'page', value: expandRanges(words)}
}
