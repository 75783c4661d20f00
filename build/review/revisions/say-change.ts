import {formatPlace} from '../../text/place.ts'
import type {Line, Unit} from './bits.ts'
import type {Change, HitThere} from './change.ts'
import {brief, sayDifferences} from './say-difference.ts'
import {sayDeed, sayEntry, sortName} from './say-entry.ts'
import {cut, shown} from './shown.ts'

/**
 * Tell a change.
 *
 * Shape: change → a line with its id, what became of it, page and place, and what it says; below it what differs,
 * the hits that gave way to it or came back, whose verdicts it makes stale, and the words of the source around.
 */
export function sayChange(change: Change): Unit {
  const {sort, type, at, stale, context} = change
  const id: Line = [{code: cut(shown(change.id), 120)}]
  const name: Line =
    sort === 'verdict'
      ? ['verdict of ', {code: type}, ' on ', ...id]
      : [...id, ' ', ...sortName(change)]
  const where: Line = at && formatPlace(at) !== change.id ? [', ', formatPlace(at)] : []
  const place: Line = at && sort !== 'verdict' ? [...where, ...sayPage(change)] : []
  const told = tell(change)
  const head: Line = [
    ...name,
    ` ${what[change.change]}`,
    ...place,
    ...(told.length > 0 ? [': ', ...told] : []),
  ]
  const hits = (words: string, list: readonly HitThere[]): Line[] =>
    list.map((hit) => [words, {code: hit.id}, ' ', ...sayDeed(hit.fields)])
  return {
    group: groupOf(change),
    head,
    details: [
      ...differencesOf(change),
      ...hits('instead of the hit ', change.change === 'promoted' ? [] : change.hitsBefore),
      ...hits('the hit stands again: ', change.change === 'demoted' ? [] : change.hitsAfter),
      ...sayStale(sort === 'verdict', stale),
      ...(context
        ? [['source: ', {code: `${context.before}[${context.words}]${context.after}`}] as Line]
        : []),
    ],
  }
}

/** Page, and a link to where it can be seen. */
export function sayPage({page, scan}: Pick<Change, 'page' | 'scan'>): Line {
  return page === null ? [] : [', ', {page, scan}]
}

/** The text, or the edition, to which a change belongs. */
export function groupOf({edition, text}: Pick<Change, 'edition' | 'text'>): string {
  return text === null ? edition : `${edition}/${text}`
}

const what: Readonly<Record<Change['change'], string>> = {
  added: 'added',
  changed: 'changed',
  withdrawn: 'withdrawn',
  're-judged': 'judged in another way',
  moved: 'moved',
  promoted: 'by hand now',
  demoted: 'by a rule now',
}

function tell(change: Change): Line {
  const {change: name, before, after, hitsBefore, hitsAfter} = change
  const there = name === 'promoted' ? hitsBefore : name === 'demoted' ? hitsAfter : []
  const hits: Line = there.flatMap(({id}, index) => [index === 0 ? '' : ', ', {code: id}])
  if (name === 'promoted') return [...sayEntry(change, after ?? {}), ' (before: ', ...hits, ')']
  if (name === 'demoted') return [...sayEntry(change, before ?? {}), ' (now: ', ...hits, ')']
  if (name === 'added' || name === 'withdrawn') return sayEntry(change, after ?? before ?? {})
  return change.sort === 'record' ? deedOfChanged(change) : []
}

/** What a record does that does what it did, or what it is about. */
function deedOfChanged({after, fields}: Change): Line {
  if (!fields.some((field) => ['lemma', 'reading', 'act'].includes(field)))
    return sayDeed(after ?? {})
  const {lemma} = after ?? {}
  return fields.includes('lemma') || lemma === undefined ? [] : [{code: brief(lemma)}]
}

/** What differs; a digest says nothing to people. */
function differencesOf({change, before, after, sort}: Change): Line[] {
  if (!before || !after || change === 'promoted' || change === 'demoted') return []
  const said = sayDifferences(before, after, sort === 'verdict' ? [] : ['digest'])
  return said.length > 0 ? said : sayDifferences(before, after, [])
}

function sayStale(isVerdict: boolean, stale: readonly string[]): Line[] {
  if (stale.length === 0) return []
  if (isVerdict) return [['stale: it is about an earlier state']]
  const names = stale.flatMap((who, index) => [index === 0 ? '' : ', ', {code: who}])
  return [['to be judged again by ', ...names]]
}
