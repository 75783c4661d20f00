import type {IndexEntry, IndexPlace} from './audit/index-entry.ts'
import {nameEntryId, nameId, noteId, paragraphId} from './html/ids.ts'
import {indexName} from './html/index-document.ts'
import type {TextEdition} from './model/edited-text.ts'
import type {Names} from './names/name.ts'
import {placesOfNames} from './names/places-of-names.ts'

/** The entries that the index must have, and where each must lead. */
export function indexEntries({names}: Names, texts: readonly TextEdition[]): IndexEntry[] {
  const places = new Map<string, IndexPlace[]>()
  for (const {text, tree} of texts) {
    for (const [name, found] of placesOfNames(tree)) {
      const made = found.map(({paragraph, note, numbers}) => ({
        document: `text-${text.id}`,
        block: note === undefined ? paragraphId(text.id, paragraph ?? 0) : noteId(text.id, note),
        words: numbers.map((number) => nameId(text.id, number)),
      }))
      places.set(name, [...(places.get(name) ?? []), ...made])
    }
  }
  return [...places].flatMap(([id, found]) => {
    const name = names.get(id)
    if (!name) return []
    const forms = name.forms.map(({form}) => form)
    const entry = nameEntryId(indexName, id)
    return [{id: entry, heading: name.sort, forms, places: found}]
  })
}
