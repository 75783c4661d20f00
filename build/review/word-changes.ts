import type {Correction} from '../text/correction.ts'
import type {Piece} from '../text/pieces.ts'

/** A change as people read it: whole words before and after. */
export interface WordChange<C extends Correction = Correction> {
  /** The words of the source. Offsets in UTF-16 units, end exclusive. */
  readonly src: readonly [start: number, end: number]
  /** The words of the corrected text. */
  readonly out: readonly [start: number, end: number]
  readonly before: string
  readonly after: string
  /** The records that changed them, in the order of the text. */
  readonly by: readonly C[]
}

/**
 * Widen the changes of a text to whole words.
 *
 * Shape: both texts and the pieces between them → changes in order; records in one word are one
 * change. Nothing is compared: what changed is known from the pieces.
 */
export function wordChanges<C extends Correction>(
  source: string,
  corrected: string,
  pieces: readonly Piece<C>[],
): WordChange<C>[] {
  const changes: {src: [number, number]; out: [number, number]; by: C[]}[] = []
  for (const {src, out, by} of pieces) {
    if (!by) continue
    const last = changes.at(-1)
    const before = wordBefore(source, src[0])
    const end = src[1] + wordAfter(source, src[1])
    if (last && src[0] - before < last.src[1]) {
      last.src[1] = end
      last.out[1] = end + out[1] - src[1]
      last.by.push(by)
    } else {
      changes.push({
        src: [src[0] - before, end],
        out: [out[0] - before, end + out[1] - src[1]],
        by: [by],
      })
    }
  }
  return changes.map(({src, out, by}) => ({
    src,
    out,
    by,
    before: source.slice(...src),
    after: corrected.slice(...out),
  }))
}

/** How many characters of the same word stand before an offset. */
function wordBefore(text: string, offset: number): number {
  let at = offset
  while (at > 0 && /\S/.test(text.charAt(at - 1))) at--
  return offset - at
}

function wordAfter(text: string, offset: number): number {
  let at = offset
  while (at < text.length && /\S/.test(text.charAt(at))) at++
  return at - offset
}
