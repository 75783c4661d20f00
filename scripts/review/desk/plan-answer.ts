import {addEntry, keysOf} from '../../../build/store/edit-yaml.ts'
import type {DeskRequests} from '../../../build/review/page-data.ts'
import type {JoinHit} from '../../../build/repair/hit.ts'
import {proposalDigest} from '../../../build/review/items.ts'
import {keyOf} from '../../../build/store/hits-file.ts'
import {unusedName} from '../../../build/text/unused-name.ts'
import {isMap, parseDocument} from 'yaml'
import {formatYaml} from '../../../build/store/canonical-yaml.ts'
import {placeOf} from './desk-text.ts'
import type {DeskText, Plan} from './desk-text.ts'
import {planRecord} from './plan-records.ts'
import {Refusal} from './refusal.ts'

/**
 * Plan to answer a proposal: with a record or a mark when it is accepted, with an exception in rules.yaml
 * when it is rejected or the words are right as they stand, with a question when it is asked about.
 */
export function planAnswer(text: DeskText, request: DeskRequests['answer']): Promise<Plan> {
  const {id, of, answer, who, why} = request
  const proposals = text.loaded.hits?.proposals ?? []
  const proposal = proposals.find((one) => keyOf(one, text.source.lines) === id)
  if (!proposal || proposalDigest(proposal) !== of) {
    throw new Refusal(409, `${id} is not proposed any more, or with other readings; look again.`)
  }
  if (answer === 'reject') return planException(text, id, why)
  if ('glue' in proposal) {
    if (answer === 'query') throw new Refusal(400, 'A join cannot be asked about; query its words.')
    return planJoin(text, proposal, who, why)
  }
  const {start, lemma, kind, candidates} = proposal
  if (answer === 'query') return planRecord(text, start, {lemma, act: 'query', kind, by: who, why})
  const reading = request.reading ?? candidates[0]?.reading ?? ''
  if (reading === lemma) return planException(text, id, why)
  return planRecord(text, start, {lemma, reading, kind, by: who, why})
}

async function planException(text: DeskText, id: string, why: string): Promise<Plan> {
  const name = 'rules.yaml'
  const before = await text.read(name)
  const document = parseDocument(before.trim() === '' ? '{}' : before, {schema: 'failsafe'})
  if (document.errors[0] || !isMap(document.contents)) {
    throw new Refusal(400, `${name} cannot be read; mend it first.`)
  }
  if (!isMap(document.get('except'))) document.set('except', document.createNode({}))
  document.setIn(['except', id], why)
  const {text: after} = formatYaml(name, String(document), 'rules')
  if (after === null) throw new Refusal(400, `${name} cannot be read; mend it first.`)
  return {files: new Map([[name, after]]), what: `${name}: ${id} is not wanted`}
}

async function planJoin(text: DeskText, join: JoinHit, who: string, why: string): Promise<Plan> {
  const name = 'structure.yaml'
  const before = await text.read(name)
  const at = placeOf(text, join.start)
  const id = unusedName(`j${at.split(':')[0]}`, new Set(keysOf(before, 'joins')))
  const fields = {at, to: placeOf(text, join.end), glue: join.glue, cert: 'high', by: who, why}
  const after = addEntry(name, before, 'structure', ['joins', id], fields)
  return {files: new Map([[name, after]]), what: `${name}: joins.${id}`}
}
