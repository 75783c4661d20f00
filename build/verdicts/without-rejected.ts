import type {Mark} from '../structure/mark.ts'
import {isCorrect} from '../text/record.ts'
import type {CorrectRecord, EditorialRecord} from '../text/record.ts'

/**
 * Leave out records that are rejected; of a record with parts, those of them that are.
 *
 * Shape: records and what is rejected, by id → records in the same order. Where a part is rejected the
 * source stands there, and what is left of its record is one record a run of parts that touch.
 */
export function withoutRejected(
  records: readonly EditorialRecord[],
  isRejected: (id: string) => boolean,
): EditorialRecord[] {
  return records.flatMap((record): EditorialRecord[] => {
    if (isRejected(record.id)) return []
    const parts = isCorrect(record) ? record.parts : undefined
    if (!isCorrect(record) || !parts?.some(({id}) => isRejected(id))) return [record]
    const runs: CorrectRecord[][] = [[]]
    for (const part of parts) {
      if (isRejected(part.id)) runs.push([])
      else runs.at(-1)?.push(part)
    }
    return runs.flatMap((run) => wholeOf(record, run))
  })
}

/** Leave out marks that are rejected. */
export function marksWithoutRejected(
  marks: readonly Mark[],
  isRejected: (id: string) => boolean,
): Mark[] {
  return marks.filter(({id}) => !isRejected(id))
}

/** The record of some parts of another; one part is itself a record. */
function wholeOf(record: CorrectRecord, parts: readonly CorrectRecord[]): CorrectRecord[] {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return []
  if (parts.length === 1) return first.lemma === first.reading ? [] : [first]
  const lemma = parts.map((part) => part.lemma).join('')
  const reading = parts.map((part) => part.reading).join('')
  if (lemma === reading) return []
  return [
    {...record, start: first.start, end: last.end, at: first.at, lemma, reading, parts: [...parts]},
  ]
}
