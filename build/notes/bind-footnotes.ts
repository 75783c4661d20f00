import type {FootnoteDefinition, FootnoteReference, Root} from 'mdast'
import type {VFile} from 'vfile'
import {isParent, remove} from '../structure/tree.ts'
import type {Parents, SourcePosition} from '../structure/tree.ts'
import {bind} from './bind.ts'
import {reportFaults} from './report-faults.ts'

interface Bound<N> {
  readonly printed: string
  readonly position: SourcePosition
  readonly node: N
  readonly ancestors: readonly Parents[]
}

/**
 * Bind the footnotes of Markdown, wherever a source has them.
 *
 * Shape: definitions are taken out of the tree and returned; their names are added to `used`.
 */
export function bindFootnotes(tree: Root, file: VFile, used: Set<string>): FootnoteDefinition[] {
  const calls: Bound<FootnoteReference>[] = []
  const bodies: Bound<FootnoteDefinition>[] = []
  const walk = (parent: Parents, ancestors: readonly Parents[]): void => {
    for (const node of parent.children) {
      const position = node.position as SourcePosition | undefined
      if (position && node.type === 'footnoteReference') {
        calls.push({printed: node.identifier, position, node, ancestors})
      }
      if (position && node.type === 'footnoteDefinition') {
        bodies.push({printed: node.identifier, position, node, ancestors})
      }
      if (isParent(node)) walk(node, [...ancestors, node])
    }
  }
  walk(tree, [tree])
  const {bindings, faults} = bind(calls, bodies, {restarts: false, inSequence: false})
  reportFaults(file, faults)
  return bindings.map(({body: {node, ancestors}}) => {
    remove(node, ancestors)
    used.add(node.identifier)
    node.data = {...node.data, note: {printed: node.label ?? node.identifier}}
    return node
  })
}
