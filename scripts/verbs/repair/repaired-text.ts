import {appliedCorrections} from '../../../build/repair/applied-corrections.ts'
import type {Repairs} from '../../../build/repair/hit.ts'
import {repairsOfEdition} from '../../../build/repair/repairs-of-edition.ts'
import {apply} from '../../../build/text/apply.ts'
import type {Piece} from '../../../build/text/pieces.ts'
import {joinBlocks} from './join-blocks.ts'
import {splitBlocks} from './split-blocks.ts'

/** A repaired text, and how many joins could not be made in it. */
export interface RepairedText {
  readonly text: string
  readonly notJoined: number
}

/**
 * Write the repaired text: applied hits and ends of paragraphs in, joins made, proposals left out.
 *
 * Shape: source and its repairs → text in which a blank line parts paragraphs; what stood between two
 * halves follows after them. Without repairs it is the source, byte for byte.
 */
export function repairedText(source: string, repairs: Repairs): RepairedText {
  // Whoever reads the text wants its paragraphs even where they are only likely.
  const ends = repairs.ends.map((end) => ({...end, p: 1}))
  const {hits, joins} = repairsOfEdition(source, 'markdown', {...repairs, ends})
  const corrections = appliedCorrections(hits)
  const {value, pieces} = apply(source, corrections)
  const gone = pieces.filter(({by}) => by?.id.includes('running-head')).map(({out}) => out[0])
  const blocks = splitBlocks(value, gone)
  const {text, notJoined} = joinBlocks(
    blocks,
    joins.map(({start, end, glue}) => ({
      from: placeOf(pieces, start, 'end'),
      to: placeOf(pieces, end, 'start'),
      glue,
    })),
  )
  return {text, notJoined}
}

/** Where a place of the source is in the text; before or after what was taken out there. */
function placeOf(pieces: readonly Piece[], offset: number, side: 'start' | 'end'): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const src = pieces[middle]?.src ?? [0, 0]
    if (side === 'end' ? src[1] < offset : src[1] <= offset) low = middle + 1
    else high = middle
  }
  const piece = pieces[low] ?? pieces.at(-1)
  if (!piece) return 0
  if (piece.by === null) return piece.out[0] + offset - piece.src[0]
  return side === 'start' ? piece.out[0] : piece.out[1]
}
