import {classOf} from '../text/record.ts'
import {smallest} from '../text/smallest.ts'
import {judge} from './judge.ts'
import type {Judgement} from './judge.ts'
import {verdictsById} from './reviewed.ts'
import type {Reviewed} from './reviewed.ts'
import {states} from './verdict.ts'
import type {Policy, State, Verdict} from './verdict.ts'

/** How far one record, part or mark is judged. */
export interface Judged {
  readonly id: string
  /** Who made it. */
  readonly by: string
  readonly judgement: Judgement<Verdict>
}

/**
 * Say how far each record and mark of a text is judged.
 *
 * Shape: what is reviewed, policy → a judgement a mark, and one a record, or a part where it has some.
 * Escapes of plain texts change no reading and are not judged.
 */
export function judgementsOf(reviewed: Reviewed, policy: Policy): Judged[] {
  const said = verdictsById(reviewed.reviews)
  const records = reviewed.records.flatMap((record) => smallest(record))
  const all = [
    ...records
      .filter(({kind}) => kind !== 'markup/escape')
      .map(({id, by, kind}) => ({id, by, class: classOf(kind)})),
    ...reviewed.marks.map(({id, by}) => ({id, by, class: 'structure' as const})),
  ]
  return all.map(({id, by, class: kindClass}) => {
    const of = reviewed.digests.get(id) ?? ''
    const judgement = judge({by, class: kindClass, of}, said.get(id) ?? [], policy)
    return {id, by, judgement}
  })
}

/** How many records and marks are how far judged. */
export interface Tally {
  readonly all: number
  readonly byState: Readonly<Record<State, number>>
  /** How many someone else than who made them has judged as they are now. */
  readonly seen: number
}

/** Count judgements. */
export function tally(judged: readonly Judged[]): Tally {
  const byState = Object.fromEntries(
    states.map((state) => [
      state,
      judged.filter(({judgement}) => judgement.state === state).length,
    ]),
  ) as Tally['byState']
  const seen = judged.filter(({by, judgement}) => judgement.valid.some(({who}) => who !== by))
  return {all: judged.length, byState, seen: seen.length}
}
