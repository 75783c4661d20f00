import type {Piece} from '../text/pieces.ts'
import type {CorrectRecord} from '../text/record.ts'
import {smallest} from '../text/smallest.ts'

/** A run of a text: verbatim, or changed by one record or part. They tile source and corrected text. */
export interface Stretch {
  readonly src: readonly [start: number, end: number]
  readonly out: readonly [start: number, end: number]
  /** What the source has. */
  readonly before: string
  /** What the edition has. */
  readonly after: string
  /** The record, or part of one, that changes it; `null` when verbatim. */
  readonly by: CorrectRecord | null
}

/**
 * Read a difference off the pieces of a text; nothing is compared.
 *
 * Shape: source and pieces → stretches in order; a record that was made of others, or has parts, is a
 * stretch a part.
 */
export function stretchesOf(source: string, pieces: readonly Piece<CorrectRecord>[]): Stretch[] {
  return pieces.flatMap(({src, out, by}): Stretch[] => {
    if (by === null) {
      const words = source.slice(...src)
      return [{src, out, before: words, after: words, by}]
    }
    let [from, to] = [src[0], out[0]]
    return smallest(by).map((record): Stretch => {
      const {lemma, reading} = record
      const [start, first] = [from, to]
      from += lemma.length
      to += reading.length
      return {src: [start, from], out: [first, to], before: lemma, after: reading, by: record}
    })
  })
}
