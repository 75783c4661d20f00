import type {Ground} from '../flow/ground.ts'
import {el, setText} from './element.ts'
import type {View} from './element.ts'

/** The line that says what was done, and the one that says what was not. */
export function statusView({get}: Ground): View {
  const status = el('p', {class: 'status', role: 'status'})
  const fault = el('p', {class: 'fault', role: 'alert'})
  return {
    element: el('div', {class: 'messages'}, status, fault),
    update() {
      const {words, isFault} = get().message
      setText(status, isFault ? '' : words)
      setText(fault, isFault ? words : '')
    },
  }
}
