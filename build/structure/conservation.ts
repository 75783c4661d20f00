import type {Nodes, Root} from 'mdast'
import type {Piece} from '../text/pieces.ts'
import {originAt, pieceOfSource} from '../text/pieces.ts'
import type {Mark} from './mark.ts'
import {isDefinition, isLeaf, isParent} from './tree.ts'
import type {Parents} from './tree.ts'

/** What the conservation check holds against the tree. */
export interface Ledger {
  /** The corrected text, which was parsed. */
  readonly corrected: string
  readonly pieces: readonly Piece[]
  readonly marks: readonly Mark[]
  /** What each character was when the text was parsed. */
  readonly first: Census
}

/** How often each character of the corrected text is carried by the tree. */
export interface Census {
  readonly carried: Uint8Array
  /** Values that are no slice of the corrected text: escapes, by the offset they begin at. */
  readonly decoded: ReadonlyMap<number, string>
}

/** A breach of the law that nothing is lost, doubled, changed or added in silence. */
export interface Breach {
  readonly reason: string
  /** Offset in the source, when the breach has a place. */
  readonly offset?: number
}

/**
 * Open the ledger on the tree as it was parsed.
 *
 * Shape: the tree after `remarkSourceMap`, the corrected text, its pieces and the marks → a
 * ledger, and a breach for each character that is neither carried, blank, nor markup that the
 * allow-list lets the parser consume.
 */
export function openLedger(
  tree: Root,
  corrected: string,
  pieces: readonly Piece[],
  marks: readonly Mark[],
): {ledger: Ledger; breaches: Breach[]} {
  const first = census(tree, corrected)
  const markup = new Uint8Array(corrected.length)
  const walk = (node: Nodes): void => {
    // Other nodes that hold words in their own way are reported by `remarkExpected`.
    const allowed = consumed[node.type] ?? (holders.has(node.type) ? undefined : /[^]/)
    const out = node.data?.out ?? outOf(node, pieces)
    if (allowed && out) {
      for (let at = out[0]; at < out[1]; at++) {
        if (allowed.test(corrected.charAt(at))) markup[at] = 1
      }
    }
    if (isParent(node)) node.children.forEach(walk)
  }
  walk(tree)
  const breaches: Breach[] = []
  for (let at = 0; at < corrected.length; at++) {
    if (first.carried[at] || markup[at] || /\s/.test(corrected.charAt(at))) continue
    breaches.push(breach(pieces, at, 'was consumed as markup that the allow-list does not know'))
  }
  return {ledger: {corrected, pieces, marks, first}, breaches}
}

/**
 * Hold a later state of the tree against the ledger.
 *
 * Shape: tree and ledger → breaches: a character lost, doubled or changed, or words added.
 */
export function checkLedger(tree: Root, ledger: Ledger): Breach[] {
  const {corrected, pieces, marks, first} = ledger
  const now = census(tree, corrected)
  const breaches: Breach[] = []
  for (const [at, value] of now.decoded) {
    if (first.decoded.get(at) !== value) {
      breaches.push(breach(pieces, at, 'was changed without a record'))
    }
  }
  for (const value of now.added) breaches.push({reason: `The words "${value}" were added unmarked`})
  for (let at = 0; at < corrected.length; at++) {
    const before = first.carried[at] ?? 0
    const after = now.carried[at] ?? 0
    if (after === before || /\s/.test(corrected.charAt(at))) continue
    if (after > 1) breaches.push(breach(pieces, at, 'is carried twice'))
    else if (after < before && !mayVanish(at, pieces, marks)) {
      breaches.push(breach(pieces, at, 'was lost without a drop mark'))
    }
  }
  return breaches
}

/**
 * Check the reading order: within the body, and within each note, the text runs as in the source.
 *
 * Shape: finished tree → breaches.
 */
export function checkOrder(tree: Root): Breach[] {
  const breaches: Breach[] = []
  const follow = (parent: Parents, last: {end: number}): void => {
    for (const child of parent.children) {
      if (isDefinition(child)) follow(child, {end: 0})
      else if (isLeaf(child)) {
        const {start, end} = child.position
        if (start.offset < last.end && child.data.by === null) {
          breaches.push({reason: 'The text goes back in the source here', offset: start.offset})
        }
        last.end = Math.max(last.end, end.offset)
      } else if (isParent(child)) follow(child, last)
    }
  }
  follow(tree, {end: 0})
  return breaches
}

/** Characters that a node may consume as its own markup. */
const consumed: Readonly<Partial<Record<Nodes['type'], RegExp>>> = {
  heading: /#/,
  emphasis: /[*_]/,
  strong: /[*_]/,
  thematicBreak: /[*_-]/,
  blockquote: />/,
  list: /[\d.)*+-]/,
  listItem: /[\d.)*+-]/,
  break: /\\/,
  link: /[^]/,
  html: /[^]/,
  footnoteReference: /[^]/,
  footnoteDefinition: /[^]/,
}

/** Nodes that consume nothing: their characters stand in the nodes below them. */
const holders: ReadonlySet<Nodes['type']> = new Set(['root', 'paragraph', 'text'])

interface Counted extends Census {
  /** Words in the tree that neither come from the source nor are marked as generated. */
  readonly added: readonly string[]
}

function census(tree: Root, corrected: string): Counted {
  const carried = new Uint8Array(corrected.length)
  const decoded = new Map<number, string>()
  const added: string[] = []
  const carry = ([start, end]: readonly [number, number]): void => {
    for (let at = start; at < end; at++) carried[at] = Math.min(255, (carried[at] ?? 0) + 1)
  }
  const walk = (node: Nodes): void => {
    if (isLeaf(node)) {
      const [start, end] = node.data.out
      carry([start, end])
      const slice = corrected.slice(start, end)
      if (slice !== node.value) decoded.set(start, node.value)
    } else if (node.type === 'text' && !node.data?.generated && node.value.trim() !== '') {
      added.push(node.value)
    }
    if (node.type === 'footnoteReference' && node.data?.out) carry(node.data.out)
    const marker = node.type === 'footnoteDefinition' ? node.data?.note?.marker : undefined
    if (marker) carry(marker.out)
    if (isParent(node)) node.children.forEach(walk)
  }
  walk(tree)
  return {carried, decoded, added}
}

/** Where a node stands in the corrected text, from its place in the source. */
function outOf(node: Nodes, pieces: readonly Piece[]): [number, number] | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return undefined
  const first = pieceOfSource(pieces, start)
  const last = pieceOfSource(pieces, end - 1)
  if (!first || !last) return undefined
  return [
    first.by ? first.out[0] : first.out[0] + start - first.src[0],
    last.by ? last.out[1] : last.out[0] + end - last.src[0],
  ]
}

function mayVanish(at: number, pieces: readonly Piece[], marks: readonly Mark[]): boolean {
  const origin = originAt(pieces, at)
  if (!origin) return false
  const [start, end] = origin.src
  return marks.some(
    (mark) =>
      (mark.type === 'drop' && mark.start <= start && end <= mark.end) ||
      (mark.type === 'join' && mark.glue === 'none' && start === mark.start - 1),
  )
}

function breach(pieces: readonly Piece[], at: number, what: string): Breach {
  const offset = originAt(pieces, at)?.src[0]
  return {reason: `A character ${what}`, ...(offset === undefined ? {} : {offset})}
}
