import {readdir, stat} from 'node:fs/promises'
import {join, sep} from 'node:path'
import {isAbsent} from '../../../build/store/read-if-there.ts'

/** How the files of an edition look from outside: those of the reviewers, and all others. */
export interface Fingerprint {
  readonly reviews: string
  readonly others: string
}

/** Look at the files of a folder: their names, sizes and times. */
export async function fingerprint(folder: string): Promise<Fingerprint> {
  const names = (await readdir(folder, {recursive: true})).toSorted()
  const seen = await Promise.all(names.map(async (name) => [name, await look(join(folder, name))]))
  const write = (isReview: boolean): string =>
    seen
      .filter(([name = '']) => name.split(sep).includes('reviews') === isReview)
      // What is being written has another name until it is there.
      .filter(([name = '']) => !name.endsWith('.tmp'))
      .join('\n')
  return {reviews: write(true), others: write(false)}
}

async function look(path: string): Promise<string> {
  try {
    const {size, mtimeMs, ino} = await stat(path)
    return `${size} ${mtimeMs} ${ino}`
  } catch (error) {
    if (isAbsent(error)) return ''
    throw error
  }
}
