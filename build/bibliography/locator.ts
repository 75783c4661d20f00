/** What a locator counts. */
export const locatorLabels = ['page', 'leaf', 'chapter', 'section'] as const
export type LocatorLabel = (typeof locatorLabels)[number]

/** A locator, understood. */
export interface NormalLocator {
  readonly label: LocatorLabel
  /** Numbers and ranges in full: `168–169`. */
  readonly value: string
}

/** How each kind of locator is abbreviated in print. */
const signs: readonly (readonly [LocatorLabel, RegExp])[] = [
  ['page', /^pp?\.\s*/i],
  ['leaf', /^(?:ll?\.|khuu\.)\s*/i],
  ['chapter', /^chap(?:ter)?s?\.?\s*/i],
  ['section', /^(?:sections?|§+)\s*/i],
]

/**
 * Understand a locator.
 *
 * Shape: as printed (`pp. 168-9`, `ll. 36-37`, `chaps. 2-4`, `21`) → label and value, the ends of
 * ranges written out (`168–169`); figures alone are pages.
 */
export function normalLocator(raw: string): NormalLocator {
  const text = raw.trim()
  const [label, sign] = signs.find(([, pattern]) => pattern.test(text)) ?? ['page', /^/]
  return {label, value: expandRanges(text.replace(sign, ''))}
}

/** `168-9` → `168–169`; `1402-03` → `1402–1403`. */
function expandRanges(text: string): string {
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
