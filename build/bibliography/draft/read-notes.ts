import type {Root} from 'mdast'
import type {Span} from '../../text/correction.ts'
import type {Lines} from '../../text/place.ts'
import type {Citations} from '../citation.ts'
import {citationsOf} from '../placed-citations.ts'
import {pairDrafts} from './compare-drafts.ts'
import type {Pair} from './compare-drafts.ts'
import {draftCitations} from './draft-citations.ts'
import type {DraftCitation} from './draft-citations.ts'
import {noteWords} from './note-words.ts'

/** A text whose notes are to be read. */
export interface DraftedText {
  readonly tree: Root
  readonly citations: Citations
  readonly source: {readonly path: string; readonly value: string; readonly lines: Lines}
}

/** What a program finds in the notes of a text, beside what the editors say of them. */
export interface ReadNotes {
  /** Names of the notes, in their order. */
  readonly notes: readonly string[]
  /** Drafts in the order of the notes, each with the citation of the editors at its place. */
  readonly pairs: readonly Pair[]
  /** Notes of which the editors say what they cite, or that they cite nothing. */
  readonly said: ReadonlySet<string>
  /** Where a draft stands in the source; `null` when its words are nowhere in it. */
  spanOf(draft: DraftCitation): Span | null
}

/** Read the notes of a text for citations. */
export function readNotes({tree, citations}: DraftedText): ReadNotes {
  const notes = noteWords(tree)
  const placed = citationsOf(tree, citations.citations)
  return {
    notes: [...new Set(notes.map(({note}) => note))],
    pairs: pairDrafts(draftCitations(notes), placed),
    said: new Set([...placed, ...citations.silent].map(({note}) => note)),
    spanOf: (draft) => {
      const own = notes.find(({note, words}) => {
        return note === draft.note && words.slice(draft.start, draft.end) === draft.words
      })
      return own?.spanOf(draft) ?? null
    },
  }
}
