import type {Root} from 'mdast'
import type {Span} from '../../text/correction.ts'
import {blocksOf, wordsOfBlock} from '../../structure/locators.ts'
import type {Run} from '../../structure/locators.ts'
import type {NoteWords} from './draft-citations.ts'

/** The words of a note, and where each of their characters comes from. */
export interface PlacedWords extends NoteWords {
  /** Shape: span of the words → span of the source; `null` when it has none there. */
  spanOf(words: Span): Span | null
}

/**
 * The words of the notes of a text, blanks made one.
 *
 * Shape: edition tree → each paragraph of each note, in the order of the notes.
 */
export function noteWords(tree: Root): PlacedWords[] {
  return blocksOf(tree).flatMap((block): PlacedWords[] => {
    if (block.note === undefined) return []
    const {text, runs} = wordsOfBlock(block)
    const starts = startsOf(runs)
    const kept = [...text.matchAll(/\s+|\S/g)].map(({index}) => index)
    const words = text.replaceAll(/\s+/g, ' ')
    const at = (index: number): number | undefined => {
      const offset = kept[index] ?? 0
      const leaf = runs[offset]?.leaf
      if (!leaf) return undefined
      const {start, end} = leaf.position
      const within = offset - (starts[offset] ?? 0)
      // What a record has put there has the place of its lemma.
      return end.offset - start.offset === leaf.value.length ? start.offset + within : start.offset
    }
    const spanOf = ({start, end}: Span): Span | null => {
      const first = at(start)
      const last = at(end - 1)
      const leaf = runs[kept[end - 1] ?? 0]?.leaf
      if (first === undefined || last === undefined || !leaf) return null
      const isVerbatim = leaf.position.end.offset - leaf.position.start.offset === leaf.value.length
      return {start: first, end: isVerbatim ? last + 1 : leaf.position.end.offset}
    }
    return [{note: block.note, words, spanOf}]
  })
}

/** For each character, where its run begins. */
function startsOf(runs: readonly Run[]): number[] {
  const starts: number[] = []
  runs.forEach((run, index) => {
    starts.push(run === runs[index - 1] ? (starts[index - 1] ?? 0) : index)
  })
  return starts
}
