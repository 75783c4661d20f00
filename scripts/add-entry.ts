import {addEntries, EntryError} from '../build/store/edit-yaml.ts'
import type {addEntry} from '../build/store/edit-yaml.ts'
import {UsageError} from './exit.ts'

/** Add an entry to a YAML file; a file that is broken, or has the entry, is a wrong call. */
export function addEntryTo(
  ...[path, text, kind, keys, fields]: Parameters<typeof addEntry>
): string {
  return addEntriesTo(path, text, kind, [[keys, fields]])
}

/** Add entries to a YAML file, all or none; as {@link addEntryTo}. */
export function addEntriesTo(...call: Parameters<typeof addEntries>): string {
  try {
    return addEntries(...call)
  } catch (error) {
    if (error instanceof EntryError) throw new UsageError(error.message)
    throw error
  }
}
