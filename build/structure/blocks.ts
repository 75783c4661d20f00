import type {BlockContent, DefinitionContent, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import type {Lines} from '../text/place.ts'
import type {OpeningMark, QuotationMark} from './mark.ts'
import {sayMarks} from './say-mark.ts'
import {wrapSpan} from './wrap.ts'

/** Configuration of {@link remarkBlocks}. */
export interface Options {
  readonly blocks: readonly (QuotationMark | OpeningMark)[]
  readonly lines: Lines
}

/**
 * Wrap the blocks that the editors marked as quoted, or as the opening of the text.
 *
 * Shape: the sibling blocks of a mark → one `blockquote` or `opening` around them; nothing moves.
 * Positions: the new node spans the mark.
 * Messages: `block-cut` (error) when a mark begins or ends inside a block, or holds none.
 */
export function remarkBlocks(options: Options) {
  const {blocks, lines} = options
  return function (tree: Root, file: VFile): undefined {
    const say = sayMarks(file, lines)
    for (const mark of blocks) {
      const made = wrapSpan(tree, mark, (children) =>
        mark.type === 'opening'
          ? {type: 'opening', children: children as RootContent[]}
          : {type: 'blockquote', children: children as (BlockContent | DefinitionContent)[]},
      )
      const holdsBlocks = made?.children.every((child) => blockTypes.has(child.type)) ?? false
      if (!holdsBlocks)
        say(mark, 'block-cut', 'Expected whole paragraphs; move the ends of the mark.')
    }
  }
}

const blockTypes = new Set(['paragraph', 'heading', 'list', 'blockquote', 'opening'])
