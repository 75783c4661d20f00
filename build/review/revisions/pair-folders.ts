/** A folder at two revisions; one of them when it is new or gone. */
export interface Pair<T> {
  readonly before: T | null
  readonly after: T | null
}

/**
 * Pair the folders of two revisions: by name, and those left by what never changes in them.
 *
 * Shape: folders before and after, what a folder is known by (`null` by nothing) → pairs, those of `after` in their
 * order, then what is gone.
 */
export function pairFolders<T extends {readonly id: string}>(
  before: readonly T[],
  after: readonly T[],
  markOf: (one: T) => string | null,
): Pair<T>[] {
  const byName = new Map(before.map((one) => [one.id, one]))
  const isNew = new Set(after.map(({id}) => id))
  const left = before.filter(({id}) => !isNew.has(id))
  const pairs = after.map((one): Pair<T> => {
    const same = byName.get(one.id)
    if (same) return {before: same, after: one}
    const mark = markOf(one)
    const at = mark === null ? -1 : left.findIndex((old) => markOf(old) === mark)
    return {before: at < 0 ? null : (left.splice(at, 1)[0] ?? null), after: one}
  })
  return [...pairs, ...left.map((old) => ({before: old, after: null}))]
}
