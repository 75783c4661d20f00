import {isMap, parseDocument} from 'yaml'
import type {YAMLMap} from 'yaml'
import {formatYaml} from './canonical-yaml.ts'
import type {FileKind} from './canonical-yaml.ts'

/** The fields of an entry: texts, or lists and mappings of texts. */
export interface Fields {
  readonly [key: string]: string | Fields | readonly Fields[] | undefined
}

/** Thrown when an entry cannot be added to a file as it stands. */
export class EntryError extends Error {}

/**
 * Add an entry to a YAML file, and write the file the one way the project writes it.
 *
 * Shape: path for messages, its text (empty for a new file), kind, keys that lead to the entry,
 * its fields → the new text.
 * Throws: `EntryError` when the file is not YAML, or the entry is already there.
 */
export function addEntry(
  path: string,
  text: string,
  kind: FileKind,
  keys: readonly string[],
  fields: Fields,
): string {
  return addEntries(path, text, kind, [[keys, fields]])
}

/** Add entries to a YAML file; as {@link addEntry}, with the file read and written once. */
export function addEntries(
  path: string,
  text: string,
  kind: FileKind,
  entries: readonly (readonly [keys: readonly string[], fields: Fields])[],
): string {
  const document = parseDocument(text.trim() === '' ? '{}' : text, {schema: 'failsafe'})
  if (document.errors[0]) throw new EntryError(`${path}: ${document.errors[0].message}`)
  if (document.contents === null) document.contents = parseDocument('{}').contents
  if (!isMap(document.contents)) throw new EntryError(`${path}: expected a mapping of entries.`)
  for (const [keys, fields] of entries) {
    if (document.hasIn(keys))
      throw new EntryError(`${path}: \`${keys.join('.')}\` is already there`)
    const [section] = keys
    const parent =
      keys.length > 1 && section !== undefined ? document.get(section) : document.contents
    if (section !== undefined && keys.length > 1 && !isMap(parent)) {
      document.set(section, document.createNode({}))
    }
    ;(document as {setIn(path: readonly string[], value: unknown): void}).setIn(
      keys,
      document.createNode(withoutUndefined(fields)),
    )
  }
  const written = formatYaml(path, String(document), kind)
  if (written.text === null) throw new EntryError(`${path}: ${String(written.findings[0]?.reason)}`)
  return written.text
}

/**
 * Change fields of an entry that is there; `undefined` takes a field out. Comments stay.
 *
 * Shape: path for messages, text of the file, kind, keys that lead to the entry, its new fields → the new
 * text. Throws: `EntryError` when the file is not YAML or the entry is not there.
 */
export function changeEntry(
  path: string,
  text: string,
  kind: FileKind,
  keys: readonly (string | number)[],
  fields: Readonly<Record<string, string | undefined>>,
): string {
  const document = parseDocument(text, {schema: 'failsafe'})
  if (document.errors[0]) throw new EntryError(`${path}: ${document.errors[0].message}`)
  const entry: unknown = document.getIn(keys)
  if (!isMap(entry)) throw new EntryError(`${path}: \`${keys.join('.')}\` is not there`)
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) entry.delete(name)
    else (entry as YAMLMap<string, unknown>).set(name, value)
  }
  const written = formatYaml(path, String(document), kind)
  if (written.text === null) throw new EntryError(`${path}: ${String(written.findings[0]?.reason)}`)
  return written.text
}

/** List the keys of a mapping in a YAML file; none when the file or the mapping is not there. */
export function keysOf(text: string, section?: string): string[] {
  const document = parseDocument(text, {schema: 'failsafe'})
  const node = section === undefined ? document.contents : document.get(section)
  return isMap(node) ? (node as YAMLMap).items.map((pair) => String(pair.key)) : []
}

function withoutUndefined(fields: Fields): Record<string, unknown> {
  const plain = (value: string | Fields | readonly Fields[]): unknown => {
    if (typeof value === 'string') return value
    return Array.isArray(value) ? value.map(plain) : withoutUndefined(value as Fields)
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, plain(value)]],
    ),
  )
}
