import {isCorrect} from './record.ts'
import type {CorrectRecord, EditorialRecord} from './record.ts'

/** The parts of a record, and the parts of these; itself when it has none. */
export function smallest(record: CorrectRecord): CorrectRecord[]
export function smallest(record: EditorialRecord): EditorialRecord[]
export function smallest(record: EditorialRecord): EditorialRecord[] {
  return isCorrect(record) && record.parts
    ? record.parts.flatMap((part) => smallest(part))
    : [record]
}
