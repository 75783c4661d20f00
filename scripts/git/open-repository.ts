import {existsSync} from 'node:fs'
import {dirname, relative, sep} from 'node:path'
import {UsageError} from '../exit.ts'
import {show} from '../show.ts'
import {runGit} from './run-git.ts'

/** A repository, seen from a folder of its work tree. */
export interface Repository {
  /** A folder in it that is there, in which git is run. */
  readonly folder: string
  /** The path of the folder that was asked for, in the repository: `manuscript/`, empty for its root. */
  readonly prefix: string
}

/**
 * Find the repository of a folder, which need not be there itself, for a revision may still have it.
 *
 * Throws: `UsageError` when the folder is in no repository, or in one without a work tree.
 */
export async function openRepository(wanted: string): Promise<Repository> {
  let folder = wanted
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  const {code, stdout, stderr} = await runGit(folder, ['rev-parse', '--show-prefix'])
  if (code === 0 && (await isInWorkTree(folder))) {
    const below = relative(folder, wanted).split(sep).join('/')
    // Git ends what it says with a line end; a name may have some too.
    const prefix = stdout.toString('utf8').replace(/\r?\n$/, '')
    return {folder, prefix: below === '' ? prefix : `${prefix}${below}/`}
  }
  throw new UsageError(explain(wanted, stderr))
}

/** Git knows no prefix in its own folder, nor in a repository without a work tree. */
async function isInWorkTree(folder: string): Promise<boolean> {
  const {stdout} = await runGit(folder, ['rev-parse', '--is-inside-work-tree'])
  return stdout.toString('utf8').trim() === 'true'
}

function explain(wanted: string, said: string): string {
  const dubious = /git config --global --add safe\.directory .*/.exec(said)?.[0]
  if (dubious !== undefined) {
    return `${show(wanted)} is in a git repository of another user, which git does not read; if you trust it, run \`${dubious.trim()}\`.`
  }
  if (/not a git repository/.test(said) || said === '') {
    return `${show(wanted)} is in no work tree of a git repository, so it has no revisions; name the folder of a manuscript that is, with --manuscript.`
  }
  const [first = ''] = said.split('\n')
  return `Git cannot read the repository of ${show(wanted)}: ${first.replace(/^fatal: /, '')}`
}
