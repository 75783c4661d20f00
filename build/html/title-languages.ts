import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {wordsIn} from './hast.ts'

/** A title in another language than its text. */
export interface ForeignTitle {
  readonly words: string
  readonly language: string
}

/**
 * Tag titles in other languages, so that a screen reader speaks them as they are; the names beside them stay untagged.
 *
 * Shape: words of a citation, titles → the same words; a title that is the whole of an element, or lies in one run of
 * words, has its language.
 */
export function withTitleLanguages(
  nodes: readonly ElementContent[],
  titles: readonly ForeignTitle[],
): ElementContent[] {
  return titles.reduce<ElementContent[]>(
    (all, title) => all.flatMap((one) => tag(one, title)),
    [...nodes],
  )
}

function tag(node: ElementContent, title: ForeignTitle): ElementContent[] {
  if (node.type === 'text') {
    const [start, end] = findTitle(node.value, title) ?? [0, 0]
    if (end === start) return [node]
    const part = (from: number, to: number): ElementContent => ({
      ...node,
      value: node.value.slice(from, to),
    })
    const parts = [part(0, start), h('span', {lang: title.language}, [part(start, end)])]
    return [...parts, part(end, node.value.length)].filter(
      (one) => one.type !== 'text' || one.value !== '',
    )
  }
  if (node.type !== 'element' || node.properties['lang'] !== undefined) return [node]
  const words = wordsIn(node)
  const [start, end] = findTitle(words, title) ?? [0, 0]
  if (end > start && words.trim().length === end - start) {
    return [{...node, properties: {...node.properties, lang: title.language}}]
  }
  return [{...node, children: node.children.flatMap((child) => tag(child, title))}]
}

/** Where a title lies in words, whatever blanks stand between its own. */
function findTitle(words: string, {words: title}: ForeignTitle): [number, number] | null {
  const parts = title.split(/\s+/).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const match = new RegExp(parts.join('\\s+'), 'u').exec(words)
  return match ? [match.index, match.index + match[0].length] : null
}
