import type {Command} from '../flow/commands.ts'
import type {Ground} from '../flow/ground.ts'
import {standings} from '../state/voice.ts'
import {standingNames} from '../state/say-standing.ts'
import {el} from '../view/element.ts'
import {closeButton, openDialog} from './dialog.ts'

/** Show what the keys do and what the signs mean, and let the reviewer turn the keys off. */
export function openHelp({get, set}: Ground, commands: readonly Command[]): void {
  const setting = (label: string, name: 'areShown' | 'areOn'): HTMLElement => {
    const box = el('input', {
      type: 'checkbox',
      checked: get().keys[name],
      change: () => set({keys: {...get().keys, [name]: box.checked}}),
    })
    return el('p', {}, el('label', {}, box, ` ${label}`))
  }
  const row = (key: string, help: string): HTMLElement =>
    el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, help))
  const signs = standings
    .filter((name) => name !== 'answered')
    .map((name) =>
      el(
        'li',
        {},
        el('span', {class: 'stand', 'data-stand': name, 'aria-hidden': 'true'}),
        ` ${standingNames[name]}`,
      ),
    )
  openDialog(
    'Keys and signs',
    [
      el(
        'dl',
        {class: 'keys'},
        ...commands.map(({key, help}) => row(key, help)),
        row('Esc', 'close what is open'),
      ),
      setting('Write the keys on the buttons', 'areShown'),
      setting('Use these keys', 'areOn'),
      el('h3', {}, 'Signs'),
      el('ul', {class: 'signs'}, ...signs),
      el(
        'p',
        {},
        'Struck: taken from the source. Underlined: put into the edition. A box holds what cannot be seen: ¶ a line end, → a tab, · a blank, ° a blank at which no line may end.',
      ),
      el('p', {class: 'buttons'}, closeButton('Close')),
    ],
    'wide',
  )
}
