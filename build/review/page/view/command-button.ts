import {runCommand} from '../flow/commands.ts'
import type {Command} from '../flow/commands.ts'
import type {Ground} from '../flow/ground.ts'
import {el, setAttribute} from './element.ts'
import type {View} from './element.ts'

/** How a button of a command looks, and whether it goes away when it has nothing to do. */
export interface ButtonOptions {
  readonly kind?: string
  readonly isHidden?: () => boolean
}

/** A button that does what a key does, with the key on it until it is learnt. */
export function commandButton(
  ground: Ground,
  command: Command,
  {kind = '', isHidden}: ButtonOptions = {},
): View {
  const key = el('kbd', {'aria-hidden': 'true'}, command.key)
  const element = el(
    'button',
    {type: 'button', class: kind, click: () => runCommand(ground, command)},
    command.label,
    key,
  )
  return {
    element,
    update() {
      const review = ground.get()
      const {areShown, areOn} = review.keys
      element.hidden = isHidden?.() ?? false
      key.hidden = !areShown || !areOn
      setAttribute(element, 'aria-keyshortcuts', areOn ? command.key : null)
      setAttribute(element, 'aria-disabled', command.refusal(review) === null ? null : 'true')
    },
  }
}
