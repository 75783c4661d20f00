import type {Finding} from '../../finding.ts'
import {toPlace} from '../../text/place.ts'
import type {Items} from '../item.ts'
import {compareDrafts} from './compare-drafts.ts'
import {readNotes} from './read-notes.ts'
import type {DraftedText} from './read-notes.ts'

/** Doubt what the editors say of the notes of a text, but for those that they have seen. */
export function doubtText(text: DraftedText, items: Items): Finding[] {
  const {pairs, said, spanOf} = readNotes(text)
  const {path, lines} = text.source
  const seen = new Set(text.citations.seen.map(({note}) => note))
  const isDoubted = (note: string): boolean => said.has(note) && !seen.has(note)
  return compareDrafts(pairs, items, isDoubted, (draft) => {
    const span = spanOf(draft)
    return {file: path, ...(span ? {place: toPlace(lines, span.start)} : {})}
  })
}
