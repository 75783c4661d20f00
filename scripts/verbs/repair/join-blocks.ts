import type {Glue} from '../../../build/repair/hit.ts'
import type {RepairedText} from './repaired-text.ts'
import type {TextBlock, TextBlocks} from './split-blocks.ts'

/** A join in a text: what ends at `from` goes on at `to`. */
export interface TextJoin {
  readonly from: number
  readonly to: number
  readonly glue: Glue
}

/**
 * Make joins: the second half of a paragraph follows the first, and what stood between follows both.
 *
 * Shape: blocks, joins in the order of the text → text. A join from or to the middle of a block is counted
 * and not made.
 */
export function joinBlocks({lead, blocks}: TextBlocks, joins: readonly TextJoin[]): RepairedText {
  const next = new Map<TextBlock, {block: TextBlock; join: TextJoin}>()
  const moved = new Set<TextBlock>()
  let notJoined = 0
  for (const join of joins) {
    const first = blockAt(blocks, join.from - 1)
    const second = blockAt(blocks, join.to)
    if (!first || !second || first === second || !meets(first, second, join) || moved.has(second)) {
      notJoined++
      continue
    }
    next.set(first, {block: second, join})
    moved.add(second)
  }
  const runs: string[] = [lead]
  let last = ''
  for (const block of blocks) {
    if (moved.has(block)) continue
    let text = block.text
    for (let step = next.get(block); step; step = next.get(step.block)) {
      text = append(text, step.block.text.slice(step.join.to - step.block.start), step.join.glue)
    }
    runs.push(text, block.after)
    last = block.after
  }
  // The text ends as it did, whatever was moved from its end.
  const ending = blocks.at(-1)?.after ?? ''
  if (moved.size > 0 && last !== ending) runs[runs.length - 1] = ending
  return {text: runs.join(''), notJoined}
}

/** The block that holds a place. */
function blockAt(blocks: readonly TextBlock[], at: number): TextBlock | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const block = blocks[low]
  return block && block.start <= at ? block : undefined
}

function meets(first: TextBlock, second: TextBlock, {from, to}: TextJoin): boolean {
  const isLast = first.text.slice(from - first.start).trim() === ''
  return isLast && /^[\s>]*$/.test(second.text.slice(0, to - second.start))
}

function append(text: string, more: string, glue: Glue): string {
  const before = text.trimEnd()
  if (glue === 'space') return `${before} ${more}`
  return `${glue === 'none' ? before.replace(/[-\u00AD\u2010]$/, '') : before}${more}`
}
