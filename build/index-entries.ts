import type {IndexEntry, IndexPlace} from './audit/index-entry.ts'
import {nameEntryId, nameId, noteId, paragraphId} from './html/ids.ts'
import {indexName} from './html/index-document.ts'
import type {TextEdition} from './model/edited-text.ts'
import {listOccurrences} from './names/list-occurrences.ts'
import type {Names} from './names/name.ts'

/** The entries that the index must have, and where each must lead. */
export function indexEntries({names}: Names, texts: readonly TextEdition[]): IndexEntry[] {
  const places = new Map<string, Map<string, IndexPlace & {readonly words: string[]}>>()
  for (const {text, tree} of texts) {
    const document = `text-${text.id}`
    for (const {name, number, paragraph, note} of listOccurrences(tree)) {
      if (paragraph === undefined && note === undefined) continue
      const block =
        note === undefined ? paragraphId(text.id, paragraph ?? 0) : noteId(text.id, note)
      const own = places.get(name) ?? new Map<string, IndexPlace & {readonly words: string[]}>()
      const place = own.get(`${document} ${block}`) ?? {document, block, words: []}
      place.words.push(nameId(text.id, number))
      own.set(`${document} ${block}`, place)
      places.set(name, own)
    }
  }
  return [...places].flatMap(([id, found]) => {
    const name = names.get(id)
    if (!name) return []
    const forms = name.forms.map(({form}) => form)
    const entry = nameEntryId(indexName, id)
    return [{id: entry, heading: name.sort, forms, places: [...found.values()]}]
  })
}
