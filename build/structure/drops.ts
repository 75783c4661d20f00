import type {Nodes, Root} from 'mdast'
import type {VFile} from 'vfile'
import type {Lines} from '../text/place.ts'
import type {DropMark} from './mark.ts'
import {sayMarks} from './say-mark.ts'
import {isDefinition, isParent, remove} from './tree.ts'
import type {Parents} from './tree.ts'

/** Configuration of {@link remarkDrops}. */
export interface Options {
  readonly drops: readonly DropMark[]
  readonly lines: Lines
}

/**
 * Take out what the editors marked as not belonging to the text.
 *
 * Shape: leaves and markup inside a drop mark are removed, with every node they leave empty.
 * Messages: `drop-nothing` (error) when a mark holds nothing.
 */
export function remarkDrops(options: Options) {
  const {drops, lines} = options
  return function (tree: Root, file: VFile): undefined {
    const say = sayMarks(file, lines)
    const used = new Set<DropMark>()
    for (const {node, ancestors} of endsOf(tree)) {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) continue
      const mark = drops.find((drop) => drop.start <= start && end <= drop.end)
      if (!mark) continue
      used.add(mark)
      remove(node, ancestors)
      trim(ancestors.at(-1))
    }
    for (const mark of drops) {
      if (!used.has(mark))
        say(mark, 'drop-nothing', 'Expected something to drop; correct the mark.')
    }
  }
}

/** Take off the blanks that a drop leaves at the start of a block. */
function trim(block: Parents | undefined): void {
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return
  while (block.children[0]?.type === 'text' && block.children[0].value.trim() === '') {
    block.children.shift()
  }
}

/** Every node without children. */
function endsOf(tree: Root): {node: Nodes; ancestors: Parents[]}[] {
  const ends: {node: Nodes; ancestors: Parents[]}[] = []
  const walk = (parent: Parents, ancestors: Parents[]): void => {
    for (const child of parent.children) {
      if (isParent(child) && (child.children.length > 0 || isDefinition(child))) {
        walk(child, [...ancestors, child])
      } else ends.push({node: child, ancestors})
    }
  }
  walk(tree, [tree])
  return ends
}
