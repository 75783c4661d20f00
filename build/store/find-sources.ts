import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {explainSystemError} from '../explain-system-error.ts'
import {sha256} from '../text/digest.ts'
import {isAbsent} from './read-if-there.ts'

/** What is sought: a source is recognised by its content; its name only helps to explain. */
export interface WantedSource {
  readonly sha256: string
  readonly bytes: number
  /** The name under which the editors received it. */
  readonly file: string
}

/** What was found of a source. */
export type SourceSearch =
  | {readonly state: 'found'; readonly path: string; readonly bytes: Uint8Array}
  /** A file of the right name holds something else. */
  | {readonly state: 'different'; readonly path: string; readonly sha256: string}
  /** A file that might be it, or a folder that might hold it, cannot be read. */
  | {readonly state: 'unreadable'; readonly path: string; readonly why: string}
  | {readonly state: 'missing'}

/**
 * Look for a source in folders, in their order.
 *
 * Shape: folders (those that do not exist are passed over, as are files that vanish meanwhile) and
 * what is sought → what was found, or the first thing that might be it and is not, or cannot be
 * read. Only files of the right size or the right name are read. Throws: never.
 */
export async function findSource(
  folders: readonly string[],
  wanted: WantedSource,
): Promise<SourceSearch> {
  let doubtful: SourceSearch | undefined
  for (const folder of folders) {
    const names = await attempt(folder, () => readdir(folder))
    if (!Array.isArray(names)) {
      doubtful ??= names
      continue
    }
    for (const name of names.sort()) {
      const path = join(folder, name)
      const bytes = await attempt(path, () => readCandidate(path, name, wanted))
      if (bytes === undefined) continue
      if (!(bytes instanceof Uint8Array)) {
        doubtful ??= bytes
        continue
      }
      const hash = sha256(bytes)
      if (hash === wanted.sha256) return {state: 'found', path, bytes}
      if (name === wanted.file) doubtful ??= {state: 'different', path, sha256: hash}
    }
  }
  return doubtful ?? {state: 'missing'}
}

/** The content of a file that may be the source by its size or its name. */
async function readCandidate(
  path: string,
  name: string,
  wanted: WantedSource,
): Promise<Uint8Array | undefined> {
  const file = await stat(path)
  if (!file.isFile() || (file.size !== wanted.bytes && name !== wanted.file)) return undefined
  return readFile(path)
}

/** Read something; `undefined` when it is not there, or not any more. */
async function attempt<T>(
  path: string,
  read: () => Promise<T>,
): Promise<T | Extract<SourceSearch, {state: 'unreadable'}> | undefined> {
  try {
    return await read()
  } catch (error) {
    if (isAbsent(error)) return undefined
    return {state: 'unreadable', path, why: explainSystemError(error) ?? String(error)}
  }
}
