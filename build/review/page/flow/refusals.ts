import {standingIn, voiceIn} from '../state/review.ts'
import type {Review} from '../state/review.ts'

/** Why something cannot be done; `null` when it can. */
type Refusal = (review: Review) => string | null

/** What is said where the page stands alone. */
export const needsDeskWords =
  'This page stands alone and changes no file of the edition: correcting, promoting and answering proposals need the page that the command edition review serves.'

/** Refused when no item is open. */
export const needsItem: Refusal = ({at}) => (at ? null : 'No item is open.')

/** Refused where nothing can be written. */
export const needsDesk: Refusal = ({data}) => (data.mode === 'desk' ? null : needsDeskWords)

/** Refused for proposals where they cannot be answered. */
export const canJudge: Refusal = (review) =>
  needsItem(review) ?? (review.at?.item.sort === 'proposal' ? needsDesk(review) : null)

/** Refused for joins that are proposed: a question is about words. */
export const canQuery: Refusal = (review) => {
  const item = review.at?.item
  const isJoin = item?.sort === 'proposal' && item.act === 'join'
  return isJoin ? 'A join cannot be asked about; ask about its words.' : canJudge(review)
}

/** Refused for what has no reading that could be another. */
export const canEdit: Refusal = (review) => {
  const item = review.at?.item
  if (!item) return needsItem(review)
  if (item.sort !== 'record' || item.act !== 'correct')
    return 'Only a record that changes the text has a reading.'
  return needsDesk(review)
}

/** Refused for what no rule has found. */
export const canPromote: Refusal = (review) => {
  const item = review.at?.item
  if (!item) return needsItem(review)
  if (item.sort !== 'record' || !item.isHit)
    return 'Only what a rule has found can become a record by hand.'
  return needsDesk(review)
}

/** Refused for what nobody disputes. */
export const canSettle: Refusal = (review) => {
  if (!review.at) return needsItem(review)
  return standingIn(review, review.at) === 'contested'
    ? null
    : 'Only what is contested can be settled.'
}

/** Refused where the reviewer has said nothing. */
export const canWithdraw: Refusal = (review) => {
  if (!review.at) return needsItem(review)
  return voiceIn(review, review.at) ? null : 'You have no verdict here that could be taken back.'
}

/** Refused for what is no proposal, or has no such reading. */
export function canChoose(index: number): Refusal {
  return (review) => {
    const candidates = review.at?.item.candidates
    if (!candidates) return 'Only proposals have readings to choose from.'
    return candidates[index] ? null : `There is no reading ${index + 1}.`
  }
}
