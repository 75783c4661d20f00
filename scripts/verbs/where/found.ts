import type {EditedText, TextEdition} from '../../../build/model/edited-text.ts'
import type {Span} from '../../../build/text/correction.ts'
import {formatPlace, toPlace} from '../../../build/text/place.ts'

/** An answer of `where`, and where it is to be sought in the outputs. */
export interface Found {
  readonly edition: TextEdition
  /** Where it begins and ends in the source: its first and its last character. Offsets in UTF-16 units. */
  readonly from: number
  readonly last: number
  /** Its id in the EPUB; left out where the nearest one is meant. */
  readonly id?: string
  /** What is printed of it. */
  readonly line: string
}

/** Write runs of a source: `text:line:column-line:column`, with a plus where something else stands between. */
export function writeSpans({id, source}: EditedText, spans: readonly Span[]): string {
  const place = (offset: number): string => formatPlace(toPlace(source.lines, offset))
  return `${id}:${spans.map(({start, end}) => `${place(start)}-${place(end)}`).join(' + ')}`
}
