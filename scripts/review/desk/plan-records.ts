import {addEntry, changeEntry, keysOf} from '../../../build/store/edit-yaml.ts'
import type {DeskRequests} from '../../../build/review/page-data.ts'
import {isCorrect} from '../../../build/text/record.ts'
import type {EditorialRecord} from '../../../build/text/record.ts'
import {smallest} from '../../../build/text/smallest.ts'
import {recordId} from '../../record-id.ts'
import {expectUnchanged, placeOf, recordFields} from './desk-text.ts'
import type {DeskText, Plan} from './desk-text.ts'
import {Refusal} from './refusal.ts'

const file = 'corrections.yaml'

/** Plan to give a record another reading; of a hit it becomes a record by hand. */
export async function planReading(
  text: DeskText,
  {id, of, reading, why, who}: DeskRequests['reading'],
): Promise<Plan> {
  expectUnchanged(text, id, of)
  const record = findRecord(text, id)
  if (id.includes('@')) return byHand(text, record, {reading, why, by: who})
  const before = await text.read(file)
  const [whole = '', number] = id.split('/')
  if (number === undefined) {
    const fields = {act: undefined, reading, by: who, why}
    const after = changeEntry(file, before, 'corrections', [id], fields)
    return {files: new Map([[file, after]]), what: `${file}: ${id} reads ${shown(reading)}`}
  }
  const parts = partsOf(text, whole).map((part) => (part.id === id ? reading : part.reading))
  const part = changeEntry(file, before, 'corrections', [whole, 'parts', Number(number) - 1], {
    reading,
    by: who,
    why,
  })
  const after = changeEntry(file, part, 'corrections', [whole], {reading: parts.join('')})
  return {files: new Map([[file, after]]), what: `${file}: ${id} reads ${shown(reading)}`}
}

/** Plan to make a record by hand of a hit, as it is. */
export function planPromotion(
  text: DeskText,
  {id, of, why, who}: DeskRequests['promote'],
): Promise<Plan> {
  expectUnchanged(text, id, of)
  const record = findRecord(text, id)
  if (!id.includes('@') || !isCorrect(record)) {
    throw new Refusal(400, `${id} is a record by hand already.`)
  }
  return byHand(text, record, {reading: record.reading, why, by: who})
}

/** Plan to say something of words of the source: to correct them, or to ask. */
export async function planRecord(
  text: DeskText,
  start: number,
  fields: Parameters<typeof recordFields>[2],
): Promise<Plan> {
  const before = await text.read(file)
  const {line} = {line: Number(placeOf(text, start).split(':')[0])}
  const id = recordId(text.config.prefix, line, fields.lemma, fields.kind, keysOf(before))
  const after = addEntry(file, before, 'corrections', [id], recordFields(text, start, fields))
  return {files: new Map([[file, after]]), what: `${file}: ${id}`}
}

function byHand(
  text: DeskText,
  {start, lemma, kind}: EditorialRecord,
  said: {readonly reading: string; readonly why: string; readonly by: string},
): Promise<Plan> {
  return planRecord(text, start, {lemma, kind, ...said})
}

function findRecord({loaded}: DeskText, id: string): EditorialRecord {
  const all = (loaded.text?.review.records ?? []).flatMap((record) => [record, ...smallest(record)])
  const record = all.find((one) => one.id === id)
  if (!record) throw new Refusal(400, `${id} is no record; only records have readings.`)
  return record
}

function partsOf({loaded}: DeskText, id: string): {id: string; reading: string}[] {
  const record = loaded.text?.review.records.find((one) => one.id === id)
  return record && isCorrect(record) ? [...(record.parts ?? [])] : []
}

function shown(words: string): string {
  return words === '' ? 'nothing' : JSON.stringify(words)
}
