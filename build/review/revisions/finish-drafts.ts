import type {Entry, Judgeable, RevisedText} from '../../model/revision.ts'
import {isBefore} from '../../text/place-after.ts'
import type {Change, HitThere} from './change.ts'
import {fieldsThatDiffer} from './differences.ts'
import type {Draft} from './draft.ts'
import {pageOf} from './page-of.ts'
import {saidOf} from './said-of.ts'
import {sectionOf} from './section-of.ts'

/** Where drafts belong. */
export interface Belonging {
  readonly edition: string
  readonly text: string | null
  /** Their folder in that of the manuscripts. */
  readonly folder: string
  /** The text at both revisions. */
  readonly before?: RevisedText
  readonly after?: RevisedText
}

/** Give drafts their sections and pages, and say what verdicts they can be given and which they make stale. */
export function finishDrafts(drafts: readonly Draft[], belonging: Belonging): Change[] {
  const {edition, text, folder, before, after} = belonging
  const nowhere = (): ReturnType<ReturnType<typeof pageOf>> => ({page: null, scan: null})
  const [was, is] = [before ? pageOf(before) : nowhere, after ? pageOf(after) : nowhere]
  const said = after ? saidOf(after) : new Map<string, never[]>()
  const digests = new Map(after?.entries.flatMap((entry) => judgeables(entry).map(asPair)))
  return drafts.flatMap((draft) => {
    // What is gone for a hit keeps its name, and has the hit on its other side.
    const entry = draft.change === 'demoted' ? draft.before : (draft.after ?? draft.before)
    if (!entry) return []
    const {sort, type, id, at, to, file, line} = entry
    const isGone = draft.after === null
    const judged = [draft.after, ...draft.hitsAfter].flatMap((one) => (one ? judgeables(one) : []))
    const unique = [...new Map(judged.map(asPair))].map(([key, of]) => ({id: key, of}))
    const change: Change = {
      edition,
      text,
      sort,
      type,
      id,
      change: draft.change,
      section: sectionOf(draft),
      before: draft.before?.fields ?? null,
      after: draft.after?.fields ?? null,
      fields:
        draft.before && draft.after
          ? fieldsThatDiffer(draft.before.fields, draft.after.fields)
          : [],
      at,
      to,
      ...(isGone ? was : is)(at),
      hitsBefore: hitsThere(draft.hitsBefore),
      hitsAfter: hitsThere(draft.hitsAfter),
      judged: unique,
      stale: sort === 'verdict' ? staleVerdict(draft, digests) : staleOn(unique, said),
      file: `${folder}/${file}`,
      line,
    }
    return [change]
  })
}

/** What of an entry is judged: its parts, or itself; escapes and most entries are not. */
function judgeables({id, of, parts}: Entry): readonly Judgeable[] {
  if (parts.length > 0) return parts
  return of === null ? [] : [{id, of}]
}

function asPair({id, of}: Judgeable): readonly [string, string] {
  return [id, of]
}

function hitsThere(hits: readonly Entry[]): HitThere[] {
  const inOrder = hits.toSorted((a, b) => (a.at && b.at && isBefore(a.at, b.at) ? -1 : 1))
  return inOrder.map(({id, fields}) => ({id, fields}))
}

function staleOn(
  judged: readonly Judgeable[],
  said: ReadonlyMap<string, readonly {who: string; of: string}[]>,
): string[] {
  const stale = judged.flatMap(({id, of}) => {
    return (said.get(id) ?? []).filter((one) => one.of !== of).map(({who}) => who)
  })
  return [...new Set(stale)].toSorted()
}

function staleVerdict({after}: Draft, digests: ReadonlyMap<string, string>): string[] {
  if (!after) return []
  const of = digests.get(after.id)
  return of !== undefined && of !== after.fields['of'] ? [after.type] : []
}
