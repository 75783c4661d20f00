import type {Block, Original, Sign} from '../../../specimen/read-original.ts'
import type {Draw} from '../draw.ts'
import {inventHeading, inventParagraph, inventSentence} from '../invent/sentences.ts'
import {addNotes} from './add-notes.ts'
import {blockOf, lettersOf, signsOf} from './signs.ts'

/** What is made of a text that was read. */
export interface Composition {
  /** How many invented paragraphs and quotations there are to one that was read. */
  readonly invented: number
  readonly quotations: number
  /** Whether it has a heading every so often. */
  readonly headings: boolean
  /** How many sentences call a note, from 0 to 1. */
  readonly notes: number
  /** The number of the first note. */
  readonly firstNote: number
  /** Whether quotation marks and apostrophes are the straight ones of a typewriter. */
  readonly isStraight: boolean
}

/**
 * Make a clean text of what was read: paragraphs, headings and quotations of our own among it, and
 * notes.
 */
export function compose(
  read: readonly Block[],
  {invented, quotations, headings, notes, firstNote, isStraight}: Composition,
  draw: Draw,
): Original {
  const blocks: Block[] = []
  let sinceHeading = 0
  for (const block of read) {
    if (block.kind === 'heading') {
      if (!headings || sinceHeading < 3) continue
      sinceHeading = 0
    } else sinceHeading++
    if (headings && sinceHeading > 9 && draw.happens(0.3)) {
      blocks.push(blockOf('heading', signsOf(inventHeading(draw)), 2))
      sinceHeading = 0
    }
    blocks.push(block)
    // What is shorter than a line is speech, which nothing interrupts.
    if (lettersOf(block.signs).length < 200) continue
    if (draw.happens(invented)) {
      blocks.push(blockOf('paragraph', signsOf(inventParagraph(draw, draw.between(2, 7)))))
    }
    if (draw.happens(quotations)) {
      const words = Array.from({length: draw.between(2, 5)}, () => inventSentence(draw)).join(' ')
      blocks.push(blockOf('quotation', signsOf(words)))
    }
  }
  const original = addNotes(blocks, {perSentence: notes, first: firstNote}, draw)
  return isStraight ? straighten(original) : original
}

function straighten({blocks, notes}: Original): Original {
  const straight = (signs: readonly Sign[]): Sign[] =>
    signs.map((sign) => ({
      ...sign,
      char: sign.char.replace(/[“”]/, '"').replace(/[‘’]/, "'"),
    }))
  return {
    blocks: blocks.map((block) => ({...block, signs: straight(block.signs)})),
    notes: new Map([...notes].map(([label, signs]) => [label, straight(signs)])),
  }
}
