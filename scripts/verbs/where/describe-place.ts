import type {TextEdition} from '../../../build/model/edited-text.ts'
import {correctText} from '../../../build/pipeline.ts'
import {around, blockAt, writePlace} from './find-words-in-text.ts'

/**
 * Say what stands at a place of a source.
 *
 * Shape: edited text and offset of its source → lines: the place with its locator, the records and marks
 * there, and where it stands in the corrected text.
 */
export function describePlace(edition: TextEdition, offset: number): string[] {
  const {text} = edition
  const {value} = text.source
  const records = text.records
    .filter(({start, end}) => offset >= start && offset < end)
    .map((record) => {
      const reading = record.act === 'correct' ? ` → ${JSON.stringify(record.reading)}` : ''
      const {act, id, kind, lemma, why} = record
      return `  ${act} ${id}  ${kind}  ${JSON.stringify(lemma)}${reading}  ${why}`
    })
  const marks = text.marks
    .filter(({start, end}) => offset >= start && offset < Math.max(end, start + 1))
    .map(({type, id, why}) => `  mark ${type} ${id}  ${why}`)
  const {pieces} = correctText(text)
  const piece = pieces.find(({src}) => src[0] <= offset && offset < src[1])
  const verbatim =
    piece?.by === null
      ? [`  verbatim, at ${piece.out[0] + offset - piece.src[0]} of the corrected text`]
      : []
  const words = around(value, offset, offset + 1)
  return [
    writePlace(text, offset, blockAt(edition, offset), words),
    ...records,
    ...marks,
    ...verbatim,
  ]
}
