import type {ReviewItem} from '../item.ts'
import {visible} from './visible.ts'

/** How sure the editors are: `high`, or what it rests on too: `medium, external`. */
export function sayCertainty({cert, evidence}: Pick<ReviewItem, 'cert' | 'evidence'>): string {
  return evidence === undefined ? cert : `${cert}, ${evidence}`
}

/** What an item does, in a word or two: its kind, or the type of a mark and what it says. */
export function sayKind({sort, act, kind, says}: ReviewItem): string {
  if (kind.startsWith('mark/')) return says === undefined ? act : `${act} (${says})`
  return act === 'correct' || sort === 'proposal' ? kind : `${act} ${kind}`
}

/** How far an item is judged, and by whom: `contested: mk accept, ann reject “why”`. */
export function sayState({judgement: {state, valid, stale}}: ReviewItem): string {
  const voices = [
    ...valid.map((said) => ({...said, old: ''})),
    ...stale.map((said) => ({...said, old: ' before it changed'})),
  ].map(({who, verdict, note, settles, old}) => {
    const reasons = [note, settles].flatMap((one) => (one === undefined ? [] : [`“${one}”`]))
    return visible([who, `${verdict}${old}`, ...reasons].join(' '))
  })
  return voices.length === 0 ? state : `${state}: ${voices.join(', ')}`
}
