import {formatPlace} from '../../text/place.ts'
import type {Line, Unit} from './bits.ts'
import type {Change} from './change.ts'
import {groupOf, sayPage} from './say-change.ts'
import {sayDifferences} from './say-difference.ts'
import {sayDeed} from './say-entry.ts'

/** Changes of one form, told as one. */
export interface Form {
  readonly unit: Unit
  readonly changes: readonly Change[]
}

/** Places of a form that are told. */
const most = 5

/**
 * Tell what rules did: hits by their forms, proposals by their rules, with counts and some of the places.
 *
 * Shape: changes of hits and proposals → forms in the order of texts and rules, each with its changes.
 */
export function sayRules(changes: readonly Change[]): Form[] {
  const forms = new Map<string, Change[]>()
  for (const change of changes) {
    const key = formOf(change)
    forms.set(key, [...(forms.get(key) ?? []), change])
  }
  return [...forms.values()].flatMap((all) => {
    const [first] = all
    return first ? [{unit: unitOf(first, all), changes: all}] : []
  })
}

function formOf({edition, text, sort, type, change, before, after}: Change): string {
  const {lemma, reading, glue} = after ?? before ?? {}
  const said =
    sort === 'proposal' ? [] : [lemma, reading, glue, change === 'changed' ? before : null]
  return JSON.stringify([edition, text, sort, type, change, said])
}

function unitOf(first: Change, all: readonly Change[]): Unit {
  const {sort, type, change, before, after} = first
  const noun = all.length === 1 ? sort : `${sort}s`
  const fields = after ?? before ?? {}
  const isJoin = fields['glue'] !== undefined
  const deed: Line =
    sort === 'proposal'
      ? []
      : isJoin
        ? [', ', {code: String(fields['glue'])}]
        : [', ', ...sayDeed(fields)]
  const told = all.slice(0, most).flatMap((one, index): Line => {
    if (!one.at) return []
    return [index === 0 ? ' at ' : '; ', formatPlace(one.at), ...sayPage(one)]
  })
  const more: Line = all.length > most ? [`; and ${all.length - most} more`] : []
  return {
    group: groupOf(first),
    head: [{code: type}, ...deed, `: ${all.length} ${noun} ${change}`, ...told, ...more],
    details: change === 'changed' && before && after ? sayDifferences(before, after, []) : [],
  }
}
