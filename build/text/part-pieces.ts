import type {Correction} from './correction.ts'
import type {Piece} from './pieces.ts'

/**
 * Make a piece of each part of a record, so that a mark may begin or end between two parts.
 *
 * Shape: pieces → finer pieces that tile the same texts; those of a record with parts become one
 * a part, each still `by` the whole record.
 */
export function partPieces<C extends Correction>(pieces: readonly Piece<C>[]): Piece<C>[] {
  return pieces.flatMap((piece): Piece<C>[] => {
    const parts = piece.by?.parts
    if (!parts) return [piece]
    let src = piece.src[0]
    let out = piece.out[0]
    return parts.map(({lemma, reading}) => {
      const start = {src, out}
      src += lemma.length
      out += reading.length
      return {src: [start.src, src], out: [start.out, out], by: piece.by}
    })
  })
}
