import {mkdirSync, readdirSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {OwnFolder} from '../../build/pdf/browser/machine.ts'
import {whenLeaving} from './leave.ts'
import {makeFolders} from './make-folders.ts'
import {nameOwner, stateOfOwner} from './owner.ts'

/** How old what belongs to an unknown process must be to be removed, in milliseconds. */
const hour = 3_600_000

/**
 * Make a folder that no other command touches, and that ends with the command.
 *
 * Shape: the folder in which, and what the name begins with → the folder; it is removed when the
 * command is interrupted, and by the next command that makes one there when it was killed.
 * Throws: a system error when it cannot be made.
 */
export function makeOwnFolder(parent: string, prefix: string): OwnFolder {
  makeFolders(parent)
  sweep(parent, prefix)
  const owner = nameOwner()
  const path = join(parent, `${prefix}${owner}`)
  mkdirSync(path, {mode: 0o700})
  const discard = (): void => {
    try {
      // What a browser wrote last may turn up while its folder is being removed.
      rmSync(path, {recursive: true, force: true, maxRetries: 10, retryDelay: 50})
    } catch {
      // The next command will try again.
    }
  }
  const forget = whenLeaving(discard)
  const remove = (): void => {
    discard()
    forget()
  }
  return {path, remove}
}

/**
 * Remove what commands left that were killed: files and folders whose names are a beginning, an
 * owner that is no more, and an end. That of an unknown owner is removed after an hour.
 */
export function sweep(parent: string, prefix: string, suffix = ''): void {
  for (const name of namesIn(parent)) {
    if (!name.startsWith(prefix) || !name.endsWith(suffix)) continue
    const owner = name.slice(prefix.length, name.length - suffix.length)
    const state = stateOfOwner(owner)
    const path = join(parent, name)
    try {
      if (state === 'gone' || (state === 'unknown' && Date.now() - statSync(path).mtimeMs > hour))
        rmSync(path, {recursive: true, force: true})
    } catch {
      // It belongs to another user, or another command has just removed it.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
