import type {TextEdition} from '../../../build/model/edited-text.ts'
import type {Leaf, Parents} from '../../../build/structure/tree.ts'
import {anchorAt, anchorsOf} from './anchors.ts'
import {lettersOf} from './letters.ts'

/** Where a place of a source stands among the letters of an edition. */
export interface LetterPlace {
  /** The note it stands in; left out for the body. */
  readonly note: string | undefined
  /** All letters of that note, or of the body. */
  readonly letters: string
  /** The first and the last letter between which it must stand, from 0. */
  readonly between: readonly [first: number, last: number]
}

/** Says where a place of a source stands among the letters; offset in UTF-16 units of the source. */
export type FindLetter = (offset: number) => LetterPlace | undefined

/**
 * Count the letters of a text, those of the body and those of each note.
 *
 * Shape: edited text → finder. A letter is found exactly; of another character the letters beside it in its
 * paragraph are told, of a reading its first and last one.
 */
export function countLetters(edition: TextEdition): FindLetter {
  const anchors = anchorsOf(edition)
  const streams = new Map<string | undefined, string>()
  const starts = new Map<Leaf, number>()
  const blocks = new Map<Parents, [start: number, end: number]>()
  for (const {leaf, block, note} of anchors) {
    const before = streams.get(note) ?? ''
    const after = before + lettersOf(leaf.value)
    streams.set(note, after)
    starts.set(leaf, before.length)
    blocks.set(block, [blocks.get(block)?.[0] ?? before.length, after.length])
  }
  return (offset) => {
    const anchor = anchorAt(anchors, offset)
    if (!anchor) return undefined
    const {note, leaf, block} = anchor
    const [from, to] = blocks.get(block) ?? [0, 0]
    const inside = (at: number): number => Math.max(from, Math.min(to - 1, at))
    const start = starts.get(leaf) ?? 0
    const [first, last] = within(leaf, offset).map((at) => inside(start + at))
    return {note, letters: streams.get(note) ?? '', between: [first ?? from, last ?? from]}
  }
}

/** The letters of a leaf beside a place of the source, counted from its first one. */
function within({value, data, position}: Leaf, offset: number): [first: number, last: number] {
  const [start, end] = [position.start.offset, position.end.offset]
  const count = (words: string): number => lettersOf(words).length
  // Escapes and references make a leaf shorter than its source; a reading is not its lemma.
  if (data.by !== null || value.length !== end - start) return [0, count(value) - 1]
  // What is dropped before a leaf stands where the leaf begins.
  const into = Math.max(0, offset - start)
  const [before, after] = [value.slice(0, into), value.slice(into)]
  const at = count(before)
  // Lines end at blanks, hyphens and strokes: what opens words stands beside them, and so does what closes them.
  const opens = /(?:^|\s)$/.test(before.replace(/[\p{Ps}\p{Pi}"']+$/u, ''))
  if (opens && /^[\p{Ps}\p{Pi}"']+\p{L}/u.test(after)) return [at, at]
  if (/^\p{L}/u.test(after)) return [at, at]
  if (/\p{L}[^\s\p{L}\p{Pd}/]*$/u.test(before) && /^[^\s\p{Pd}/]/u.test(after))
    return [at - 1, at - 1]
  return [at - 1, at]
}
