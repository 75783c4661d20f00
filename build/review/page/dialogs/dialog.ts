import {el} from '../view/element.ts'
import type {Child} from '../view/element.ts'

/** A dialog that is open. */
export interface OpenDialog {
  readonly element: HTMLDialogElement
  close(): void
  /** Settles when it is closed, in whatever way. */
  readonly closed: Promise<void>
}

/**
 * Open a dialog over the page.
 *
 * The browser keeps the focus inside it, closes it at Escape, and gives the focus back; what it held is
 * then gone.
 */
export function openDialog(title: string, body: readonly Child[], kind = ''): OpenDialog {
  const heading = el('h2', {id: 'dialog-title', tabindex: -1}, title)
  const element = el('dialog', {class: kind, 'aria-labelledby': 'dialog-title'}, heading, ...body)
  const before = document.activeElement
  const closed = new Promise<void>((resolve) => {
    element.addEventListener('close', () => {
      element.remove()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      resolve()
    })
  })
  document.body.append(element)
  element.showModal()
  return {element, close: () => element.close(), closed}
}

/** Whether a dialog is open: keys of the page then rest. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}

/** A button that closes the dialog it stands in, and does nothing else. */
export function closeButton(words: string): HTMLButtonElement {
  const close = (event: Event): void => {
    if (event.target instanceof Element) event.target.closest('dialog')?.close()
  }
  return el('button', {type: 'button', click: close}, words)
}
