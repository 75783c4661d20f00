import type {TextEdition} from './model/edited-text.ts'
import {leavesOf} from './structure/tree.ts'
import type {Leaf} from './structure/tree.ts'
import {digest} from './text/digest.ts'
import {toOffset} from './text/place.ts'
import type {Place} from './text/place.ts'

/**
 * The words of the edition at a range of a source, with title and authors of the text.
 *
 * Shape: edited texts, ids of all texts of the edition, a range → words; `null` when it is not there, or holds
 * something else than was seen; `undefined` when the text belongs to the edition and is not at hand, as in an extract.
 */
export function wordsAt(
  texts: readonly TextEdition[],
  known: readonly string[],
  {text: id, at, to, digest: seen}: {text: string; at: Place; to: Place; digest: string},
): string | null | undefined {
  const edition = texts.find(({text}) => text.id === id)
  if (!edition) return known.includes(id) ? undefined : null
  const {lines, value} = edition.text.source
  const [start, end] = [toOffset(lines, at), toOffset(lines, to)]
  if (start === undefined || end === undefined) return null
  if (digest(value.slice(start, end)) !== seen) return null
  const words = leavesOf(edition.tree).map(({leaf}) => partOf(leaf, start, end))
  // Whose text it is need not be said at the place.
  const {title, authors} = edition.text.config
  return [words.join(''), title, ...authors.map(({name}) => name)].join(' ')
}

/** What of a leaf lies in a range; a reading that is not as long as its lemma lies in it whole. */
function partOf({value, position}: Leaf, start: number, end: number): string {
  const [from, to] = [position.start.offset, position.end.offset]
  if (to <= start || from >= end) return ''
  if (to - from !== value.length) return value
  return value.slice(Math.max(0, start - from), end - from)
}
