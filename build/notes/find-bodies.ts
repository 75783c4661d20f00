import type {Paragraph, Root, RootContent} from 'mdast'
import {splitLeaf} from '../structure/split-leaf.ts'
import {childrenOf, isLeaf, isParent, leavesOf, textOf} from '../structure/tree.ts'
import type {Parents, SourcePosition} from '../structure/tree.ts'
import {signRun, signs} from './find-references.ts'
import type {NoteStyle} from './note-style.ts'

/** Something that looks like the body of a note. */
export interface Body {
  /** Its number or sign, in plain characters. */
  readonly printed: string
  /** The paragraph or list item it is. */
  readonly block: RootContent
  /** The nodes above the block, from the root down. */
  readonly ancestors: readonly Parents[]
  /** The nodes of its number or sign, to be taken off; none when a list carries it. */
  readonly heads: readonly RootContent[]
  readonly marker: {readonly out: readonly [number, number]; readonly position: SourcePosition}
}

/** What {@link findBodies} looks for. */
export interface Options {
  readonly style: NoteStyle
  /** Offset of the source where the bodies of a list begin, when the editors say so. */
  readonly from: number | undefined
  /** The corrected text, for the numbers of list items. */
  readonly corrected: string
  /** Numbers that are called, with the source offset of the first call; for bodies in `number`. */
  readonly called: ReadonlyMap<number, number>
}

/** Find the bodies of the notes of one style, in reading order. */
export function findBodies(tree: Root, options: Options): Body[] {
  const {style, from, corrected, called} = options
  if (style.bodies === 'list') return listBodies(tree, from, corrected)
  let expected = Math.min(...called.keys())
  return paragraphsOf(tree).flatMap(({block, ancestors}) => {
    const head = block.children[0]
    if (!head) return []
    if (style.bodies === 'sup') {
      const leaf = isParent(head) ? leavesOf(head)[0]?.leaf : undefined
      const printed = head.type === 'superscript' ? textOf(head).trim() : ''
      if (!leaf || !/^\d+$/.test(printed)) return []
      const marker = {out: leaf.data.out, position: leaf.position}
      return [{printed, block, ancestors, heads: [head], marker}]
    }
    if (!isLeaf(head)) return []
    if (style.bodies === 'number') {
      const start = head.position.start.offset
      const match = /^(\d+)[.)]?(?=\s)/.exec(head.value)
      const isNext =
        match && Number(match[1]) === expected && (called.get(expected) ?? Infinity) < start
      if (!isNext) return []
      expected++
      return [{printed: match[1] ?? '', block, ancestors, ...cutHead(block, match[0].length)}]
    }
    if (style.bodies !== 'asterisk') return []
    const match = new RegExp(`^${signs.source}`).exec(head.value)
    if (!match) return []
    cutHead(block, match[0].length)
    const run = signRun(block.children, 0)
    const last = run.at(-1) ?? head
    const printed = run.map(({value}) => value).join('')
    const position = {start: head.position.start, end: last.position.end}
    const out = [run[0]?.data.out[0] ?? 0, last.data.out[1]] as const
    return [{printed, block, ancestors, heads: run, marker: {out, position}}]
  })
}

/** Make the first characters of a paragraph a leaf of their own. */
function cutHead(block: Paragraph, length: number): Pick<Body, 'heads' | 'marker'> {
  const leaf = block.children[0]
  if (!leaf || !isLeaf(leaf)) throw new TypeError('Expected a paragraph that begins with a leaf')
  const isWhole = leaf.value.length === length
  const [head, rest] = isWhole ? [leaf] : splitLeaf(leaf, length)
  block.children.splice(0, 1, head, ...(rest ? [rest] : []))
  return {heads: [head], marker: {out: head.data.out, position: head.position}}
}

function listBodies(tree: Root, from: number | undefined, corrected: string): Body[] {
  const lists = tree.children.filter((node) => node.type === 'list' && node.ordered === true)
  const last = lists.at(-1)?.position?.start.offset ?? 0
  const start = from ?? last
  const bodies: Body[] = []
  for (const list of lists) {
    if (list.type !== 'list' || (list.position?.start.offset ?? 0) < start) continue
    for (const item of list.children) {
      const [outStart, outEnd] = item.data?.out ?? [0, 0]
      const printed = /^\d+/.exec(corrected.slice(outStart, outEnd))?.[0] ?? ''
      const point = item.position?.start
      if (point?.offset === undefined) continue
      const {line, column, offset} = point
      const length = printed.length
      const position = {
        start: {line, column, offset},
        end: {line, column: column + length, offset: offset + length},
      }
      const marker = {out: [outStart, outStart + length] as const, position}
      bodies.push({printed, block: item, ancestors: [tree, list], heads: [], marker})
    }
  }
  return bodies
}

function paragraphsOf(tree: Root): {block: Paragraph; ancestors: Parents[]}[] {
  const found: {block: Paragraph; ancestors: Parents[]}[] = []
  const walk = (parent: Parents, ancestors: Parents[]): void => {
    for (const child of childrenOf(parent)) {
      if (child.type === 'paragraph') found.push({block: child, ancestors})
      else if (isParent(child)) walk(child, [...ancestors, child])
    }
  }
  walk(tree, [tree])
  return found
}
