import type {Entry, RevisedText} from '../../model/revision.ts'
import {isBefore} from '../../text/place-after.ts'
import {draftOf} from './draft.ts'
import type {Draft} from './draft.ts'
import {hitsAtWork, isJoin, isPlace, isShadowed} from './hits-at-work.ts'
import type {ListedHit} from './hits-at-work.ts'
import {isSame} from './differences.ts'

/** The drafts of a text with those of its hits. */
export interface DraftedHits {
  /** What was done by hand, with the hits that gave way to it or stand there since it is gone; and hits. */
  readonly drafts: readonly Draft[]
  /** How many hits changed that are not at work, for something was done by hand there. */
  readonly shadowed: number
}

/**
 * Say what became of the hits of a text.
 *
 * Shape: both revisions, drafts of everything else, whether places are in another source now → drafts. A hit that
 * gives way to what is new by hand, or comes back when that is gone, belongs to its draft; where both do the same,
 * the draft is `promoted` or `demoted` and has the hit on its other side.
 */
export function draftHits(
  before: RevisedText,
  after: RevisedText,
  drafts: readonly Draft[],
  isMoved: boolean,
): DraftedHits {
  const isKnown = ({file}: Entry): boolean => !before.unread.has(file) && !after.unread.has(file)
  const listed = ({entries}: RevisedText): Map<string, ListedHit> => {
    return hitsAtWork(entries.filter(isKnown))
  }
  const [was, is] = [listed(before), listed(after)]
  const byHand = drafts.filter((draft) => isByHand(draft.after ?? draft.before))
  const there = new Map<Draft, {before: Entry[]; after: Entry[]}>()
  const attach = (side: 'before' | 'after', hit: Entry, draft: Draft): void => {
    const hits = there.get(draft) ?? {before: [], after: []}
    there.set(draft, hits)
    hits[side].push(hit)
  }
  const own: Draft[] = []
  let shadowed = 0
  for (const id of new Set([...is.keys(), ...was.keys()])) {
    const [old, now] = [was.get(id), is.get(id)]
    const oldAtWork = old?.shadow === null
    const nowAtWork = now?.shadow === null
    if (!oldAtWork && !nowAtWork) {
      if (!isSame(old?.hit.fields, now?.hit.fields)) shadowed++
      continue
    }
    const lost = oldAtWork && !nowAtWork ? old?.hit : undefined
    const found = nowAtWork && !oldAtWork ? now?.hit : undefined
    const draft =
      (lost && byHand.find(({after: one}) => one && isShadowed(lost, one))) ??
      (found && byHand.find(({before: one}) => one && isShadowed(found, one)))
    if (draft && lost) attach('before', lost, draft)
    else if (draft && found) attach('after', found, draft)
    else own.push(...draftOf(oldAtWork ? old.hit : null, nowAtWork ? now.hit : null, isMoved))
  }
  const settled = drafts.map((draft) => withHits(draft, there.get(draft)))
  return {drafts: [...settled, ...(isMoved ? pairMoved(own) : own)], shadowed}
}

function isByHand(entry: Entry | null): boolean {
  return entry?.sort === 'record' || entry?.sort === 'mark'
}

function withHits(draft: Draft, there: {before: Entry[]; after: Entry[]} | undefined): Draft {
  if (!there) return draft
  const {before, after} = draft
  const [first] = there.before
  const [now] = there.after
  if (!before && after && first && doSame(there.before, after)) {
    return {...draft, change: 'promoted', before: first, hitsBefore: there.before}
  }
  if (!after && before && now && doSame(there.after, before)) {
    return {...draft, change: 'demoted', after: now, hitsAfter: there.after}
  }
  return {...draft, hitsBefore: there.before, hitsAfter: there.after}
}

/** Whether hits, one after the other, do what was done by hand. */
function doSame(hits: readonly Entry[], byHand: Entry): boolean {
  const inOrder = hits.toSorted((a, b) => (a.at && b.at && isBefore(a.at, b.at) ? -1 : 1))
  const [first] = inOrder
  if (!first || !isPlace(first.at, byHand.at)) return false
  if (isJoin(first)) {
    return isPlace(first.to, byHand.to) && first.fields['glue'] === byHand.fields['glue']
  }
  const whole = (name: string): string => inOrder.map(({fields}) => fields[name]).join('')
  const {lemma, reading} = byHand.fields
  return whole('lemma') === lemma && whole('reading') === reading
}

/** In another source a hit has another key: those that do the same are paired in their order. */
function pairMoved(drafts: readonly Draft[]): Draft[] {
  const gone = new Map<string, Draft[]>()
  for (const draft of drafts.filter(({change}) => change === 'withdrawn')) {
    const form = formOf(draft.before)
    gone.set(form, [...(gone.get(form) ?? []), draft])
  }
  const paired = new Set<Draft>()
  const moved = drafts.map((draft): Draft => {
    const old = draft.change === 'added' ? gone.get(formOf(draft.after))?.shift() : undefined
    if (!old) return draft
    paired.add(old)
    return {...draft, change: 'moved', before: old.before}
  })
  return moved.filter((draft) => !paired.has(draft))
}

function formOf(hit: Entry | null): string {
  const {lemma, reading, glue} = hit?.fields ?? {}
  return JSON.stringify([hit?.type, lemma, reading, glue])
}
