import {compose} from '../../scripts/bench/repair/clean/compose.ts'
import {blockOf, signsOf} from '../../scripts/bench/repair/clean/signs.ts'
import type {Draw} from '../../scripts/bench/repair/draw.ts'
import {inventParagraph} from '../../scripts/bench/repair/invent/sentences.ts'
import {drawComposition} from '../../scripts/bench/repair/profiles.ts'
import type {Original} from '../../scripts/specimen/read-original.ts'

/** Make a clean text that needs no corpus. */
export function inventOriginal(draw: Draw, paragraphs = 12): Original {
  const read = Array.from({length: paragraphs}, () =>
    blockOf('paragraph', signsOf(inventParagraph(draw, draw.between(1, 6)))),
  )
  return compose(read, drawComposition(draw), draw)
}
