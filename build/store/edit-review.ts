import {isMap, isScalar, parseDocument} from 'yaml'
import type {YAMLMap} from 'yaml'
import type {Said} from '../verdicts/verdict.ts'
import {formatYaml} from './canonical-yaml.ts'
import {EntryError} from './edit-yaml.ts'

/** What a reviewer says, without whom and about what. */
export type Fields = Pick<Said, 'verdict' | 'of' | 'note' | 'settles'>

/** A verdict to be written, and what the reviewer saw there; `null` is none. */
export interface ReviewChange {
  readonly id: string
  readonly to: Fields | null
  readonly was: Fields | null
}

/**
 * Change verdicts in a file of a reviewer, all or none.
 *
 * Shape: path for messages, text of the file (empty when there is none) and changes → its new text, empty
 * when nothing is left; or the ids under which something else stands than the reviewer saw.
 * Throws: `EntryError` when the file is not YAML.
 */
export function changeReview(
  path: string,
  text: string,
  changes: readonly ReviewChange[],
): {text: string; conflicts: readonly string[]} {
  const document = parseDocument(text.trim() === '' ? '{}' : text, {schema: 'failsafe'})
  if (document.errors[0])
    throw new EntryError(`${path}: ${document.errors[0].message.split('\n')[0]}`)
  if (!isMap(document.contents)) throw new EntryError(`${path}: expected a mapping of verdicts.`)
  const root = document.contents as YAMLMap<unknown, unknown>
  const conflicts = changes.filter(({id, was}) => !isSame(fieldsOf(root.get(id)), was))
  if (conflicts.length > 0) return {text, conflicts: conflicts.map(({id}) => id)}
  for (const {id, to} of changes) {
    if (to === null) root.delete(id)
    else setFields(document, root, id, to)
  }
  if (root.items.length === 0) return {text: '', conflicts: []}
  const written = formatYaml(path, String(document), 'review')
  if (written.text === null) throw new EntryError(`${path}: ${String(written.findings[0]?.reason)}`)
  return {text: written.text, conflicts: []}
}

const names = ['verdict', 'of', 'note', 'settles'] as const

/** Keys that are there keep their comments. */
function setFields(
  document: ReturnType<typeof parseDocument>,
  root: YAMLMap<unknown, unknown>,
  id: string,
  to: Fields,
): void {
  const entry = root.get(id)
  if (!isMap(entry)) {
    const given = names.flatMap((name) => (to[name] === undefined ? [] : [[name, to[name]]]))
    root.set(id, document.createNode(Object.fromEntries(given)))
    return
  }
  for (const name of names) {
    if (to[name] === undefined) entry.delete(name)
    else (entry as YAMLMap<unknown, unknown>).set(name, to[name])
  }
}

function fieldsOf(entry: unknown): Fields | null {
  if (!isMap(entry)) return null
  const read = (name: string): string | undefined => {
    const value: unknown = entry.get(name, true)
    return isScalar(value) ? String(value.value) : undefined
  }
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Fields
}

function isSame(one: Fields | null, other: Fields | null): boolean {
  if (one === null || other === null) return one === other
  return names.every((name) => (one[name] ?? '') === (other[name] ?? ''))
}
