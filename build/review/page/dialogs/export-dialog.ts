import type {ReviewFile} from '../state/exported.ts'
import {el} from '../view/element.ts'
import {closeButton, openDialog} from './dialog.ts'

/** Offer the files of a reviewer, a text a file, and say where they belong. */
export function openExport(edition: string, files: readonly ReviewFile[]): void {
  const addresses: string[] = []
  const rows = files.map(({text, verdicts, fresh, path, content}) => {
    const address = URL.createObjectURL(new Blob([content], {type: 'application/yaml'}))
    addresses.push(address)
    const name = path.split('/').slice(1).join('.')
    return el(
      'li',
      {},
      el('h3', {}, text.title),
      el(
        'p',
        {},
        `${verdicts} ${verdicts === 1 ? 'verdict' : 'verdicts'}, ${fresh} of them given or changed here.`,
      ),
      el(
        'p',
        {},
        el('a', {href: address, download: name, class: 'button'}, `Save ${name}`),
        ' It belongs at ',
        el('code', {}, `${edition}/${path}`),
        '.',
      ),
      el(
        'details',
        {},
        el('summary', {}, 'What it says'),
        el('pre', {tabindex: 0, 'aria-label': `What ${name} says`}, content),
      ),
    )
  })
  const dialog = openDialog(
    'Your verdicts as files',
    [
      files.length === 0
        ? el('p', {}, 'You have not judged anything on this page yet.')
        : el('ul', {class: 'files'}, ...rows),
      el('p', {class: 'buttons'}, closeButton('Close')),
    ],
    'wide',
  )
  void dialog.closed.then(() => {
    for (const address of addresses) URL.revokeObjectURL(address)
  })
}
