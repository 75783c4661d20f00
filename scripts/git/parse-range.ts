import {UsageError} from '../exit.ts'

/** Two revisions, as they were called. */
export interface Range {
  readonly from: string
  /** `null`: the files as they lie in the work tree. */
  readonly to: string | null
  /** Whether `from` is the commit where both parted. */
  readonly isFromMergeBase: boolean
}

/**
 * Read a range of revisions.
 *
 * Shape: `A..B`; `A..`, up to the work tree; `A...B` and `A...`, from where both parted.
 * Throws: `UsageError` for anything else.
 */
export function parseRange(range: string): Range {
  const [, from = '', dots = '', to = ''] = /^([^]*?)(\.{2,})([^]*)$/.exec(range) ?? []
  if (from === '' || dots.length > 3 || to.includes('..')) {
    throw new UsageError(
      `\`${range}\` is no range of revisions; expected A..B, A.. (up to the files as they lie here) or A...B (from where both parted).`,
    )
  }
  return {from, to: to === '' ? null : to, isFromMergeBase: dots.length === 3}
}
