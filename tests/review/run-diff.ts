import {format} from 'node:util'
import {vi} from 'vitest'
import type {Change, Remark} from '../../build/review/revisions/change.ts'
import {fail} from '../../scripts/command-line.ts'
import {diffRevisions} from '../../scripts/verbs/diff-revisions.ts'
import {openWorkspace} from '../../scripts/workspace.ts'
import type {Home} from '../fresh-specimen.ts'
import type {Result} from '../run-edition.ts'

/** What the model says, as JSON. */
export interface Told {
  readonly changes: readonly Change[]
  readonly remarks: readonly Remark[]
  readonly findings: readonly {file: string; line: number; ruleId: string; reason: string}[]
}

/** Show what changed in a range of revisions of a copy of the specimen. */
export async function runDiff(
  home: Home,
  range: string,
  flags: Readonly<Record<string, string | boolean>> = {},
): Promise<Result> {
  const said = {stdout: '', stderr: ''}
  const all = {manuscript: home.manuscript, ...flags}
  const say =
    (name: keyof typeof said) =>
    (...values: unknown[]): void => {
      said[name] += `${format(...values)}\n`
    }
  const write = (text: string | Uint8Array): boolean => {
    said.stdout += String(text)
    return true
  }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(say('stdout')),
    vi.spyOn(console, 'error').mockImplementation(say('stderr')),
    vi.spyOn(process.stdout, 'write').mockImplementation(write),
  ]
  try {
    const workspace = openWorkspace(all, {})
    return {code: await diffRevisions(range, {words: [range], flags: all, workspace}), ...said}
  } catch (error) {
    return {code: fail(error), ...said}
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** What changed, as the model says it. */
export async function changesIn(home: Home, range: string): Promise<Told> {
  const {code, stdout, stderr} = await runDiff(home, range, {format: 'json'})
  if (code !== 0 && code !== 1) throw new Error(stderr)
  return JSON.parse(stdout) as Told
}
