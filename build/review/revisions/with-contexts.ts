import {toOffset} from '../../text/place.ts'
import type {Lines} from '../../text/place.ts'
import {wordsAround} from '../reporters/words-around.ts'
import type {Change, Context} from './change.ts'
import {groupOf} from './say-change.ts'
import {shown} from './shown.ts'

/** A source that was found, and whether it is that of both revisions. */
export interface FoundSource {
  readonly value: string
  readonly lines: Lines
  /** Otherwise what is gone has no place in it. */
  readonly isOfBoth: boolean
}

/**
 * Put the words of the sources around changes.
 *
 * Shape: changes, sources by `edition/text` → the changes, those with a place in a source that was found with up to
 * five words on each side.
 */
export function withContexts(
  changes: readonly Change[],
  sources: ReadonlyMap<string, FoundSource>,
): Change[] {
  return changes.map((change) => {
    const source = change.text === null ? undefined : sources.get(groupOf(change))
    if (!source || (change.after === null && !source.isOfBoth)) return change
    const context = contextOf(change, source)
    return context ? {...change, context} : change
  })
}

function contextOf({at, to, sort}: Change, {value, lines}: FoundSource): Context | undefined {
  const start = at && toOffset(lines, at)
  const end = to && toOffset(lines, to)
  if (start === null || start === undefined || sort === 'verdict') return undefined
  const last = Math.max(start, end ?? start)
  const [before, after] = wordsAround(value, [start, last])
  return {before, words: shortened(shown(value.slice(start, last))), after}
}

/** Beginning and end of what is long. */
function shortened(words: string): string {
  const characters = [...words]
  if (characters.length <= 2 * edge) return words
  return `${characters.slice(0, edge).join('')} … ${characters.slice(-edge).join('')}`
}

const edge = 60
