import {open} from 'node:fs/promises'

/** Write a file that is not there yet, down to the disk. Throws: a system error. */
export async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
