import type {Correction} from './correction.ts'

/**
 * A run of the corrected text that is verbatim or comes from one record.
 *
 * Pieces tile both texts: each begins where the one before ends, in the source (`src`) and in the
 * corrected text (`out`). Offsets in UTF-16 units, end exclusive.
 */
export interface Piece<C extends Correction = Correction> {
  readonly src: readonly [start: number, end: number]
  readonly out: readonly [start: number, end: number]
  /** The record it comes from, `null` when verbatim. */
  readonly by: C | null
}

/** Where a character of the corrected text comes from. */
export interface Origin<C extends Correction = Correction> {
  /** The source character, or the whole lemma when the character stands in a reading. */
  readonly src: readonly [start: number, end: number]
  readonly by: C | null
}

/**
 * Say where a character of the corrected text comes from.
 *
 * Shape: pieces and an offset of the corrected text → its origin, `null` past the end.
 */
export function originAt<C extends Correction>(
  pieces: readonly Piece<C>[],
  offset: number,
): Origin<C> | null {
  const piece = pieceAt(pieces, offset)
  if (!piece) return null
  if (piece.by) return {src: piece.src, by: piece.by}
  const at = piece.src[0] + offset - piece.out[0]
  return {src: [at, at + 1], by: null}
}

/** Find the piece that holds a character of the corrected text; `undefined` past the end. */
export function pieceAt<C extends Correction>(
  pieces: readonly Piece<C>[],
  offset: number,
): Piece<C> | undefined {
  return holder(pieces, offset, 'out')
}

/**
 * Find the piece that holds a character of the source; `undefined` past the end.
 *
 * A piece of an empty lemma holds none.
 */
export function pieceOfSource<C extends Correction>(
  pieces: readonly Piece<C>[],
  offset: number,
): Piece<C> | undefined {
  return holder(pieces, offset, 'src')
}

function holder<C extends Correction>(
  pieces: readonly Piece<C>[],
  offset: number,
  side: 'src' | 'out',
): Piece<C> | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (!piece) return undefined
    if (offset < piece[side][0]) high = middle - 1
    else if (offset >= piece[side][1]) low = middle + 1
    else return piece
  }
  return undefined
}
