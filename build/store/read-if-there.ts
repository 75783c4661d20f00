import {readdir, readFile} from 'node:fs/promises'

/**
 * Read a file of the manuscript that need not be there.
 *
 * Shape: path → its text, or `null` when there is none. Throws: a system error when it is there and
 * cannot be read; it must never be taken for an empty one.
 */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** Whether an error says that there is no such file, or none any more. */
export function isAbsent(error: unknown): boolean {
  const {code} = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** List what a folder holds, which need not be there. Throws: a system error when it cannot be read. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

/** List the YAML files of a folder, which need not be there, in the order of their names. */
export async function yamlFilesIn(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
}
