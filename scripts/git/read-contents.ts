import {ToolError} from '../../build/tool-error.ts'
import type {Repository} from './open-repository.ts'
import {runGit} from './run-git.ts'

/**
 * Read contents by their ids, all in one run of git.
 *
 * Shape: repository and ids → texts by id; what is no UTF-8 is read as the loader reads it, with signs in its place.
 * Throws: `ToolError` when git does not give one: a clone that leaves contents out may not be able to fetch them.
 */
export async function readContents(
  {folder}: Repository,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  const texts = new Map<string, string>()
  if (wanted.length === 0) return texts
  const input = wanted.map((id) => `${id}\n`).join('')
  const {stdout, stderr} = await runGit(folder, ['cat-file', '--batch'], input)
  let at = 0
  for (const id of wanted) {
    const end = stdout.indexOf('\n', at)
    const head = stdout.subarray(at, Math.max(at, end)).toString('utf8')
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(head) ?? []
    if (size === undefined) {
      throw new ToolError(`Git cannot read ${id}: ${stderr || head || 'it says nothing'}.`)
    }
    texts.set(id, stdout.subarray(end + 1, end + 1 + Number(size)).toString('utf8'))
    at = end + 1 + Number(size) + 1
  }
  return texts
}
