import type {Root} from 'mdast'
import {childrenOf, isLeaf, isParent} from '../structure/tree.ts'
import type {Leaf, Parents} from '../structure/tree.ts'

/** A leaf in the words of its block: it begins at `at`. */
export interface PlacedLeaf {
  readonly leaf: Leaf
  readonly parent: Parents
  readonly at: number
}

/** The words of a paragraph or heading in which names are sought. */
export interface NamedBlock {
  readonly words: string
  /** Whether it is a heading or stands in the opening, where titles have capitals of their own. */
  readonly isTitle: boolean
  readonly leaves: readonly PlacedLeaf[]
}

/** Stands for words that no name reaches into. */
const wall = '\u0000'

/**
 * List the words of a text in which names are sought: those of body and notes without citations, for what is
 * cited has its entry in the bibliography.
 *
 * Shape: edition tree → blocks in the order of the tree.
 */
export function wordsOfBlocks(tree: Root): NamedBlock[] {
  const blocks: NamedBlock[] = []
  const walk = (parent: Parents, isTitle: boolean): void => {
    for (const child of childrenOf(parent)) {
      if (child.type === 'paragraph') blocks.push({...blockOf(child), isTitle})
      else if (child.type === 'heading') blocks.push({...blockOf(child), isTitle: true})
      else if (isParent(child)) walk(child, isTitle || child.type === 'opening')
    }
  }
  walk(tree, false)
  return blocks
}

function blockOf(block: Parents): Pick<NamedBlock, 'words' | 'leaves'> {
  let words = ''
  const leaves: PlacedLeaf[] = []
  const walk = (parent: Parents): void => {
    for (const child of childrenOf(parent)) {
      if (isLeaf(child)) leaves.push({leaf: child, parent, at: words.length})
      if (child.type === 'text') words += child.value
      else if (child.type === 'break') words += ' '
      else if (child.type === 'citation') words += wall
      else if (isParent(child)) walk(child)
    }
  }
  walk(block)
  return {words, leaves}
}
