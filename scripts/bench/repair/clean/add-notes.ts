import type {Block, Sign} from '../../../specimen/read-original.ts'
import type {Draw} from '../draw.ts'
import {inventNote} from '../invent/notes.ts'
import {signsOf} from './signs.ts'

/**
 * Let a text call notes, numbered from a first one: after full stops mostly, now and then after a
 * comma.
 */
export function addNotes(
  blocks: readonly Block[],
  {perSentence, first}: {perSentence: number; first: number},
  draw: Draw,
): {blocks: Block[]; notes: Map<string, readonly Sign[]>} {
  const notes = new Map<string, readonly Sign[]>()
  let number = first
  const called = blocks.map((block) => {
    if (block.kind === 'heading') return block
    const signs = block.signs.flatMap((sign, at): Sign[] => {
      const next = block.signs[at + 1]
      if (next && next.char !== ' ') return [sign]
      const before = block.signs
        .slice(Math.max(0, at - 4), at + 1)
        .map(({char}) => char)
        .join('')
      const rate = endsSentence.test(before)
        ? perSentence
        : /[\p{L}”],$/u.test(before)
          ? perSentence / 12
          : 0
      if (!draw.happens(rate)) return [sign]
      const label = String(number++)
      notes.set(label, signsOf(inventNote(draw)))
      return [sign, {char: '', isItalic: false, call: label}]
    })
    return {...block, signs}
  })
  return {blocks: called, notes}
}

/** The end of a sentence, not that of an initial or of “Mr.” */
const endsSentence = /(?:\p{Ll}{3}|\d\d|\p{Ll}\p{Ll}[)”’])[.!?][”’]?$|\p{Ll}{2}[.!?][”’]$/u
