import type {RootContent} from 'mdast'
import {childrenOf} from '../structure/tree.ts'
import type {Parents} from '../structure/tree.ts'

/** Take away the rule that the print, or the OCR, draws above its notes. */
export function removeRule(block: RootContent, ancestors: readonly Parents[]): void {
  const outermost = ancestors[1] ?? block
  const siblings = ancestors[0] ? childrenOf(ancestors[0]) : []
  const before = siblings[siblings.indexOf(outermost as RootContent) - 1]
  if (before?.type === 'thematicBreak') siblings.splice(siblings.indexOf(before), 1)
}
