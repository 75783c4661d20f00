import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {sha256} from '../text/digest.ts'

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
  | {readonly state: 'missing'}

/**
 * Look for a source in folders, in their order.
 *
 * Shape: folders (those that do not exist are passed over) and what is sought → what was found.
 * Only files of the right size or the right name are read.
 */
export async function findSource(
  folders: readonly string[],
  wanted: WantedSource,
): Promise<SourceSearch> {
  let different: SourceSearch = {state: 'missing'}
  for (const folder of folders) {
    for (const name of await fileNames(folder)) {
      const path = join(folder, name)
      const file = await stat(path).catch(() => null)
      if (!file?.isFile() || (file.size !== wanted.bytes && name !== wanted.file)) continue
      const bytes = await readFile(path)
      const hash = sha256(bytes)
      if (hash === wanted.sha256) return {state: 'found', path, bytes}
      if (name === wanted.file) different = {state: 'different', path, sha256: hash}
    }
  }
  return different
}

async function fileNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch {
    return []
  }
}
