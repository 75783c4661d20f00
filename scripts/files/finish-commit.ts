import {existsSync, linkSync, lstatSync, readFileSync, renameSync, rmdirSync, rmSync} from 'node:fs'
import {dirname, isAbsolute, join} from 'node:path'
import * as v from 'valibot'
import {ToolError} from '../../build/tool-error.ts'
import {show} from '../show.ts'
import {explainSystemError} from '../../build/explain-system-error.ts'
import {makeFolders} from './make-folders.ts'
import {syncFolder} from './sync-folder.ts'

/** The names in the folder of outputs that a commit uses. */
export const names = {
  /** The commit that is under way; there is one at a time. */
  commit: '.commit',
  /** What begins the name of files that are not committed yet, or are done with. */
  staging: '.staging-',
  /** What is in it, while it goes forward. */
  forward: 'commit.json',
  /** The same list, once it has been decided to go back. */
  back: 'undo.json',
  /** What begins the name of the file that says who works on it. */
  owner: 'owner-',
} as const

/** What a commit is to put in place. */
export interface Commit {
  /** Part of the names of its files, so that nobody takes those of another commit for them. */
  readonly id: string
  /** Paths below the folder of outputs, in the order in which they are put in place. */
  readonly files: readonly string[]
}

/** Whoever may write into the folder could have written the list: it must stay in the folder. */
const commitSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\w+$/)),
  files: v.array(
    v.pipe(
      v.string(),
      v.check((name) => !isAbsolute(name) && !/^\.|(?:^|[/\\])\.\.(?:[/\\]|$)|:/.test(name)),
    ),
  ),
})

/** Told before each step of a commit; tests end the process there, or throw. */
export type Step = (what: string) => void

/** Where the new file of a number waits in the folder of a commit. */
export function newFile(folder: string, {id}: Commit, index: number): string {
  return join(folder, `${id}-${index}.new`)
}

/** A failed commit that has been undone. */
class Undone extends ToolError {}

/**
 * Put the files of the commit in place, or all the old ones back, and remove the commit.
 *
 * Nothing here waits, so that a signal is heeded before or after; killed at any step, it is
 * carried on by whoever owns the commit next:
 *
 *   forward   the old file is kept by a second link, the new one renamed over it
 *   back      decided by renaming the list, when a file cannot be put in place: what stood where
 *             nothing was before has been taken back by then, and the old files are renamed back
 *
 * None of this needs room on the disk but for the names.
 *
 * Throws: `ToolError` when a file could not be put in place; the old ones are back, or the message
 * says that they are not.
 */
export function finishCommit(out: string, owner: string, step: Step = () => undefined): void {
  const folder = join(out, names.commit)
  const isBack = existsSync(join(folder, names.back))
  const commit = readCommit(join(folder, isBack ? names.back : names.forward))
  try {
    if (isBack) goBack(out, folder, commit, step)
    else goForward(out, folder, commit, step)
  } catch (error) {
    if (error instanceof Undone) close(out, folder, owner, step)
    throw error
  }
  close(out, folder, owner, step)
}

function readCommit(path: string): Commit {
  try {
    return v.parse(commitSchema, JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    const why = explainSystemError(error) ?? 'it is damaged'
    const reason = `${show(path)}, the list of a build that was cut short, cannot be read: ${why}. Remove its folder and build again.`
    throw new ToolError(reason, {cause: error})
  }
}

function goForward(out: string, folder: string, commit: Commit, step: Step): void {
  let current = out
  try {
    for (const [index, name] of commit.files.entries()) {
      current = join(out, name)
      putInPlace(current, folder, commit, index, step)
    }
    for (const place of new Set(commit.files.map((name) => dirname(join(out, name)))))
      syncFolder(place)
  } catch (error) {
    const why = explainSystemError(error) ?? String((error as Error).message)
    try {
      takeBack(out, folder, commit, step)
      step('decide to go back')
      renameSync(join(folder, names.forward), join(folder, names.back))
      goBack(out, folder, commit, step)
    } catch (second) {
      const reason = `${show(current)} cannot be written: ${why}; nor could the files before it be put back: ${explainSystemError(second) ?? String(second)}. The next build will try again.`
      throw new ToolError(reason, {cause: error})
    }
    throw new Undone(`${show(current)} cannot be written: ${why}. What was there is untouched.`, {
      cause: error,
    })
  }
}

function putInPlace(path: string, folder: string, commit: Commit, index: number, step: Step): void {
  const fresh = newFile(folder, commit, index)
  if (!existsSync(fresh)) return
  makeFolders(dirname(path))
  step(`keep ${index}`)
  keepOld(path, oldFile(fresh))
  step(`place ${index}`)
  unless('ENOENT', () => renameSync(fresh, path))
}

/**
 * A second link keeps the old file and leaves it in its place. Not all file systems have links; on
 * those it is moved aside, and a reader may find it missing until the new one is there.
 */
function keepOld(path: string, old: string): void {
  if (existsSync(old)) return
  const there = lstatSync(path, {throwIfNoEntry: false})
  if (!there) return
  // A folder could be moved aside, too, with all that somebody keeps in it.
  if (there.isDirectory()) throw Object.assign(new Error('a folder is there'), {code: 'EISDIR'})
  try {
    linkSync(path, old)
  } catch {
    renameSync(path, old)
  }
}

/** Files that stand where nothing was go back to where they waited, as if never put in place. */
function takeBack(out: string, folder: string, commit: Commit, step: Step): void {
  for (const [index, name] of commit.files.entries()) {
    const fresh = newFile(folder, commit, index)
    if (existsSync(fresh) || existsSync(oldFile(fresh))) continue
    step(`take back ${index}`)
    const path = join(out, name)
    unless('ENOENT', () => renameSync(path, fresh))
    removeEmpty(out, dirname(path))
  }
}

function goBack(out: string, folder: string, commit: Commit, step: Step): void {
  for (const [index, name] of commit.files.entries()) {
    const old = oldFile(newFile(folder, commit, index))
    step(`put back ${index}`)
    unless('ENOENT', () => renameSync(old, join(out, name)))
  }
}

/** It is no commit any more from one moment to the next; then what is left of it is removed. */
function close(out: string, folder: string, owner: string, step: Step): void {
  const done = join(out, `${names.staging}${owner}`)
  step('close')
  unless('ENOENT', () => renameSync(folder, done))
  syncFolder(out)
  step('remove')
  // What cannot be removed now, the next build removes.
  unless(null, () => rmSync(done, {recursive: true, force: true}))
}

function oldFile(fresh: string): string {
  return fresh.replace(/\.new$/, '.old')
}

/** A folder that was made for a file that is not there after all. */
function removeEmpty(out: string, folder: string): void {
  if (folder !== out) unless(null, () => rmdirSync(folder))
}

/** Do something, whatever comes of it: of one kind of error nothing follows, or of any (`null`). */
function unless(code: string | null, act: () => void): void {
  try {
    act()
  } catch (error) {
    if (code !== null && (error as NodeJS.ErrnoException).code !== code) throw error
  }
}
