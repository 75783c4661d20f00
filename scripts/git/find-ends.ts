import type {Repository} from './open-repository.ts'
import {parseRange} from './parse-range.ts'
import {mergeBaseOf, resolveRevision} from './resolve-revision.ts'

/** A revision: what it is called, and its commit; `null` is the work tree. */
export interface NamedRevision {
  readonly name: string
  readonly id: string | null
}

/** What the work tree is called. */
export const workTree = 'the files as they lie here'

/**
 * Find both ends of a range.
 *
 * Shape: repository, `A..B`, `A..` (to the work tree), `A...B` or `A...` (from where both parted; the work tree goes
 * with HEAD) → the revisions that are compared.
 * Throws: `UsageError` for what is no range, and for what names no revision.
 */
export async function findEnds(
  repository: Repository,
  range: string,
): Promise<readonly [NamedRevision, NamedRevision]> {
  const {from, to, isFromMergeBase} = parseRange(range)
  const first = {name: from, id: await resolveRevision(repository, from)}
  const last = to === null ? null : {name: to, id: await resolveRevision(repository, to)}
  const end = last ?? {name: workTree, id: null}
  if (!isFromMergeBase) return [first, end]
  const other = last ?? {name: 'HEAD', id: await resolveRevision(repository, 'HEAD')}
  return [{name: from, id: await mergeBaseOf(repository, first, other)}, end]
}
