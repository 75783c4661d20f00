import type {Span} from '../../../build/text/correction.ts'
import {formatPlace, toPlace} from '../../../build/text/place.ts'
import type {EditedText} from '../../../build/model/edited-text.ts'

/** An answer of `where`: where something stands in a source, and in the edition. */
export interface Found {
  readonly text: EditedText
  /** Where it begins in the source. Offset in UTF-16 units. */
  readonly offset: number
  /** The id of the document and of the nearest place in it, as outputs name them. */
  readonly target: {readonly file: string; readonly id: string}
  /** The words of the edition from there on, as many as tell the place from others. */
  readonly words: string
  /** The line that is printed. */
  readonly line: string
}

/** Write runs of a source: `text:line:column-line:column`, with a plus where something else stands between. */
export function writeSpans({id, source}: EditedText, spans: readonly Span[]): string {
  const place = (offset: number): string => formatPlace(toPlace(source.lines, offset))
  return `${id}:${spans.map(({start, end}) => `${place(start)}-${place(end)}`).join(' + ')}`
}
