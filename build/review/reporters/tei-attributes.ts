import type {ReviewItem} from '../item.ts'
import {teiIds} from './tei-ids.ts'

/** What the attributes of an element are read from. */
export type Said = Pick<ReviewItem, 'kind' | 'cert' | 'isHit' | 'by'> & {
  /** How far it is judged; what changes no reading is not judged. */
  readonly judgement?: ReviewItem['judgement'] | undefined
}

/** Say of an element its kind, how far it is judged, how sure the editors are, and who made it. */
export function teiAttributes(said: Said): Record<string, string> {
  const {kind, cert, judgement} = said
  const states = judgement ? [`#${teiIds.state(judgement.state)}`] : []
  return {
    ana: [`#${teiIds.kind(kind)}`, ...states].join(' '),
    cert,
    resp: `#${teiIds.maker(said)}`,
  }
}
