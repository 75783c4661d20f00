import type {Root} from 'mdast'
import {childrenOf, isLeaf, isParent} from './tree.ts'
import type {Leaf, Parents} from './tree.ts'

/** Where a leaf stands in the edition: how people cite it. */
export interface Locator {
  /** Printed page, in brackets when inferred; none in notes and in texts without pages. */
  readonly page: string | undefined
  /** Number of the paragraph in its text; none in notes, headings and the opening. */
  readonly paragraph: number | undefined
  /** The note it stands in. */
  readonly note: string | undefined
}

/** Write where something stands, as people cite it: `p. [12], ¶ 3, note 4`; empty where it stands nowhere. */
export function writeLocator({page, paragraph, note}: Partial<Locator>, joint = ', '): string {
  const parts = [
    ...(page === undefined ? [] : [`p. ${page}`]),
    ...(paragraph === undefined ? [] : [`¶ ${paragraph}`]),
    ...(note === undefined ? [] : [`note ${note}`]),
  ]
  return parts.join(joint)
}

/** A run of words in a block: a leaf, or a blank that a join or a line break stands for. */
export interface Run {
  readonly leaf: Leaf | undefined
  readonly value: string
  /** The printed page on which it stands. */
  readonly page: string | undefined
}

/** A paragraph, heading or other block of words, in the reading order. */
export interface Block extends Locator {
  readonly type: 'paragraph' | 'heading'
  readonly depth: number | undefined
  readonly isQuoted: boolean
  /** Its words in their order. */
  readonly runs: readonly Run[]
}

/**
 * List the blocks of a text with their locators.
 *
 * Shape: edition tree → blocks in the reading order, those of notes last. The page of a block is
 * the one on which it begins.
 */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = []
  let page: string | undefined
  const collect = (parent: Parents, runs: Run[], inNote: boolean): void => {
    for (const child of childrenOf(parent)) {
      const here = inNote ? undefined : page
      if (isLeaf(child)) runs.push({leaf: child, value: child.value, page: here})
      else if (child.type === 'text' || child.type === 'break') {
        runs.push({leaf: undefined, value: ' ', page: here})
      } else if (child.type === 'pageBreak') page = child.label
      else if (isParent(child)) collect(child, runs, inNote)
    }
  }
  const walk = (parent: Parents, note: string | undefined, isQuoted: boolean): void => {
    for (const child of childrenOf(parent)) {
      if (child.type === 'paragraph' || child.type === 'heading') {
        const runs: Run[] = []
        collect(child, runs, note !== undefined)
        blocks.push({
          type: child.type,
          depth: child.type === 'heading' ? child.depth : undefined,
          isQuoted,
          page: runs[0]?.page,
          paragraph: child.data?.paragraph,
          note,
          runs,
        })
      } else if (isParent(child)) {
        const inNote = child.type === 'footnoteDefinition' ? child.identifier : note
        walk(child, inNote, isQuoted || child.type === 'blockquote')
      }
    }
  }
  walk(tree, undefined, false)
  return blocks
}

/** The words of a block, and for each character the run it comes from. */
export function wordsOfBlock(block: Block): {text: string; runs: Run[]} {
  const runs = block.runs.flatMap((run) => Array.from({length: run.value.length}, () => run))
  return {text: block.runs.map(({value}) => value).join(''), runs}
}
