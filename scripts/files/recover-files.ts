import {existsSync, readdirSync, renameSync, rmdirSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {ToolError} from '../../build/tool-error.ts'
import {show} from '../show.ts'
import {cannotWrite} from './cannot-write.ts'
import {explainSystemError} from '../../build/explain-system-error.ts'
import {finishCommit, names} from './finish-commit.ts'
import type {Step} from './finish-commit.ts'
import {sweep} from './own-folder.ts'
import {nameOwner, pidOfOwner, stateOfOwner} from './owner.ts'

/** How what was cut short is finished. */
export interface RecoverOptions {
  /** Told before each step. */
  readonly step?: Step
  /** How long another command that is writing there is waited for, in milliseconds. */
  readonly patience?: {readonly alive: number; readonly unknown: number}
}

/** A commit is a few renames; who takes longer hangs, or runs where it cannot be asked after. */
const usualPatience = {alive: 30_000, unknown: 5000}

/**
 * Finish a commit that was cut short, and remove what killed commands left in the folder.
 *
 * Shape: folder of outputs → whether there was one. It belongs to the one process that its owner
 * file names: while that runs it is waited for; when it is gone, the one process that succeeds in
 * renaming the owner file carries on. One on another machine cannot be asked, and has its time.
 * Throws: `ToolError` when another command does not come to an end, or files cannot be put in
 * place.
 */
export async function recoverFiles(
  out: string,
  {step, patience = usualPatience}: RecoverOptions = {},
): Promise<boolean> {
  sweep(out, names.staging)
  const folder = join(out, names.commit)
  for (let last = {owner: '?', since: 0}; ; await pause(20)) {
    const found = ownerOf(folder)
    if (found === null) return false
    if (found !== last.owner) last = {owner: found, since: performance.now()}
    const waited = performance.now() - last.since
    if (found === nobody) {
      if (waited < 1000) continue
      const reason = `${show(folder)} is in the way and was not made by a build; move it elsewhere.`
      throw new ToolError(reason)
    }
    // A name that nothing can be read from is that of another version.
    const state = stateOfOwner(found) ?? 'unknown'
    if (state === 'alive' && waited > patience.alive) {
      const reason = `Another command (process ${pidOfOwner(found)}) is writing into ${show(out)} and does not end; try again when it has, or remove ${show(folder)} if it is none of ours.`
      throw new ToolError(reason)
    }
    if (state === 'alive' || (state === 'unknown' && waited < patience.unknown)) continue
    const owner = nameOwner()
    if (!takeOver(folder, found, owner)) continue
    finishCommit(out, owner, step)
    return true
  }
}

/**
 * What is there has no owner: somebody else's folder, or a commit that was finished and is being
 * removed while its names are read.
 */
const nobody = ''

/** The owner of a commit; `null` when there is no commit. */
function ownerOf(folder: string): string | null {
  let there: string[]
  try {
    there = readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR' && !existsSync(folder)) return null
    const reason = `${show(folder)}, in which a build was cut short, cannot be read: ${explainSystemError(error) ?? String(error)}.`
    throw new ToolError(reason, {cause: error})
  }
  const owner = there.find((name) => name.startsWith(names.owner))
  if (owner !== undefined) return owner.slice(names.owner.length)
  if (there.length > 0) return nobody
  try {
    rmdirSync(folder)
  } catch {
    // Another command has just begun its commit there.
  }
  return null
}

/** Only one of those who try renames the file. */
function takeOver(folder: string, from: string, to: string): boolean {
  try {
    renameSync(join(folder, names.owner + from), join(folder, names.owner + to))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw cannotWrite(folder, error)
  }
}
