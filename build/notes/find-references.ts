import type {Root, RootContent} from 'mdast'
import {childrenOf, isLeaf, isParent, leavesOf, textOf} from '../structure/tree.ts'
import type {Leaf, Parents, SourcePosition} from '../structure/tree.ts'
import {splitLeaf} from '../structure/split-leaf.ts'
import type {NoteStyle} from './note-style.ts'

/** Something that looks like a call for a note. */
export interface Reference {
  /** Its number or sign, in plain characters. */
  readonly printed: string
  /** The siblings that print it: one, or several escaped signs. */
  readonly nodes: readonly RootContent[]
  readonly parent: Parents
  readonly position: SourcePosition
  /** The run of the corrected text it stands for. */
  readonly out: readonly [start: number, end: number]
}

/** The signs of unnumbered notes. */
export const signs: RegExp = /[*†‡§]+/
const raised = /[⁰¹²³⁴-⁹]+/

/**
 * Find what calls notes in one style, in reading order.
 *
 * Only figures are references: the letters of 22nd are not. Raised characters and signs are cut
 * out of their leaves. `taken` are the nodes that begin the bodies of notes, and `except` the
 * offsets of what the editors say is no reference.
 */
export function findReferences(
  tree: Root,
  style: NoteStyle['references'],
  taken: ReadonlySet<RootContent>,
  except: ReadonlySet<number>,
): Reference[] {
  if (style === 'superscript') isolate(tree, raised)
  if (style === 'asterisk') isolate(tree, signs)
  const found: Reference[] = []
  const walk = (parent: Parents): void => {
    for (const [index, node] of childrenOf(parent).entries()) {
      const reference = taken.has(node) ? undefined : read(node, parent, index, style)
      if (reference && !except.has(reference.position.start.offset)) found.push(reference)
      else if (isParent(node)) walk(node)
    }
  }
  walk(tree)
  return found
}

function read(
  node: RootContent,
  parent: Parents,
  index: number,
  style: NoteStyle['references'],
): Reference | undefined {
  const position = node.position as SourcePosition | undefined
  if (!position) return undefined
  const make = (printed: string, out: readonly [number, number]): Reference => {
    return {printed, nodes: [node], parent, position, out}
  }
  if (style === 'sup' && node.type === 'superscript') {
    const printed = textOf(node).trim()
    const leaves = leavesOf(node)
    const first = leaves[0]?.leaf.data.out[0]
    const last = leaves.at(-1)?.leaf.data.out[1]
    if (!/^\d+$/.test(printed) || first === undefined || last === undefined) return undefined
    return make(printed, [first, last])
  }
  if (style === 'superscript' && isLeaf(node) && matchesWhole(raised, node.value)) {
    return make(node.value.normalize('NFKC'), node.data.out)
  }
  if (style === 'asterisk' && isLeaf(node) && matchesWhole(signs, node.value)) {
    const siblings = childrenOf(parent)
    const before = siblings[index - 1]
    if (!before || !/\S$/.test(textOf(before)) || isSign(before)) return undefined
    return joined(signRun(siblings, index), parent)
  }
  return undefined
}

/** Whether a node is nothing but signs. */
function isSign(node: RootContent | undefined): node is Leaf {
  return node !== undefined && isLeaf(node) && matchesWhole(signs, node.value)
}

/** The signs that stand together from a sibling on: each escaped one is a leaf of its own. */
export function signRun(siblings: readonly RootContent[], index: number): Leaf[] {
  const end = siblings.findIndex((node, at) => at >= index && !isSign(node))
  return siblings.slice(index, end < 0 ? undefined : end).filter(isSign)
}

function joined(run: readonly Leaf[], parent: Parents): Reference | undefined {
  const first = run[0]
  const last = run.at(-1)
  if (!first || !last) return undefined
  return {
    printed: run.map(({value}) => value).join(''),
    nodes: run,
    parent,
    position: {start: first.position.start, end: last.position.end},
    out: [first.data.out[0], last.data.out[1]],
  }
}

function matchesWhole(pattern: RegExp, value: string): boolean {
  return pattern.exec(value)?.[0] === value
}

/** Cut the matches of a pattern out of their leaves, so that each is a leaf of its own. */
function isolate(tree: Root, pattern: RegExp): void {
  for (const {leaf, ancestors} of leavesOf(tree)) {
    const siblings = childrenOf(ancestors.at(-1) as Parents)
    const isEscape = leaf.data.out[1] - leaf.data.out[0] !== leaf.value.length
    if (isEscape || matchesWhole(pattern, leaf.value)) continue
    let rest: Leaf = leaf
    for (let match = pattern.exec(rest.value); match; match = pattern.exec(rest.value)) {
      const [before, from] = splitLeaf(rest, match.index)
      const [sign, after] = splitLeaf(from, match[0].length)
      const runs = [before, sign, after].filter((run) => run.value !== '')
      siblings.splice(siblings.indexOf(rest), 1, ...runs)
      rest = after
    }
  }
}
