import {checkCorrections, CorrectionError, inOrder} from './correction.ts'
import type {Correction} from './correction.ts'
import type {Piece} from './pieces.ts'

/** A corrected text and its source map. */
export interface Applied<C extends Correction = Correction> {
  readonly value: string
  readonly pieces: readonly Piece<C>[]
}

/**
 * Apply corrections to a source.
 *
 * Shape: source and corrections in any order → corrected text and pieces that tile both texts.
 * Throws: `CorrectionError` with every fault when the corrections do not fit the source, overlap
 * or touch.
 */
export function apply<C extends Correction>(source: string, corrections: readonly C[]): Applied<C> {
  const faults = checkCorrections(source, corrections)
  if (faults.length > 0) throw new CorrectionError(faults)
  const pieces: Piece<C>[] = []
  const runs: string[] = []
  let at = 0
  let length = 0
  const add = (end: number, text: string, by: C | null): void => {
    pieces.push({src: [at, end], out: [length, length + text.length], by})
    runs.push(text)
    at = end
    length += text.length
  }
  for (const correction of inOrder(corrections)) {
    if (correction.start > at) add(correction.start, source.slice(at, correction.start), null)
    add(correction.end, correction.reading, correction)
  }
  if (at < source.length) add(source.length, source.slice(at), null)
  return {value: runs.join(''), pieces}
}
