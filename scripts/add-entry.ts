import {addEntry, EntryError} from '../build/store/edit-yaml.ts'
import {UsageError} from './exit.ts'

/** Add an entry to a YAML file; a file that is broken, or has the entry, is a wrong call. */
export function addEntryTo(...call: Parameters<typeof addEntry>): string {
  try {
    return addEntry(...call)
  } catch (error) {
    if (error instanceof EntryError) throw new UsageError(error.message)
    throw error
  }
}
