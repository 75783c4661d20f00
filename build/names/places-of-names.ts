import type {Root} from 'mdast'
import {listOccurrences} from './list-occurrences.ts'

/** A paragraph or note in which a name stands, once however often it stands there. */
export interface PlaceOfName {
  /** Number of the paragraph; none for a note. */
  readonly paragraph: number | undefined
  readonly note: string | undefined
  /** Numbers of the words that are the name. */
  readonly numbers: readonly number[]
}

/**
 * Say where each name of a text stands: by its id, paragraphs and notes in the order of the tree. Headings are left out,
 * for they lead to what stands below them.
 */
export function placesOfNames(tree: Root): Map<string, PlaceOfName[]> {
  const found = new Map<string, Map<string, PlaceOfName & {readonly numbers: number[]}>>()
  for (const {name, number, paragraph, note} of listOccurrences(tree)) {
    if (paragraph === undefined && note === undefined) continue
    const own = found.get(name) ?? new Map<string, PlaceOfName & {readonly numbers: number[]}>()
    const key = note === undefined ? `paragraph ${paragraph}` : `note ${note}`
    const place = own.get(key) ?? {paragraph, note, numbers: []}
    place.numbers.push(number)
    found.set(name, own.set(key, place))
  }
  return new Map([...found].map(([name, places]) => [name, [...places.values()]]))
}
