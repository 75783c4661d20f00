import {formatPlace} from '../../text/place.ts'
import type {MarkedPoint} from './marked-points.ts'
import {sayCertainty, sayKind, sayState} from './say-item.ts'

/**
 * Say what begins, ends or stands at a place of a text, for formats without a form of their own for it.
 *
 * Shape: point → its parts, the id first; a beginning says everything, an end only what ends. Both ends of a
 * join say where the other is.
 */
export function sayPoint({point, item, mark, isInForce}: MarkedPoint): string[] {
  const {id, act, at, to, reading, why} = item
  const kind = sayKind(item)
  const other = isInForce ? kind : `not applied: ${kind}`
  const about = [sayCertainty(item), why, sayState(item)]
  if (act === 'join') {
    return point === 'begin'
      ? [id, `${other}: the text goes on at ${formatPlace(to)}`, ...about]
      : [id, `${other}: the text comes from ${formatPlace(at)}`]
  }
  if (mark?.type === 'note' && point === 'call')
    return [id, `call of the note at ${formatPlace(at)}`]
  if (point === 'call-end') return [id, 'call ends']
  if (point === 'here') return [id, other, ...about]
  if (point === 'end') return [id, `${act === 'correct' ? 'lemma' : act} ends`]
  const instead = reading === undefined ? [] : [`reading “${reading}”`]
  return [id, `${other} begins`, ...instead, ...about]
}
