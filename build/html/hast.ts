import type {ElementContent, Nodes} from 'hast'

/** What of some nodes can stand in an element. */
export function elements(nodes: readonly (Nodes | ElementContent)[]): ElementContent[] {
  return nodes.filter(
    (node): node is ElementContent => node.type !== 'root' && node.type !== 'doctype',
  )
}

/** The words of a node. */
export function wordsIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsIn).join('') : ''
}
