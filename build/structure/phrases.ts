import type {PhrasingContent, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import type {Lines} from '../text/place.ts'
import type {EmphasisMark, LanguageMark} from './mark.ts'
import {sayMarks} from './say-mark.ts'
import {isParent, leavesOf} from './tree.ts'
import type {Parents} from './tree.ts'
import {wrapSpan} from './wrap.ts'

/** Configuration of {@link remarkPhrases}. */
export interface Options {
  readonly phrases: readonly (EmphasisMark | LanguageMark)[]
  readonly lines: Lines
}

/**
 * Wrap the words that the editors marked as emphasised, or as being in another language.
 *
 * Shape: the words of a mark → one `emphasis` or `language` around them; nothing moves.
 * Messages: `phrase-crosses` (error) when a mark crosses a paragraph or other markup.
 */
export function remarkPhrases(options: Options) {
  const {phrases, lines} = options
  return function (tree: Root, file: VFile): undefined {
    const say = sayMarks(file, lines)
    for (const mark of phrases) {
      const block = blockAround(tree, mark.start)
      const made =
        block &&
        wrapSpan(block, mark, (children): RootContent => {
          const words = children as PhrasingContent[]
          return mark.type === 'language'
            ? {type: 'language', language: mark.language, children: words}
            : {type: 'emphasis', children: words}
        })
      const whole =
        made && isParent(made) && leavesOf(made).at(-1)?.leaf.position.end.offset === mark.end
      if (!whole)
        say(mark, 'phrase-crosses', 'Expected words of one paragraph; move the ends of the mark.')
    }
  }
}

function blockAround(tree: Root, start: number): Parents | undefined {
  const found = leavesOf(tree).find(({leaf}) => leaf.position.start.offset === start)
  return found?.ancestors.findLast((node) => node.type === 'paragraph' || node.type === 'heading')
}
