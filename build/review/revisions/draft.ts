import type {Entry, RevisedText} from '../../model/revision.ts'
import type {ChangeName} from './change.ts'
import {fieldsThatDiffer} from './differences.ts'

/** A change before its page, its section and its verdicts are known. */
export interface Draft {
  readonly change: ChangeName
  readonly before: Entry | null
  readonly after: Entry | null
  readonly hitsBefore: readonly Entry[]
  readonly hitsAfter: readonly Entry[]
}

/** The entries of a text or an edition at a revision, and the files of which nothing is known there. */
export type Side = Pick<RevisedText, 'entries' | 'unread'>

/**
 * Pair the entries of two revisions by what they are and how they are called.
 *
 * Shape: both sides, whether places are in another source now → drafts of what differs, those of `after` in its
 * order, then what is gone. Where a file could not be read on one side, nothing is said of its entries. Hits are
 * left out.
 */
export function draftEntries(before: Side, after: Side, isMoved: boolean): Draft[] {
  const was = byKey(before.entries, after.unread)
  const is = byKey(after.entries, before.unread)
  const drafts = [...is].flatMap(([key, entry]) =>
    draftOf(was.get(key) ?? null, entry, isMoved, nameChange),
  )
  const gone = [...was].filter(([key]) => !is.has(key))
  return [...drafts, ...gone.flatMap(([, entry]) => draftOf(entry, null, isMoved, nameChange))]
}

/** Draft a change of an entry; none when it says what it said. */
export function draftOf(
  before: Entry | null,
  after: Entry | null,
  isMoved: boolean,
  name: (entry: Entry, fields: readonly string[]) => ChangeName = () => 'changed',
): Draft[] {
  const plain = {before, after, hitsBefore: [], hitsAfter: []}
  if (!before) return [{...plain, change: 'added'}]
  if (!after) return [{...plain, change: 'withdrawn'}]
  const fields = fieldsThatDiffer(before.fields, after.fields)
  if (fields.length === 0) return []
  const isPlaceAlone = fields.every((field) => field === 'at' || field === 'to')
  return [{...plain, change: isMoved && isPlaceAlone ? 'moved' : name(after, fields)}]
}

/** Fields that say what is thought of a record or mark, and those that may change with them. */
const judging = new Set(['kind', 'cert', 'evidence', 'act', 'parts'])
const saying = new Set(['why', 'by'])

function nameChange({sort}: Entry, fields: readonly string[]): ChangeName {
  if (sort === 'verdict') return 're-judged'
  const names =
    sort === 'record' ? judging : sort === 'mark' ? new Set(['cert']) : new Set<string>()
  const isJudged = fields.some((field) => names.has(field))
  return isJudged && fields.every((field) => names.has(field) || saying.has(field))
    ? 're-judged'
    : 'changed'
}

/** Of entries that are called alike, which no file should have, each is told apart by its number. */
function byKey(entries: readonly Entry[], passedOver: ReadonlySet<string>): Map<string, Entry> {
  const keyed = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.sort === 'hit' || passedOver.has(entry.file)) continue
    const key = JSON.stringify([entry.sort, entry.type, entry.id])
    let number = 1
    while (keyed.has(`${key}${number}`)) number++
    keyed.set(`${key}${number}`, entry)
  }
  return keyed
}
