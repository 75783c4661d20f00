import type {Root} from 'mdast'
import {isDefinition} from '../structure/tree.ts'

/** How the notes of an edition are numbered; the printed number stands beside any other. */
export const numberings = ['per-text', 'continuous', 'printed'] as const
export type Numbering = (typeof numberings)[number]

/** Configuration of {@link remarkNumberNotes}. */
export interface Options {
  readonly numbering: Numbering
  /** How many numbered notes the texts before have; for `continuous`. */
  readonly before: number
}

/**
 * Give the notes their numbers in the edition.
 *
 * Shape: `data.note.number` on each definition whose note is numbered in print; notes called by a
 * sign, or by words, keep what they have. The tree does not change.
 */
export function remarkNumberNotes(options: Options) {
  const {numbering, before} = options
  return function (tree: Root): undefined {
    let count = numbering === 'continuous' ? before : 0
    for (const definition of tree.children.filter(isDefinition)) {
      const note = definition.data?.note
      if (!note || !/^\d/.test(note.printed)) continue
      count++
      note.number = numbering === 'printed' ? note.printed : String(count)
    }
  }
}

/** Count the numbered notes of a text. */
export function countNumbered(tree: Root): number {
  return tree.children.filter((node) => isDefinition(node) && node.data?.note?.number).length
}
