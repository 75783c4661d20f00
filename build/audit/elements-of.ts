import type {Element, ElementContent, Root} from 'xast'

/** The elements below a node, in the order of the file. */
export function elementsOf(node: Root | Element): Element[] {
  const found: Element[] = []
  const open: (Root | ElementContent)[] = [...node.children].toReversed() as ElementContent[]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type !== 'element') continue
    found.push(next)
    open.push(...(next.children.toReversed() as ElementContent[]))
  }
  return found
}
