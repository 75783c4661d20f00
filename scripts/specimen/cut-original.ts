import type {Block, Original, Sign} from './read-original.ts'

/**
 * Keep only what stood on the pages that were captured.
 *
 * Shape: text, the words with which the first page begins, and those with which the last one ends
 * → the text between them, with its notes.
 * Throws: `RangeError` when the words do not stand in one block.
 */
export function cutOriginal(original: Original, from: string, to: string): Original {
  const {blocks, notes} = original
  const first = find(blocks, from)
  const last = find(blocks, to)
  const kept = blocks.slice(first.index, last.index + 1).map((block, index) => {
    const isLast = index === last.index - first.index
    const end = isLast ? last.start + to.length : block.signs.length
    return {...block, signs: block.signs.slice(index === 0 ? first.start : 0, end)}
  })
  return {blocks: kept, notes}
}

function find(blocks: readonly Block[], words: string): {index: number; start: number} {
  for (const [index, {signs}] of blocks.entries()) {
    const start = textOf(signs).indexOf(words)
    if (start >= 0) return {index, start}
  }
  throw new RangeError(`“${words}” does not stand in the text`)
}

/** A call counts as one character, so that offsets are those of the signs. */
function textOf(signs: readonly Sign[]): string {
  return signs.map(({char}) => char || '\0').join('')
}
