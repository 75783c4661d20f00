import type {RevisedText} from '../../model/revision.ts'
import {asOne} from './as-one.ts'
import type {Changes, Remark} from './change.ts'
import {draftEntries} from './draft.ts'
import {draftHits} from './draft-hits.ts'
import {finishDrafts} from './finish-drafts.ts'
import type {Pair} from './pair-folders.ts'

/**
 * Say what changed in a text.
 *
 * Shape: its edition, the text at two revisions or at one → changes in no order, and remarks: another source, another
 * name, other versions of the tables of hits, hits that changed and are not at work.
 */
export function compareTexts(edition: string, {before, after}: Pair<RevisedText>): Changes {
  const [was, is] = [sideOf(before, after), sideOf(after, before)]
  const text = (after ?? before)?.id ?? ''
  const isMoved = before !== null && after !== null && before.sha256 !== after.sha256
  const {drafts, shadowed} = draftHits(was, is, draftEntries(was, is, isMoved), isMoved)
  const folder = `${edition}/texts/${text}`
  const changes = finishDrafts(drafts, {edition, text, folder, before: was, after: is})
  const remark = (says: string): Remark => ({edition, text, says})
  const remarks = [
    ...(isMoved
      ? [remark('The source is another one: places before and now are in two texts.')]
      : []),
    ...(before && after && before.id !== after.id
      ? [remark(`The folder of the text “${before.id}” is called “${text}” now.`)]
      : []),
    ...versionRemarks(was, is).map(remark),
    ...(shadowed > 0 ? [remark(shadowedRemark(shadowed))] : []),
  ]
  return {changes, remarks}
}

/** A text that is new or gone says nothing on the other side, and its own keys are one entry. */
function sideOf(one: RevisedText | null, other: RevisedText | null): RevisedText {
  if (!one) return nothing
  return other ? one : {...one, entries: asOne(one.entries, 'text', one.id)}
}

const nothing: RevisedText = {
  id: '',
  sha256: null,
  source: null,
  pagination: {status: 'none'},
  scan: null,
  entries: [],
  versions: new Map(),
  unread: new Set(),
}

/** One sentence a pair of versions. */
function versionRemarks(before: RevisedText, after: RevisedText): string[] {
  const rules = new Map<string, string[]>()
  for (const [rule, version] of after.versions) {
    const old = before.versions.get(rule)
    if (old === undefined || old === version) continue
    const step = `${old} → ${version}`
    rules.set(step, [...(rules.get(step) ?? []), rule])
  }
  return [...rules].map(([step, names]) => {
    return `Other versions of the tables of hits: ${step} (${names.join(', ')}).`
  })
}

function shadowedRemark(number: number): string {
  const hits = number === 1 ? 'hit that is' : 'hits that are'
  return `${number} ${hits} not at work, for something was done by hand there, changed in the tables.`
}
