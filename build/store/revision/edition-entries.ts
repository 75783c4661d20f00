import * as v from 'valibot'
import type {Entry} from '../../model/revision.ts'
import {documentsSchema} from '../annotation-schemas.ts'
import {itemSchema} from '../bibliography-schemas.ts'
import {mapSchema} from '../map-schemas.ts'
import {chronologySchema} from '../matter-schemas.ts'
import {namesSchema} from '../name-schemas.ts'
import {editionSchema} from '../schemas.ts'
import type {FileReader} from './file-reader.ts'
import {keys, mappings, proseEntry} from './said-entries.ts'
import {fieldsAt, listAt, wordsAt} from './values.ts'

const plain = {at: null, to: null, of: null, parts: []} as const

/**
 * What the files beside edition.yaml say: its keys, bibliography, names, documents, front and back matter, maps.
 *
 * Shape: reader of the folder of the edition → entries, those of a file in its order.
 */
export function editionEntries(reader: FileReader): Entry[] {
  const named = (pattern: RegExp): string[] => reader.names.filter((name) => pattern.test(name))
  return [
    ...keys(reader, 'edition.yaml', editionSchema, 'edition'),
    ...named(/^(?:front|back)\/[^/]+\.md$/).flatMap((name) => proseEntry(reader, name)),
    ...named(/^(?:front|back)\/[^/]+\.yaml$/).flatMap((name) => chronologyEntries(reader, name)),
    ...itemEntries(reader),
    ...mappings(reader, 'names.yaml', namesSchema, 'name', 'names'),
    ...keys(reader, 'names.yaml', namesSchema, 'name')
      .filter(({id}) => id !== 'names')
      .map((entry) => ({...entry, type: 'list'})),
    ...mappings(reader, 'documents.yaml', documentsSchema, 'document'),
    ...named(/^maps\/[^/]+\.yaml$/).flatMap((name) => mapEntries(reader, name)),
  ]
}

/** The items of bibliography.json. */
function itemEntries(reader: FileReader): Entry[] {
  const name = 'bibliography.json'
  const file = reader.yaml(name, v.array(itemSchema))
  return listAt(file?.content).flatMap((value, index): Entry[] => {
    const fields = fieldsAt(value)
    const id = wordsAt(fields['id'])
    if (id === undefined) return []
    const line = file?.lineOf([index]) ?? 1
    return [{...plain, sort: 'item', type: '', id, fields, file: name, line}]
  })
}

/** The events of a chronology, and what stands above them; `type` is the file. */
function chronologyEntries(reader: FileReader, name: string): Entry[] {
  const type = name.replace(/\.yaml$/, '')
  const events = mappings(reader, name, chronologySchema, 'event', 'events')
  const above = keys(reader, name, chronologySchema, 'prose').filter(({id}) => id !== 'events')
  return [...events, ...above].map((entry) => ({...entry, type}))
}

/** The places of a map, and what is said of it; `type` is the file. */
function mapEntries(reader: FileReader, name: string): Entry[] {
  const type = name.replace(/\.yaml$/, '')
  const places = mappings(reader, name, mapSchema, 'map', 'places')
  const above = keys(reader, name, mapSchema, 'map').filter(({id}) => id !== 'places')
  return [...places, ...above.map((entry) => ({...entry, id: `(${entry.id})`}))].map((entry) => ({
    ...entry,
    type,
  }))
}
