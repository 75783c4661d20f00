import {rmSync} from 'node:fs'
import {rename} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {whenLeaving} from './leave.ts'
import {makeFolders} from './make-folders.ts'
import {nameOwner} from './owner.ts'
import {sweep} from './own-folder.ts'
import {writeNew} from './write-new.ts'

/**
 * Write a file whole or not at all.
 *
 * Shape: path and content → it is written under another name beside its place and renamed. What
 * is left by a command that was killed meanwhile is removed when the file is next written.
 * Throws: a system error; the file is then as it was.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  const [prefix, suffix] = [`.${basename(path)}.`, '.tmp']
  makeFolders(folder)
  sweep(folder, prefix, suffix)
  const draft = join(folder, `${prefix}${nameOwner()}${suffix}`)
  const discard = (): void => rmSync(draft, {force: true})
  const forget = whenLeaving(discard)
  try {
    await writeNew(draft, content)
    await rename(draft, path)
  } finally {
    discard()
    forget()
  }
}
