import type {Nodes, Parents, PhrasingContent, Root, Text} from 'mdast'
import type {VFile} from 'vfile'
import {align} from '../text/align.ts'
import type {Correction} from '../text/correction.ts'
import type {Piece} from '../text/pieces.ts'
import {pieceAt} from '../text/pieces.ts'
import {toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import type {Mark} from './mark.ts'
import {sayMarks} from './say-mark.ts'
import type {Anchor} from './say-mark.ts'
import {childrenOf, isParent, leavesOf} from './tree.ts'
import type {Leaf, SourcePosition} from './tree.ts'

/** Configuration of {@link remarkSourceMap}. */
export interface Options {
  /** The source map of the corrected text, which was parsed; one piece for each part. */
  readonly pieces: readonly Piece[]
  /** The lines of the source. */
  readonly lines: Lines
  /** The marks at whose ends leaves are to be cut. */
  readonly marks: readonly Mark[]
  /** What else begins and ends within leaves: citations. */
  readonly anchors?: readonly Anchor[]
}

/**
 * Give every node its place in the source, and cut the text into leaves.
 *
 * Shape: each text becomes leaves that are verbatim, or one escape, or come from one record; no
 * leaf reaches across the end of a mark. Nothing moves. Positions: from the corrected text to the
 * source; a leaf from a record has the place of its lemma.
 * Messages: `mark-cuts-record` (error) when a mark begins or ends inside a lemma, or a part of
 * one, or an escape.
 */
export function remarkSourceMap(options: Options) {
  const {pieces, lines, marks, anchors = []} = options
  const edges = edgesOf([...marks, ...anchors])
  return function (tree: Root, file: VFile): undefined {
    const corrected = String(file)
    const place = (start: number, end: number): SourcePosition => {
      const from = sourceStart(pieces, start)
      const to = Math.max(from, sourceEnd(pieces, end))
      return {
        start: {...toPlace(lines, from), offset: from},
        end: {...toPlace(lines, to), offset: to},
      }
    }
    const split = (node: Text): Leaf[] => {
      const [start, end] = offsets(node)
      const runs = align(corrected.slice(start, end), node.value)
      if (!runs) throw new Error(`Text at ${start} does not align with what was parsed`)
      return runs.flatMap((run) => {
        const out = [start + run.raw[0], start + run.raw[1]] as const
        if (!run.verbatim) {
          return [leaf(node.value.slice(...run.value), out)]
        }
        const cuts = cutsInside(pieces, edges, out)
        return cuts.map(([from, to]) => leaf(corrected.slice(from, to), [from, to]))
      })
    }
    const leaf = (value: string, out: readonly [number, number]): Leaf => {
      const by = pieceAt(pieces, out[0])?.by ?? pieceAt(pieces, out[1] - 1)?.by
      return {type: 'text', value, position: place(...out), data: {out, by: by ? by.id : null}}
    }
    const walk = (parent: Parents): void => {
      const children = childrenOf(parent)
      const before = children.splice(0)
      for (const child of before) {
        if (child.type === 'text') {
          for (const one of split(child)) children.push(one as PhrasingContent)
          continue
        }
        children.push(child)
        if (isParent(child)) walk(child)
        const [start, end] = offsets(child)
        child.position = place(start, end)
        if (!isParent(child) || child.type === 'listItem')
          child.data = {...child.data, out: [start, end]}
      }
    }
    walk(tree)
    const [start, end] = offsets(tree)
    tree.position = place(start, end)
    reportEdges(options, tree, file)
  }
}

/** Every offset of the source at which a leaf has to end. */
function edgesOf(anchors: readonly (Mark | Anchor)[]): number[] {
  const edges = new Set<number>()
  for (const mark of anchors) {
    edges.add(mark.start).add(mark.end)
    if (!('type' in mark)) continue
    if (mark.type === 'join' && mark.glue === 'none') edges.add(mark.start - 1)
    if (mark.type === 'note') edges.add(mark.reference.start).add(mark.reference.end)
  }
  return [...edges].sort((a, b) => a - b)
}

/** Cut a verbatim run of the corrected text at the ends of pieces and marks. */
function cutsInside(
  pieces: readonly Piece[],
  edges: readonly number[],
  [start, end]: readonly [number, number],
): [number, number][] {
  const cuts = new Set([start])
  for (let at = start; at < end;) {
    const piece = pieceAt(pieces, at)
    if (!piece) break
    cuts.add(at)
    const stop = Math.min(end, piece.out[1])
    if (!piece.by) {
      const shift = piece.out[0] - piece.src[0]
      for (const edge of between(edges, at - shift, stop - shift)) cuts.add(edge + shift)
    }
    at = stop
  }
  const order = [...cuts].sort((a, b) => a - b)
  return order.map((from, index) => [from, order[index + 1] ?? end])
}

/** The sorted numbers that lie strictly between two. */
function between(sorted: readonly number[], low: number, high: number): readonly number[] {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? 0) > low) to = middle
    else from = middle + 1
  }
  let end = from
  while (end < sorted.length && (sorted[end] ?? 0) < high) end++
  return sorted.slice(from, end)
}

function sourceStart(pieces: readonly Piece[], offset: number): number {
  const piece = pieceAt(pieces, offset)
  if (!piece) return pieces.at(-1)?.src[1] ?? 0
  return piece.by ? piece.src[0] : piece.src[0] + offset - piece.out[0]
}

function sourceEnd(pieces: readonly Piece[], offset: number): number {
  const piece = offset > 0 ? pieceAt<Correction>(pieces, offset - 1) : undefined
  if (!piece) return 0
  return piece.by ? piece.src[1] : piece.src[0] + offset - piece.out[0]
}

function offsets(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}

function reportEdges({pieces, marks, anchors = [], lines}: Options, tree: Root, file: VFile): void {
  const closed = pieces.flatMap((piece): (readonly [number, number])[] =>
    piece.by ? [piece.src] : [],
  )
  for (const {leaf} of leavesOf(tree)) {
    const {start, end} = leaf.position
    const verbatim = end.offset - start.offset === leaf.value.length
    if (leaf.data.by === null && !verbatim) closed.push([start.offset, end.offset])
  }
  const say = sayMarks(file, lines)
  for (const mark of [...marks, ...anchors]) {
    const cuts = edgesOf([mark]).some((edge) =>
      closed.some(([start, end]) => start < edge && edge < end),
    )
    if (!cuts) continue
    const reason = 'Unexpected end inside a lemma or an escape; move it to the edge.'
    say(mark, 'mark-cuts-record', reason)
  }
}
