import type {Command, CommandName} from '../flow/commands.ts'
import type {Ground} from '../flow/ground.ts'
import {canSettle, canWithdraw} from '../flow/refusals.ts'
import {commandButton} from './command-button.ts'
import type {ButtonOptions} from './command-button.ts'
import {el} from './element.ts'
import type {View} from './element.ts'

/** The buttons below the card: what can be said of the item, and where to go. They stay where they are. */
export function actionBar(ground: Ground, commands: Readonly<Record<CommandName, Command>>): View {
  const button = (name: CommandName, options: ButtonOptions = {}): View =>
    commandButton(ground, commands[name], options)
  const isRecord = (): boolean => {
    const item = ground.get().at?.item
    return item?.sort === 'record' && item.act === 'correct'
  }
  const isHit = (): boolean => {
    const item = ground.get().at?.item
    return item?.sort === 'record' && item.isHit
  }
  const verdicts = [button('accept', {kind: 'main'}), button('reject'), button('query')]
  const more = [
    button('form'),
    button('edit', {isHidden: () => !isRecord()}),
    button('promote', {isHidden: () => !isHit()}),
    button('settle', {isHidden: () => canSettle(ground.get()) !== null}),
    button('withdraw', {isHidden: () => canWithdraw(ground.get()) !== null}),
    button('write'),
  ]
  const moves = [button('previous'), button('next'), button('waiting'), button('undo')]
  const group = (label: string, views: readonly View[]): HTMLElement =>
    el('div', {role: 'group', 'aria-label': label}, ...views.map(({element}) => element))
  return {
    element: el(
      'div',
      {class: 'actions'},
      group('Verdict', verdicts),
      group('Go', moves),
      group('More', more),
    ),
    update() {
      for (const view of [...verdicts, ...more, ...moves]) view.update()
    },
  }
}
