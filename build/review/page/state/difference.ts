import {codePointsOf} from './code-points.ts'

/** Two readings of the same words: what they share, and where they part. */
export interface Difference {
  readonly lead: string
  readonly removed: string
  readonly added: string
  readonly trail: string
}

/**
 * Say where two readings part.
 *
 * Shape: before and after → what both begin with, what is removed and added, what both end with. No code
 * point, and no line end of two characters, is cut.
 */
export function difference(before: string, after: string): Difference {
  const [from, to] = [codePointsOf(before), codePointsOf(after)]
  const shorter = Math.min(from.length, to.length)
  let lead = 0
  while (lead < shorter && from[lead] === to[lead]) lead++
  let trail = 0
  while (trail < shorter - lead && from.at(-1 - trail) === to.at(-1 - trail)) trail++
  return {
    lead: from.slice(0, lead).join(''),
    removed: from.slice(lead, from.length - trail).join(''),
    added: to.slice(lead, to.length - trail).join(''),
    trail: from.slice(from.length - trail).join(''),
  }
}
