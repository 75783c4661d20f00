import type {PhrasingContent, Root} from 'mdast'
import type {VFile} from 'vfile'
import {toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import type {JoinMark} from './mark.ts'
import {sayMarks} from './say-mark.ts'
import {childrenOf, leavesOf, remove} from './tree.ts'
import type {Located, Parents} from './tree.ts'

/** Configuration of {@link remarkJoins}. */
export interface Options {
  readonly joins: readonly JoinMark[]
  readonly lines: Lines
}

/**
 * Bring together the halves of paragraphs, quotations and notes that a page break cut in two.
 *
 * Shape: the words of the block that begins at `end` move to the end of the block that ends at
 * `start`, past whatever stands between; a blank is added for `space`; a hyphen is dropped for
 * `none`. Emphasis that was cut in two becomes one. The emptied block is removed.
 * Messages: `join-end` and `join-start` (error) when no block ends or begins there.
 */
export function remarkJoins(options: Options) {
  const {joins, lines} = options
  return function (tree: Root, file: VFile): undefined {
    const say = sayMarks(file, lines)
    for (const mark of joins) {
      const leaves = leavesOf(tree)
      const before = lastBefore(leaves, mark.start, lines)
      const after = firstAfter(leaves, mark.end, lines)
      const first = before && blockOf(before)
      const second = after && blockOf(after)
      if (!before || !first || !isEdge(first, before, 'last')) {
        say(mark, 'join-end', 'Expected the end of a paragraph at the place of the join; move it.')
      } else if (!after || !second || first === second || !isEdge(second, after, 'first')) {
        say(
          mark,
          'join-start',
          'Expected the start of another paragraph where the join goes; move it.',
        )
      } else {
        if (mark.glue === 'none' && /^[-\u00AD\u2010]$/.test(before.leaf.value)) {
          remove(before.leaf, before.ancestors)
        }
        const moved = childrenOf(second).splice(0) as PhrasingContent[]
        append(first, moved, mark.glue === 'space')
        const above = after.ancestors.slice(0, after.ancestors.indexOf(second))
        remove(second, above)
      }
    }
  }
}

/** The last leaf of a line before a place; only markup may stand between. */
function lastBefore(leaves: readonly Located[], at: number, lines: Lines): Located | undefined {
  const before = leaves.filter(({leaf}) => leaf.position.end.offset <= at)
  const last = before.reduce<Located | undefined>(
    (best, one) =>
      best && best.leaf.position.end.offset >= one.leaf.position.end.offset ? best : one,
    undefined,
  )
  return last?.leaf.position.end.line === toPlace(lines, at).line ? last : undefined
}

/** The first leaf of a line from a place on; only markup may stand between. */
function firstAfter(leaves: readonly Located[], at: number, lines: Lines): Located | undefined {
  const after = leaves.filter(({leaf}) => leaf.position.start.offset >= at)
  const first = after.reduce<Located | undefined>(
    (best, one) =>
      best && best.leaf.position.start.offset <= one.leaf.position.start.offset ? best : one,
    undefined,
  )
  return first?.leaf.position.start.line === toPlace(lines, at).line ? first : undefined
}

/** The paragraph or heading around a leaf. */
function blockOf({ancestors}: Located): Parents | undefined {
  return ancestors.findLast((node) => node.type === 'paragraph' || node.type === 'heading')
}

/** Whether nothing but blanks stands before the first, or after the last, leaf of a block. */
function isEdge(block: Parents, {leaf}: Located, side: 'first' | 'last'): boolean {
  const leaves = leavesOf(block).filter((one) => one.leaf === leaf || one.leaf.value.trim() !== '')
  return leaves.at(side === 'first' ? 0 : -1)?.leaf === leaf
}

function append(parent: Parents, moved: PhrasingContent[], blank: boolean): void {
  const children = childrenOf(parent)
  const last = children.at(-1)
  const [head] = moved
  if (
    last &&
    head &&
    last.type === head.type &&
    (head.type === 'emphasis' || head.type === 'strong')
  ) {
    moved.shift()
    append(last as Parents, head.children, blank)
  } else if (blank) children.push({type: 'text', value: ' '})
  children.push(...moved)
}
