import type {Said} from '../../../verdicts/verdict.ts'
import type {Entry} from './entry.ts'
import {voicesOf} from './review.ts'
import type {Review} from './review.ts'
import {judgementOf, standingOf} from './voice.ts'
import type {Standing} from './voice.ts'

/** What a standing is called where there is no room for a sentence. */
export const standingNames: Readonly<Record<Standing, string>> = {
  open: 'open',
  accepted: 'accepted',
  rejected: 'rejected',
  contested: 'contested',
  stale: 'changed since',
  query: 'in question',
  proposed: 'proposed',
  answered: 'answered',
}

/** Say in a sentence how an entry stands, and why it is not done when it is not. */
export function sayStanding(review: Review, entry: Entry): string {
  const given = voicesOf(review)
  const standing = standingOf(entry, given)
  if (standing === 'proposed') return 'Proposed by a rule; nothing is changed until you answer.'
  if (standing === 'answered') return 'Answered.'
  const {valid, stale} = judgementOf(entry, given)
  const settled = valid.find(({settles}) => settles !== undefined)
  const by = (name: Said['verdict']): string => namesOf(valid, name, review.who)
  switch (standing) {
    case 'accepted':
      return settled
        ? `Accepted: ${nameOf(settled, review.who)} settled it.`
        : `Accepted by ${by('accept')}.`
    case 'rejected':
      return settled
        ? `Rejected: ${nameOf(settled, review.who)} settled it. The source stands.`
        : `Rejected by ${by('reject')}: the source stands.`
    case 'contested':
      return `Contested: accepted by ${by('accept')}, rejected by ${by('reject')}.`
    case 'query':
      return `In question: ${by('query')} ${isPlural(valid, 'query', review.who) ? 'ask' : 'asks'}.`
    case 'stale':
      return `Changed since ${namesOf(stale, null, review.who)} judged it.`
    default:
      return sayOpen(entry, valid, by('accept'))
  }
}

function sayOpen({item}: Entry, valid: readonly Said[], names: string): string {
  if (valid.length === 0) return 'Open: nobody has judged it.'
  const isOwn = valid.every(({who}) => who === item.by)
  return isOwn
    ? `Open: accepted by ${names}, who made it; somebody else must accept it too.`
    : `Open: accepted by ${names}; one reviewer more must accept it.`
}

/** The reviewers who say something, the one at the page as “you”. */
function namesOf(
  said: readonly Said[],
  verdict: Said['verdict'] | null,
  me: string | null,
): string {
  const names = said
    .filter((one) => verdict === null || one.verdict === verdict)
    .map((one) => nameOf(one, me))
  const last = names.pop() ?? 'nobody'
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last
}

function nameOf({who}: Said, me: string | null): string {
  return who === me ? 'you' : who
}

function isPlural(said: readonly Said[], verdict: Said['verdict'], me: string | null): boolean {
  const names = said.filter((one) => one.verdict === verdict).map((one) => nameOf(one, me))
  return names.length > 1 || names[0] === 'you'
}
