import {randomBytes} from 'node:crypto'
import {mkdir, open, rename, rm} from 'node:fs/promises'
import {dirname} from 'node:path'

/**
 * Write files whole or not at all.
 *
 * Shape: pairs of path and content → every file is written under a temporary name beside its
 * place; when all are there, each is renamed. A failure before that leaves what was there.
 */
export async function writeWhole(
  files: readonly (readonly [path: string, content: string | Uint8Array])[],
): Promise<void> {
  const suffix = `.${process.pid}.${randomBytes(4).toString('hex')}.tmp`
  const written: string[] = []
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(path), {recursive: true})
      const handle = await open(path + suffix, 'wx')
      written.push(path + suffix)
      try {
        await handle.writeFile(content)
        await handle.sync()
      } finally {
        await handle.close()
      }
    }
    for (const [path] of files) await rename(path + suffix, path)
  } finally {
    await Promise.all(written.map((path) => rm(path, {force: true})))
  }
}
