import type {Entry} from '../../model/revision.ts'
import {ruleById} from '../../repair/rules.ts'
import type {Place} from '../../text/place.ts'
import {isBefore} from '../../text/place-after.ts'

/** A hit that a table lists, and what was done by hand in its place. */
export interface ListedHit {
  readonly hit: Entry
  /** `null` when the hit is at work. */
  readonly shadow: Entry | null
}

/**
 * Say which hits of a text are at work, and what stands in place of the others: the tables list both.
 *
 * Shape: entries of a text at a revision → hits by their keys. It is told from places and lemmas alone, as the loader tells it
 * from the source; escapes, which follow what is changed around them, count as at work.
 */
export function hitsAtWork(entries: readonly Entry[]): Map<string, ListedHit> {
  const byHand = entries.filter(({sort}) => sort === 'record' || sort === 'mark')
  const hits = entries.filter(({sort}) => sort === 'hit')
  return new Map(
    hits.map((hit) => {
      const shadow = byHand.find((one) => isShadowed(hit, one)) ?? null
      return [hit.id, {hit, shadow}] as const
    }),
  )
}

/** Whether what was done by hand stands in place of a hit. */
export function isShadowed(hit: Entry, byHand: Entry): boolean {
  if (hit.type === 'escape') return false
  return isJoin(hit) ? isJoinShadowed(hit, byHand) : isHitShadowed(hit, byHand)
}

/** Whether a hit joins two places. */
export function isJoin({fields}: Pick<Entry, 'fields'>): boolean {
  return fields['glue'] !== undefined
}

function isHitShadowed(hit: Entry, one: Entry): boolean {
  if (one.sort === 'mark') return one.type === 'drop' && overlaps(hit, one)
  if (!changes(one) && one.fields['act'] !== 'keep') return false
  if (overlaps(hit, one)) return true
  // Two changes of blanks that touch mend the same place.
  return isBlank(hit) && changes(one) && touches(hit, one) && isSpacing(one)
}

function isJoinShadowed(hit: Entry, one: Entry): boolean {
  const ends = [hit.at, hit.to]
  if (one.sort === 'mark' && one.type === 'join') {
    return one.at?.line === hit.at?.line || one.to?.line === hit.to?.line
  }
  const isAround =
    one.sort === 'mark' ? one.type === 'cut' || one.type === 'drop' : one.fields['act'] === 'keep'
  if (isAround) return ends.some((end) => end && holds(one, end, true))
  const {lemma} = one.fields
  const isBreak = one.sort === 'record' && changes(one) && /[\r\n]/.test(String(lemma))
  return isBreak && hit.at !== null && holds(one, hit.at, false)
}

function changes({sort, fields}: Entry): boolean {
  return sort === 'record' && (fields['act'] ?? 'correct') === 'correct'
}

function isBlank({type}: Entry): boolean {
  return ruleById(type)?.kinds[0] === 'ocr/spacing'
}

function isSpacing({fields}: Entry): boolean {
  return JSON.stringify(fields).includes('"kind":"ocr/spacing"')
}

/** Whether two entries have a character of the source in common. */
export function overlaps(one: Entry, other: Entry): boolean {
  if (!one.at || !one.to || !other.at || !other.to) return false
  return isBefore(one.at, other.to) && isBefore(other.at, one.to)
}

function touches(one: Entry, other: Entry): boolean {
  return isPlace(one.to, other.at) || isPlace(other.to, one.at)
}

function holds({at, to}: Entry, place: Place, withEnd: boolean): boolean {
  if (!at || !to || isBefore(place, at)) return false
  return isBefore(place, to) || (withEnd && isPlace(place, to))
}

/** Whether two places are the same. */
export function isPlace(one: Place | null, other: Place | null): boolean {
  return one !== null && one.line === other?.line && one.column === other.column
}
