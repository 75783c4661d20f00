import {isDialogOpen} from '../dialogs/dialog.ts'
import {runCommand} from './commands.ts'
import type {Command} from './commands.ts'
import type {Ground} from './ground.ts'

/** Keys that may be held down. */
const steady = new Set(['j', 'k'])

/**
 * Run commands by their keys.
 *
 * Nothing happens where something is written, in a dialog, or with Control, Alt or Meta; on a keyboard with
 * other letters the key at the same place counts.
 */
export function listenForKeys(ground: Ground, commands: readonly Command[]): void {
  document.addEventListener('keydown', (event) => {
    if (!ground.get().keys.areOn || event.defaultPrevented) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (isDialogOpen() || isWritten(event.target)) return
    const key = keyOf(event)
    const command = commands.find((one) => one.key === key)
    if (!command || (event.repeat && !steady.has(key))) return
    event.preventDefault()
    runCommand(ground, command)
  })
}

/** Whether keys write or choose something where the focus is. */
function isWritten(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(target.type)
}

/** The key as its command names it; of another script the Latin letter at the same place. */
function keyOf({key, code, shiftKey}: KeyboardEvent): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  if (letter === undefined || /^[\u0020-\u007E]$/.test(key)) return key
  return shiftKey ? letter : letter.toLowerCase()
}
