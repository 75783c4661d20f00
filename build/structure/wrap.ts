import type {PhrasingContent, RootContent} from 'mdast'
import type {Span} from '../text/correction.ts'
import {childrenOf, isDefinition, isLeaf, isParent, leavesOf} from './tree.ts'
import type {Leaf, Parents} from './tree.ts'

/**
 * Wrap the siblings whose leaves a span holds.
 *
 * Shape: the deepest parent whose children the span holds whole gets one node, made by `make`,
 * around them; blanks that were added between them go along. Nothing moves.
 * Returns: the new node; `undefined` when the span holds nothing or cuts through a child.
 */
export function wrapSpan<N extends RootContent>(
  parent: Parents,
  span: Span,
  make: (children: PhrasingContent[] | RootContent[]) => N,
): N | undefined {
  const children = childrenOf(parent)
  const first = children.findIndex((child) => holds(span, child) !== 'none')
  const last = children.findLastIndex((child) => holds(span, child) !== 'none')
  const only = children[first]
  if (!only) return undefined
  const inside = children.slice(first, last + 1)
  if (inside.every((child) => holds(span, child) !== 'part' && !isApart(child, span))) {
    const node = make(inside)
    children.splice(first, inside.length, node)
    return node
  }
  return first === last && isParent(only) ? wrapSpan(only, span, make) : undefined
}

/** How much of a node's text a span holds; nodes without text count as `all` between others. */
function holds(span: Span, node: RootContent): 'all' | 'none' | 'part' {
  const leaves = wordsOf(node)
  const inside = leaves.filter(
    ({position}) => span.start <= position.start.offset && position.end.offset <= span.end,
  )
  return inside.length === 0 ? 'none' : inside.length === leaves.length ? 'all' : 'part'
}

/** A node with text of its own that lies between others but outside the span. */
function isApart(node: RootContent, span: Span): boolean {
  return wordsOf(node).length > 0 && holds(span, node) === 'none'
}

/** The leaves of a node that are not blank: blanks belong to whatever stands around them. */
function wordsOf(node: RootContent): Leaf[] {
  // Notes between the halves of a quotation lie in its span, and are no part of it.
  if (isDefinition(node)) return []
  const leaves = isLeaf(node) ? [node] : isParent(node) ? leavesOf(node).map(({leaf}) => leaf) : []
  return leaves.filter(({value}) => value.trim() !== '')
}
