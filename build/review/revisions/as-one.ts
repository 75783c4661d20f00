import type {Entry} from '../../model/revision.ts'

/**
 * Make the keys of text.yaml or edition.yaml one entry, for a text or edition that is new or gone.
 *
 * Shape: entries, which of them are keys, the name of the folder → entries, with one of that name for the keys.
 */
export function asOne(
  entries: readonly Entry[],
  sort: 'text' | 'edition',
  id: string,
): readonly Entry[] {
  const keys = entries.filter((entry) => entry.sort === sort)
  const [first] = keys
  if (!first) return entries
  const fields = Object.fromEntries(keys.flatMap((entry) => Object.entries(entry.fields)))
  return [{...first, id, fields}, ...entries.filter((entry) => entry.sort !== sort)]
}
