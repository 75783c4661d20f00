import type {Heading, PhrasingContent, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import type {Lines} from '../text/place.ts'
import type {HeadingMark} from './mark.ts'
import {sayMarks} from './say-mark.ts'
import {childrenOf, leavesOf} from './tree.ts'
import type {Parents} from './tree.ts'

/** Configuration of {@link remarkHeadings}. */
export interface Options {
  readonly headings: readonly HeadingMark[]
  readonly lines: Lines
}

/**
 * Give headings the rank the editors marked.
 *
 * Shape: the paragraph or heading of each mark → a heading of its depth, without the emphasis
 * that covers the whole of it. Nothing moves.
 * Messages: `heading-block` (error) when the mark is not one paragraph or heading.
 */
export function remarkHeadings(options: Options) {
  const {headings, lines} = options
  return function (tree: Root, file: VFile): undefined {
    const say = sayMarks(file, lines)
    for (const mark of headings) {
      const inside = leavesOf(tree).filter(
        ({leaf: {position}}) =>
          mark.start <= position.start.offset && position.end.offset <= mark.end,
      )
      const above = inside[0]?.ancestors ?? []
      const block = above.find((node) => node.type === 'paragraph' || node.type === 'heading')
      if (
        !block ||
        inside.length !== leavesOf(block).length ||
        !inside.every((one) => one.ancestors.includes(block))
      ) {
        say(mark, 'heading-block', 'Expected one whole paragraph or heading; correct the mark.')
        continue
      }
      const parent = above[above.indexOf(block) - 1] as Parents
      const children = unwrapped(block.children as PhrasingContent[])
      const heading: Heading = {type: 'heading', depth: mark.depth, children}
      if (block.position) heading.position = block.position
      const siblings = childrenOf(parent)
      siblings[siblings.indexOf(block as RootContent)] = heading
    }
  }
}

/** Take off the bold or italics that an extraction puts around a whole heading. */
function unwrapped(children: PhrasingContent[]): PhrasingContent[] {
  const [only, ...others] = children
  if (others.length > 0 || (only?.type !== 'strong' && only?.type !== 'emphasis')) return children
  return unwrapped(only.children)
}
