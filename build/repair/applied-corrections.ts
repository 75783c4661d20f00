import {coalesce} from '../text/coalesce.ts'
import type {Correction} from '../text/correction.ts'
import type {Hit} from './hit.ts'

/**
 * Make corrections of the hits that are applied, so that they can be.
 *
 * Shape: hits in any order → corrections in the order of the text; touching hits are one with parts.
 */
export function appliedCorrections(hits: readonly Hit[]): Correction[] {
  const corrections = hits
    .filter(({status}) => status === 'applied')
    .map(({rule, start, end, lemma, reading}) => {
      return {id: `${rule}@${start}`, start, end, lemma, reading}
    })
  return coalesce<Correction>(corrections, (parts, whole) => ({...whole, parts}))
}
