import {ToolError} from '../../build/tool-error.ts'
import type {Repository} from './open-repository.ts'
import {runGit} from './run-git.ts'

/**
 * List the files of a commit.
 *
 * Shape: repository, id of the commit, folder in the repository (`manuscript/`, empty for all of it) → the ids of
 * the contents by the paths in the folder. Links and repositories in the repository are left out. A folder that is
 * not there has no files.
 */
export async function listFiles(
  {folder}: Repository,
  commit: string,
  prefix: string,
): Promise<Map<string, string>> {
  const path = prefix === '' ? [] : ['--', prefix]
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit, ...path]
  const {code, stdout, stderr} = await runGit(folder, args)
  if (code !== 0) throw new ToolError(`Git cannot list the files of ${commit}: ${stderr}`)
  const rows = stdout
    .toString('utf8')
    .split('\0')
    .filter((row) => row !== '')
  return new Map(
    rows.flatMap((row) => {
      const [, id, name] = /^100\d{3} blob ([0-9a-f]+)\t([^]+)$/.exec(row) ?? []
      return id && name?.startsWith(prefix) ? [[name.slice(prefix.length), id] as const] : []
    }),
  )
}
