import {rm} from 'node:fs/promises'
import {readIfThere} from '../../../build/store/read-if-there.ts'
import {writeWhole} from '../../files/write-whole.ts'
import {show} from '../../show.ts'
import {Refusal} from './refusal.ts'

/** A file that is written, and what stood there. `''`: no file. */
export interface Change {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** What a desk has written, so that it can be taken back. */
export interface Journal {
  /** Write files; throws `Refusal` (409) when one is not as it was read, and writes none. */
  write(changes: readonly Change[]): Promise<number>
  /** Take back what was written under a number; `Refusal` (409) when the files were changed since. */
  undo(number: number): Promise<readonly Change[]>
}

/** Open a journal; it lives as long as the desk. */
export function openJournal(): Journal {
  const entries: (readonly Change[])[] = []
  const put = async (changes: readonly Change[]): Promise<void> => {
    for (const {path, before} of changes) {
      if (((await readIfThere(path)) ?? '') !== before) {
        throw new Refusal(409, `${show(path)} was changed meanwhile; nothing was written.`)
      }
    }
    for (const {path, after} of changes) {
      if (after === '') await rm(path, {force: true})
      else await writeWhole(path, after)
    }
  }
  return {
    write: async (changes) => {
      await put(changes)
      return entries.push(changes) - 1
    },
    undo: async (number) => {
      const entry = entries[number]
      if (!entry) throw new Refusal(400, 'There is nothing to be undone.')
      const back = entry.map(({path, before, after}) => ({path, before: after, after: before}))
      await put(back)
      entries[number] = []
      return back
    },
  }
}
