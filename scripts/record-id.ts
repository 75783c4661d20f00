import {unusedName} from '../build/text/unused-name.ts'

/**
 * Find a permanent name for a new record: prefix of its text, line, letters of its lemma.
 *
 * Shape: prefix, line from 1, lemma, kind, the ids there are → an id that none of them is.
 */
export function recordId(
  prefix: string,
  line: number,
  lemma: string,
  kind: string,
  taken: readonly string[],
): string {
  return unusedName(`${prefix}${line}.${slug(lemma, kind)}`, new Set(taken))
}

/** The letters of the lemma; of the kind, when it has none. */
function slug(lemma: string, kind: string): string {
  const letters = lemma
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('')
    .slice(0, 12)
  return letters || kind.slice(kind.indexOf('/') + 1)
}
