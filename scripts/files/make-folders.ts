import {mkdirSync, statSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * Make a folder, and those above it, unless they are there.
 *
 * Node's own way (`recursive`) never ends where the system denies that a folder exists whose parent
 * does, as below `/proc`. Throws: a system error.
 */
export function makeFolders(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && dirname(path) !== path) {
      makeFolders(dirname(path))
      makeOne(path)
    } else if (!isFolder(path)) throw error
  }
}

/** Another command may make it at the same moment. */
function makeOne(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (!isFolder(path)) throw error
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
