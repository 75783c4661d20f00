import type {Root} from 'mdast'
import {unusedName} from '../text/unused-name.ts'
import {isDefinition, isParent, leavesOf, textOf} from './tree.ts'
import type {Parents} from './tree.ts'

/**
 * Number the paragraphs of a text, and name its headings.
 *
 * Shape: `data.paragraph` from 1 on each paragraph of the body in reading order, quoted ones
 * included; `data.slug` on headings, made of their words without note references. Paragraphs of
 * notes and of the opening have no number. The tree does not change.
 */
export function remarkNumberParagraphs() {
  return function (tree: Root): undefined {
    let count = 0
    const used = new Set<string>()
    const walk = (parent: Parents, isBody: boolean): void => {
      for (const child of parent.children) {
        if (child.type === 'paragraph' && isBody && leavesOf(child).length > 0) {
          child.data = {...child.data, paragraph: ++count}
        } else if (child.type === 'heading') {
          const name = unusedName(slug(textOf(child)), used, '-')
          used.add(name)
          child.data = {...child.data, slug: name}
        } else if (isParent(child) && !isDefinition(child)) {
          walk(child, isBody && child.type !== 'opening')
        }
      }
    }
    walk(tree, true)
  }
}

/** The first words of a heading in plain small letters, for an id that people can read. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, 6).join('-') || 'section'
}
