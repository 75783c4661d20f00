import {addEntry, keysOf} from '../../../build/store/edit-yaml.ts'
import type {DeskRequests} from '../../../build/review/page-data.ts'
import {recordId} from '../../record-id.ts'
import {placeOf} from './desk-text.ts'
import type {DeskText, Plan} from './desk-text.ts'
import {planRecord} from './plan-records.ts'
import {Refusal} from './refusal.ts'

/**
 * Plan to say something of words that a reviewer has chosen: to correct them, to ask, or to annotate them.
 *
 * An annotation rests on nothing that was seen until its editors say on what.
 */
export async function planWords(text: DeskText, request: DeskRequests['words']): Promise<Plan> {
  const {start, end, lemma, act, reading, kind, who, why} = request
  if (text.source.value.slice(start, end) !== lemma || lemma === '') {
    throw new Refusal(409, 'The source has other words there; choose them again.')
  }
  if (act === 'correct' && reading === undefined) {
    throw new Refusal(400, 'Expected a reading; what shall stand instead?')
  }
  if (act === 'annotate') return planAnnotation(text, request)
  const change = act === 'correct' ? {reading} : {act}
  return planRecord(text, start, {lemma, ...change, kind, by: who, why})
}

async function planAnnotation(
  text: DeskText,
  {start, lemma, kind, why, who}: DeskRequests['words'],
): Promise<Plan> {
  const name = 'annotations.yaml'
  const before = await text.read(name)
  const at = placeOf(text, start)
  const {prefix} = text.config
  const line = Number(at.split(':')[0])
  const id = recordId(`${prefix}.e`, line, lemma, kind, keysOf(before))
  const claims = [{says: why, basis: 'unseen'}]
  const after = addEntry(name, before, 'annotations', [id], {at, lemma, kind, claims, by: who})
  return {files: new Map([[name, after]]), what: `${name}: ${id}`}
}
