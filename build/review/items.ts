import type {TextEdition} from '../model/edited-text.ts'
import {formOf} from '../repair/form-of.ts'
import type {Hit, JoinHit} from '../repair/hit.ts'
import type {Mark} from '../structure/mark.ts'
import {digest} from '../text/digest.ts'
import {formatPlace, toPlace} from '../text/place.ts'
import {classOf, isCorrect} from '../text/record.ts'
import type {CorrectRecord, EditorialRecord} from '../text/record.ts'
import {smallest} from '../text/smallest.ts'
import {fieldsOfMark} from '../verdicts/digest-of.ts'
import {judge} from '../verdicts/judge.ts'
import {verdictsById} from '../verdicts/reviewed.ts'
import type {Policy} from '../verdicts/verdict.ts'
import type {ReviewItem} from './item.ts'
import {locateIn} from './locate.ts'

/** What an item has before it is judged and located. */
type Draft = Omit<ReviewItem, 'at' | 'to' | 'locator' | 'judgement' | 'of'> & {
  /** Of a proposal. */
  readonly of?: string
}

/**
 * List everything that can be judged in a text.
 *
 * Shape: edited text, policy of its edition → items in the order of the source: records and marks (rejected
 * ones with them), a record with parts as its parts, and proposals. Escapes of plain texts change no
 * reading and are left out.
 */
export function itemsOf({text, tree}: TextEdition, policy: Policy): ReviewItem[] {
  const {records, marks, proposals, digests, reviews} = text.review
  const {value, lines} = text.source
  const said = verdictsById(reviews)
  const locate = locateIn(tree)
  const drafts = [
    ...records
      .flatMap((record) => smallest(record))
      .filter(({kind}) => kind !== 'markup/escape')
      .map((one) => ofRecord(one, value)),
    ...marks.map((mark) => ofMark(mark, fieldsOfMark(mark, value, lines), value)),
    ...proposals.map((one) =>
      ofProposal(one, value, `${one.rule}@${formatPlace(toPlace(lines, one.start))}`),
    ),
  ]
  return drafts
    .map((draft): ReviewItem => {
      const of = draft.of ?? digests.get(draft.id) ?? ''
      const verdicts = draft.sort === 'proposal' ? [] : (said.get(draft.id) ?? [])
      const judged = {by: draft.by, class: draft.class, of}
      return {
        ...draft,
        at: toPlace(lines, draft.start),
        to: toPlace(lines, draft.end),
        of,
        locator: locate(draft.start),
        judgement: judge(judged, verdicts, policy),
      }
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function ofRecord(record: EditorialRecord | CorrectRecord, source: string): Draft {
  const {id, start, end, lemma, act, kind, cert, evidence, by, why} = record
  const isHit = id.includes('@')
  const form = isHit ? formOf(source, hitOf(record)) : lemma
  return {
    id,
    start,
    end,
    lemma,
    act,
    kind,
    cert,
    by,
    why,
    isHit,
    sort: 'record',
    class: classOf(kind),
    form: `form.${isHit ? by : kind}.${form}`,
    ...(isCorrect(record) ? {reading: record.reading} : {}),
    ...(evidence ? {evidence} : {}),
  }
}

/** A record as the hit it was, for the name of its form. */
function hitOf({start, end, lemma}: EditorialRecord): Hit {
  return {start, end, lemma} as Hit
}

function ofMark(mark: Mark, fields: ReturnType<typeof fieldsOfMark>, source: string): Draft {
  const {id, start, end, type, cert, by, why} = mark
  const says = ['glue', 'label', 'depth', 'kind', 'side', 'language']
    .flatMap((name) => fields[name] ?? [])
    .join(' ')
  const isHit = id.includes('@')
  const form =
    mark.type === 'join' && isHit
      ? formOf(source, {start, end, glue: mark.glue} as JoinHit)
      : `${type}${says ? `.${says}` : ''}`
  return {
    id,
    start,
    end,
    cert,
    by,
    why,
    isHit,
    sort: 'mark',
    act: type,
    kind: `mark/${type}`,
    class: 'structure',
    lemma: '',
    form: `form.${isHit ? by : 'mark'}.${form}`,
    ...(says ? {says} : {}),
  }
}

/** The digest of what a rule proposes: what the source has, and the readings. */
export function proposalDigest(one: Hit | JoinHit): string {
  const said = 'glue' in one ? [one.glue, one.end - one.start] : [one.lemma, one.candidates]
  return digest(JSON.stringify([one.rule, ...said]))
}

function ofProposal(one: Hit | JoinHit, source: string, id: string): Draft {
  const {start, end, rule, evidence} = one
  const base = {
    id,
    start,
    end,
    cert: 'unknown',
    by: rule,
    why: evidence,
    isHit: true,
    sort: 'proposal',
    of: proposalDigest(one),
    form: `form.${rule}.${formOf(source, one)}`,
  } as const
  if ('glue' in one) {
    return {
      ...base,
      act: 'join',
      kind: 'mark/join',
      class: 'structure',
      lemma: '',
      says: one.glue,
      candidates: [{reading: one.glue, p: one.p}],
    }
  }
  const {lemma, kind, candidates} = one
  return {
    ...base,
    act: 'correct',
    kind,
    class: classOf(kind),
    lemma,
    candidates,
    ...(candidates[0] ? {reading: candidates[0].reading} : {}),
  }
}
