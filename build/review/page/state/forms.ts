import type {Entry} from './entry.ts'

/** The entries of the same form in all texts, this one with them: records, marks or proposals alike. */
export function sameForm(entries: readonly Entry[], {item}: Entry): Entry[] {
  return entries.filter((one) => one.item.form === item.form && one.item.sort === item.sort)
}

/** The forms that stand at two places or more, the most frequent first. */
export function formsOf(entries: readonly Entry[]): (readonly [form: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const {item} of entries) counts.set(item.form, (counts.get(item.form) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
}
