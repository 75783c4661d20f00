import {existsSync, renameSync} from 'node:fs'
import {basename, join} from 'node:path'
import {cannotWrite} from './cannot-write.ts'
import {finishCommit, names, newFile} from './finish-commit.ts'
import type {Commit, Step} from './finish-commit.ts'
import {makeOwnFolder} from './own-folder.ts'
import {recoverFiles} from './recover-files.ts'
import type {RecoverOptions} from './recover-files.ts'
import {syncFolder} from './sync-folder.ts'
import {writeNew} from './write-new.ts'

/** A file to be put in place. */
export interface NewFile {
  /** Path below the folder of outputs. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** How files are committed. */
export interface CommitOptions extends RecoverOptions {
  /** Called when everything is ready, before anything is put in place; throws to call it off. */
  readonly confirm?: () => Promise<void>
}

/**
 * Put a set of files in place, all or none, whenever the command is killed.
 *
 * Shape: folder, files → first a commit there that was cut short is finished. The files are
 * written into a folder beside (`.staging-…`) and down to the disk; the commit is one rename of
 * that folder to `.commit`, which fails while there is another. From then on the new files will
 * be in place whatever happens: put there now, or by the next command.
 * Order: as given; the file that tells of the others comes last.
 * Throws: `ToolError` when something cannot be written; what was there is untouched.
 */
export async function commitFiles(
  out: string,
  files: readonly NewFile[],
  {confirm, ...options}: CommitOptions = {},
): Promise<void> {
  const {step = () => undefined} = options
  await recoverFiles(out, options)
  const staging = refused(out, () => makeOwnFolder(out, names.staging))
  try {
    const owner = basename(staging.path).slice(names.staging.length)
    const commit = {id: owner.slice(owner.lastIndexOf('-') + 1), files: files.map(({name}) => name)}
    await stage(out, staging.path, owner, commit, files, step)
    await confirm?.()
    step('commit')
    while (!begin(staging.path, out)) await recoverFiles(out, options)
    syncFolder(out)
    finishCommit(out, owner, step)
  } finally {
    staging.remove()
  }
}

async function stage(
  out: string,
  folder: string,
  owner: string,
  commit: Commit,
  files: readonly NewFile[],
  step: Step,
): Promise<void> {
  const bytes = files.reduce((sum, {content}) => sum + Buffer.byteLength(content), 0)
  for (const [index, {name, content}] of files.entries()) {
    step(`stage ${index}`)
    try {
      await writeNew(newFile(folder, commit, index), content)
    } catch (error) {
      throw cannotWrite(join(out, name), error, ` (all files: ${Math.ceil(bytes / 1000)} kB)`)
    }
  }
  step('list')
  try {
    await writeNew(join(folder, names.forward), JSON.stringify(commit))
    await writeNew(join(folder, `${names.owner}${owner}`), '')
  } catch (error) {
    throw cannotWrite(out, error)
  }
  syncFolder(folder)
}

/** Rename the staging folder to the commit; `false` when there is another one. */
function begin(staging: string, out: string): boolean {
  const commit = join(out, names.commit)
  try {
    renameSync(staging, commit)
    return true
  } catch (error) {
    // It may have been closed since, so that looking for it would tell nothing; only Windows has
    // other words for it, which can mean other things.
    const {code = ''} = error as NodeJS.ErrnoException
    if (['ENOTEMPTY', 'EEXIST'].includes(code) || existsSync(commit)) return false
    throw cannotWrite(out, error)
  }
}

function refused<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw cannotWrite(path, error)
  }
}
