import type {Nodes, PhrasingContent, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {remarkDialect} from '../../build/structure/dialect.ts'

/** One character of a text, or the call of a note, as it is set. */
export interface Sign {
  /** The character; empty for a call. */
  readonly char: string
  readonly isItalic: boolean
  /** The label of the note that is called here. */
  readonly call?: string
}

/** A block of an undamaged text. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'quotation' | 'item'
  /** Of a heading: 1 for the title, 2 for sections. */
  readonly depth: number
  /** Of an item: its number. */
  readonly number: number
  readonly signs: readonly Sign[]
}

/** An undamaged text. */
export interface Original {
  readonly blocks: readonly Block[]
  /** The notes by their labels. */
  readonly notes: ReadonlyMap<string, readonly Sign[]>
}

/** Read an undamaged text from Markdown with footnotes. */
export function readOriginal(markdown: string): Original {
  const tree: Root = unified().use(remarkParse).use(remarkDialect).parse(markdown)
  const blocks: Block[] = []
  const notes = new Map<string, readonly Sign[]>()
  for (const node of tree.children) {
    const [first] = 'children' in node ? (node.children as Nodes[]) : []
    if (node.type === 'footnoteDefinition') notes.set(node.identifier, signsOf(first))
    else if (node.type === 'heading') blocks.push(block('heading', node, {depth: node.depth}))
    else if (node.type === 'blockquote') blocks.push(block('quotation', first))
    else if (node.type === 'list') {
      for (const [index, item] of node.children.entries()) {
        blocks.push(block('item', item.children[0], {number: (node.start ?? 1) + index}))
      }
    } else blocks.push(block('paragraph', node))
  }
  return {blocks, notes}
}

function block(kind: Block['kind'], node: Nodes | undefined, more: Partial<Block> = {}): Block {
  return {kind, depth: 0, number: 0, ...more, signs: signsOf(node)}
}

function signsOf(node: Nodes | undefined): Sign[] {
  if (!node || !('children' in node)) return []
  const signs: Sign[] = []
  const walk = (children: readonly PhrasingContent[], isItalic: boolean): void => {
    for (const child of children) {
      if (child.type === 'text') {
        for (const char of child.value) signs.push({char: char === '\n' ? ' ' : char, isItalic})
      } else if (child.type === 'footnoteReference') {
        signs.push({char: '', isItalic, call: child.identifier})
      } else if ('children' in child) walk(child.children, child.type === 'emphasis')
    }
  }
  walk(node.children as PhrasingContent[], false)
  return signs
}
