import {readFile} from 'node:fs/promises'
import {explainSystemError} from '../build/explain-system-error.ts'
import {manuscriptFiles} from '../build/store/load-edition.ts'
import type {LoadedEdition} from '../build/store/load-edition.ts'
import {isAbsent} from '../build/store/read-if-there.ts'
import {sha256} from '../build/text/digest.ts'
import {ToolError} from '../build/tool-error.ts'
import {show} from './show.ts'

/**
 * Check that every file an edition was read from still holds what was read.
 *
 * Who saves a file while a build runs would else find outputs that are older than it is; and a file
 * may have been read while it was half written.
 *
 * Throws: `ToolError` when one has changed, is gone, or cannot be read any more.
 */
export async function checkUnchanged(edition: LoadedEdition): Promise<void> {
  for (const {path, text} of manuscriptFiles(edition)) {
    // Bytes that are no UTF-8 are not in the text that was read, and are lost from both.
    await check(path, (now) => now.toString('utf8') === text)
  }
  for (const {source} of edition.texts) {
    await check(source.path, (now) => sha256(now) === source.sha256)
  }
}

async function check(path: string, isAsRead: (now: Buffer) => boolean): Promise<void> {
  const now = await readFile(path).catch((error: unknown) => {
    const why = isAbsent(error) ? 'is gone' : `cannot be read: ${explainSystemError(error)}`
    throw refusal(`${show(path)}, which was read for this, ${why}`)
  })
  if (!isAsRead(now)) throw refusal(`${show(path)} has changed while the edition was built`)
}

function refusal(what: string): ToolError {
  return new ToolError(`${what}; build again. What was there is untouched.`)
}
