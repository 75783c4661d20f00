import {closeSync, fsyncSync, openSync} from 'node:fs'

/** Have the names in a folder written to the disk, where the system can. */
export function syncFolder(path: string): void {
  try {
    const handle = openSync(path, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows opens no folders, and some file systems cannot do it; what is lost is only the
    // order of things when the power fails.
  }
}
