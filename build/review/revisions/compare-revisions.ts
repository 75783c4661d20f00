import type {RevisedEdition, Revision} from '../../model/revision.ts'
import {entrySorts} from '../../model/revision.ts'
import {isBefore} from '../../text/place-after.ts'
import {asOne} from './as-one.ts'
import {sectionNames} from './change.ts'
import type {Change, Changes, Remark} from './change.ts'
import {compareTexts} from './compare-texts.ts'
import {draftEntries} from './draft.ts'
import type {Side} from './draft.ts'
import {finishDrafts} from './finish-drafts.ts'
import {pairFolders} from './pair-folders.ts'
import type {Pair} from './pair-folders.ts'

/**
 * Say what changed between two revisions of a manuscript folder, entry by entry.
 *
 * Shape: both revisions → changes in the order of the sections, and in a section in that of editions, texts, places
 * and files; remarks about what is no entry. An edition that was renamed is known by its identifier, a text by the
 * SHA-256 of its source.
 */
export function compareRevisions(before: Revision, after: Revision): Changes {
  const remarks: Remark[] = []
  const changes = pairFolders(
    before.editions,
    after.editions,
    ({identifier}) => identifier,
  ).flatMap((pair) => {
    const {changes: own, remarks: said} = compareEditions(pair)
    remarks.push(...said)
    return own
  })
  const inSections = sectionNames.flatMap((name) => {
    return changes.filter(({section}) => section === name)
  })
  return {changes: inSections, remarks}
}

function compareEditions({before, after}: Pair<RevisedEdition>): Changes {
  const edition = (after ?? before)?.id ?? ''
  const texts = pairFolders(before?.texts ?? [], after?.texts ?? [], ({sha256}) => sha256).map(
    (pair) => compareTexts(edition, pair),
  )
  const [was, is] = [sideOf(before, after), sideOf(after, before)]
  const drafts = draftEntries(was, is, false)
  const own = finishDrafts(drafts, {edition, text: null, folder: edition}).sort(inOrder)
  const renamed = `The folder of the edition “${before?.id}” is called “${edition}” now.`
  return {
    changes: [...texts.flatMap(({changes}) => changes.toSorted(inOrder)), ...own],
    remarks: [
      ...(before && after && before.id !== after.id ? [{edition, text: null, says: renamed}] : []),
      ...texts.flatMap(({remarks}) => remarks),
    ],
  }
}

/** What an edition says; of one that is new or gone, its own keys are one entry. */
function sideOf(one: RevisedEdition | null, other: RevisedEdition | null): Side {
  if (!one) return {entries: [], unread: new Set()}
  return other ? one : {...one, entries: asOne(one.entries, 'edition', one.id)}
}

function inOrder(one: Change, other: Change): number {
  if (one.at && other.at) {
    if (isBefore(one.at, other.at)) return -1
    if (isBefore(other.at, one.at)) return 1
  } else if (one.at !== other.at) return one.at ? -1 : 1
  const rank = entrySorts.indexOf(one.sort) - entrySorts.indexOf(other.sort)
  return rank === 0 ? one.line - other.line : rank
}
