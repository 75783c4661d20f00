import type {PageText} from '../../page-data.ts'
import type {Entry} from './entry.ts'
import type {Standing} from './voice.ts'

/** A stretch of a source, one mark of the strip. */
export interface Bucket {
  readonly text: PageText
  /** Offsets in UTF-16 units of the source. */
  readonly start: number
  readonly end: number
  readonly entries: readonly Entry[]
  /** How it is marked; `null` when there is nothing in it. */
  readonly standing: Standing | null
  /** Where a jump to it leads: the first entry that stands so. */
  readonly first: Entry | null
}

/** Of what stands in one bucket, what is shown: what needs a person first. */
const precedence = [
  'contested',
  'query',
  'stale',
  'open',
  'proposed',
  'rejected',
  'accepted',
  'answered',
] as const satisfies Standing[]

/**
 * Divide texts into stretches of one length.
 *
 * Shape: texts in order, their entries, how an entry stands, how many stretches in all → stretches in order;
 * a text has at least four.
 */
export function bucketsOf(
  texts: readonly PageText[],
  entries: readonly Entry[],
  standing: (entry: Entry) => Standing,
  total = 120,
): Bucket[] {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const byText = Map.groupBy(entries, ({text}) => text.id)
  return texts.flatMap((text) => {
    const count = Math.max(4, Math.round((total * text.length) / Math.max(1, length)))
    const width = Math.max(1, text.length) / count
    const inside = Map.groupBy(byText.get(text.id) ?? [], ({item}) =>
      Math.min(count - 1, Math.floor(item.start / width)),
    )
    return Array.from({length: count}, (_, index): Bucket => {
      const list = inside.get(index) ?? []
      const stands = list.map((entry) => [standing(entry), entry] as const)
      const shown = precedence.find((name) => stands.some(([one]) => one === name)) ?? null
      const [, first = null] = stands.find(([one]) => one === shown) ?? []
      return {
        text,
        start: Math.round(index * width),
        end: Math.round((index + 1) * width),
        entries: list,
        standing: shown,
        first,
      }
    })
  })
}

/** The number of the bucket that an entry stands in, from 0; -1 when it stands in none. */
export function bucketWith(buckets: readonly Bucket[], entry: Entry | null): number {
  if (!entry) return -1
  const {text, item} = entry
  return buckets.findLastIndex((bucket) => bucket.text.id === text.id && bucket.start <= item.start)
}
