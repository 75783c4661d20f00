import {UsageError} from '../exit.ts'
import type {Repository} from './open-repository.ts'
import {runGit} from './run-git.ts'

/**
 * Find the commit that a revision names.
 *
 * Shape: repository and name, as git takes it (`main`, `HEAD~2`, `v1.0`) → the id of the commit.
 * Throws: `UsageError` when it names none, or might be taken for an option.
 */
export async function resolveRevision({folder}: Repository, name: string): Promise<string> {
  // oxlint-disable-next-line no-control-regex
  if (/^-|[\u0000-\u001F]/.test(name)) {
    throw new UsageError(`\`${name}\` names no revision; expected one such as main or HEAD~1.`)
  }
  const args = ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]
  const {code, stdout} = await runGit(folder, args)
  const id = stdout.toString('utf8').trim()
  if (code === 0 && /^[0-9a-f]{40,64}$/.test(id)) return id
  throw new UsageError(
    `No revision \`${name}\` in this repository; ${await adviseOn(folder, name)}`,
  )
}

/**
 * Find where two commits parted.
 *
 * Throws: `UsageError` when they have no commit in common.
 */
export async function mergeBaseOf(
  {folder}: Repository,
  one: {name: string; id: string},
  other: {name: string; id: string},
): Promise<string> {
  const {stdout} = await runGit(folder, ['merge-base', one.id, other.id])
  const id = stdout.toString('utf8').trim()
  if (/^[0-9a-f]{40,64}$/.test(id)) return id
  const both = `\`${one.name}\` and \`${other.name}\``
  const advice = (await isShallow(folder))
    ? `the clone is shallow, and the commit may be cut off: ${deepen}`
    : `compare them as they are, with ${one.name}..${other.name}.`
  throw new UsageError(`No commit that ${both} have in common; ${advice}`)
}

const deepen =
  'run `git fetch --unshallow`, or set `fetch-depth: 0` for the action that checks it out.'

async function adviseOn(folder: string, name: string): Promise<string> {
  if (await isShallow(folder)) {
    return `the clone is shallow, and it may be cut off: ${deepen}`
  }
  const {code} = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  if (code !== 0) return 'nothing has been committed yet.'
  return `\`git branch --all\` and \`git tag\` list names. If \`${name}\` is a branch of others, run \`git fetch\` first.`
}

async function isShallow(folder: string): Promise<boolean> {
  const {stdout} = await runGit(folder, ['rev-parse', '--is-shallow-repository'])
  return stdout.toString('utf8').trim() === 'true'
}
