import type {List, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {childrenOf, isParent} from './tree.ts'
import type {Parents} from './tree.ts'

/**
 * Let numbered lists keep the numbers of the source.
 *
 * Markdown counts on from the first number of a list, whatever the others are. Shape: a list is
 * cut where a number does not follow from the one before; each part starts with its own. Nothing
 * moves.
 * Messages: none. Throws: never.
 */
export function remarkListNumbers() {
  return function (tree: Root, file: VFile): undefined {
    const corrected = String(file)
    const walk = (parent: Parents): void => {
      const children = childrenOf(parent)
      for (let index = 0; index < children.length; index++) {
        const child = children[index] as RootContent
        if (isParent(child)) walk(child)
        if (child.type !== 'list' || child.ordered !== true) continue
        const lists = cut(child, corrected)
        children.splice(index, 1, ...lists)
        index += lists.length - 1
      }
    }
    walk(tree)
  }
}

function cut(list: List, corrected: string): List[] {
  const lists: List[] = []
  let expected: number | undefined
  for (const item of list.children) {
    const [start, end] = item.data?.out ?? [0, 0]
    const printed = /^\d+/.exec(corrected.slice(start, end))?.[0]
    const number = printed === undefined ? (expected ?? 1) : Number(printed)
    if (number === expected) lists.at(-1)?.children.push(item)
    else lists.push({...list, start: number, children: [item]})
    expected = number + 1
  }
  return lists
}
