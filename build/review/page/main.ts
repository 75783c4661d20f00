import type {PageData} from '../page-data.ts'
import {openDesk} from './flow/desk.ts'
import {openPage} from './open-page.ts'
import {el} from './view/element.ts'

/** The data that a page carries with it; `null` where the desk has it. */
function carried(): PageData | null {
  const written = document.getElementById('page-data')?.textContent ?? ''
  return written === '' ? null : (JSON.parse(written) as PageData)
}

async function main(): Promise<void> {
  const data = carried()
  const token = new URLSearchParams(location.search).get('token') ?? ''
  if (data && data.mode !== 'desk') {
    openPage(data, null)
    return
  }
  const desk = openDesk(token)
  openPage(data ?? (await desk.load()), desk)
}

main().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error)
  const fault = el('p', {role: 'alert', class: 'fault'}, words)
  document.body.replaceChildren(el('main', {class: 'card'}, el('h1', {}, 'Review'), fault))
})
