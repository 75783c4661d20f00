import type {PlacedItem} from './bibliography.ts'
import type {Item, Shortened} from './item.ts'
import type {PlacedCitation} from './placed-citations.ts'

/** What stands in a shortened field for the words that only the source has. */
const ellipsis = '…'
const blanksAroundEllipsis = /\s*…\s*/

/**
 * Give items the long titles that bibliography.json has shortened.
 *
 * A file that may be passed on holds no long run of a source. It has how a title begins and ends; what stands
 * between is read from the note that cites it. Without that note a title stays short.
 *
 * Shape: items, citations of each text by its id → the same items; and those with a field whose ends no
 * citation has, with that field.
 */
export function completeItems(
  placed: readonly PlacedItem[],
  citations: ReadonlyMap<string, readonly PlacedCitation[]>,
): {items: PlacedItem[]; short: [item: PlacedItem, field: Shortened][]} {
  const all = [...citations.values()].flat()
  const short: [PlacedItem, Shortened][] = []
  const items = placed.map((one): PlacedItem => {
    const {shortened = [], printed} = one.item.custom
    const words = all.filter(({citation}) => citation.item === one.item.id).map((c) => c.words)
    return shortened.reduce((made: PlacedItem, field) => {
      const middle = middleOf(printed?.[field] ?? one.item[field] ?? '', words)
      if (middle === undefined) short.push([one, field])
      return middle === undefined ? made : {...made, item: filled(made.item, field, middle)}
    }, one)
  })
  return {items, short}
}

function middleOf(value: string, citing: readonly string[]): string | undefined {
  const [head, tail, ...more] = value.split(ellipsis)
  if (head === undefined || tail === undefined || more.length > 0) return undefined
  for (const words of citing) {
    const from = words.indexOf(head.trimEnd())
    const start = from + head.trimEnd().length
    const end = words.indexOf(tail.trimStart(), start)
    if (from !== -1 && end !== -1) return words.slice(start, end)
  }
  return undefined
}

function filled(item: Item, field: Shortened, middle: string): Item {
  const {custom} = item
  const fill = (value: string): string => value.replace(blanksAroundEllipsis, () => middle)
  const printed = custom.printed?.[field]
  const own = printed === undefined ? {} : {printed: {...custom.printed, [field]: fill(printed)}}
  const {shortened = [], ...rest} = custom
  const left = shortened.filter((one) => one !== field)
  const still = left.length > 0 ? {shortened: left} : {}
  return {...item, [field]: fill(item[field] ?? ''), custom: {...rest, ...still, ...own}}
}
