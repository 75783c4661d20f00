import {execFileSync} from 'node:child_process'
import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import * as v from 'valibot'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {readRevision} from '../../build/store/revision/read-revision.ts'
import {reviewSchema} from '../../build/store/review-schema.ts'
import {editionSchema} from '../../build/store/schemas.ts'
import {sectionNames} from '../../build/review/revisions/change.ts'
import {headings} from '../../build/review/revisions/report.ts'
import {states, verdictNames} from '../../build/verdicts/verdict.ts'
import {project} from '../../scripts/workspace.ts'
import {gitHome} from './git-home.ts'
import {runDiff} from './run-diff.ts'

const home = gitHome()
const guide = await readFile(join(project, 'manuscript/REVIEWING.md'), 'utf8')
const blocks = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = '']) => yaml)
const workflow = blocks.find((yaml) => yaml.startsWith('name:')) ?? ''

interface Workflow {
  readonly on: object
  readonly permissions: object
  readonly jobs: {readonly report: {readonly steps: readonly {uses?: string; run?: string}[]}}
}
const {on, permissions, jobs} = parse(workflow) as Workflow
const commands = jobs.report.steps.flatMap(({run}) => run ?? [])

test('the examples of verdicts are verdicts on the specimen, with the digests of what it says', async () => {
  const verdicts = blocks.filter((yaml) => yaml.includes('verdict:'))
  expect(verdicts).toHaveLength(2)
  const folder = 'specimen/texts/ligature'
  const names = ['corrections.yaml', 'structure.yaml', 'hits/ligature.tsv']
  const files = await Promise.all(
    names.map(async (name) => [`${folder}/${name}`, await home.read(`${folder}/${name}`)] as const),
  )
  const edition = ['specimen/edition.yaml', await home.read('specimen/edition.yaml')] as const
  const {editions} = readRevision(new Map([edition, ...files]), (path) => path)
  const entries = editions[0]?.texts[0]?.entries ?? []
  const digests = new Map(
    entries.flatMap(({id, of, parts}) =>
      [...parts, ...(of === null ? [] : [{id, of}])].map((one) => [one.id, one.of] as const),
    ),
  )
  for (const yaml of verdicts) {
    const content = v.parse(reviewSchema, parse(yaml, {schema: 'failsafe'}))
    for (const [id, {of}] of Object.entries(content))
      expect([id, of]).toEqual([id, digests.get(id)])
  }
})

test('the example of a policy is what holds when nothing is said', () => {
  const policy = blocks.find((yaml) => yaml.startsWith('review:')) ?? ''
  const {review} = parse(policy, {schema: 'failsafe'}) as {review: unknown}
  expect(v.parse(editionSchema.entries.review, review)).toEqual(
    v.parse(editionSchema.entries.review, undefined),
  )
})

test('it names all verdicts, states and sections', () => {
  for (const name of verdictNames) expect(guide).toContain(`- \`${name}\`: `)
  for (const state of states) expect(guide).toMatch(new RegExp(`^\\| \`${state}\` +\\| `, 'm'))
  for (const [index, name] of sectionNames.entries()) {
    expect(guide).toContain(`${index + 1}. **${headings[name]}**`)
  }
})

test('the workflow uses official actions alone, and runs nothing of the pull request', () => {
  const uses = jobs.report.steps.flatMap(({uses: one}) => one ?? [])
  expect(uses).toEqual(['actions/checkout@v4', 'actions/setup-node@v4'])
  expect(Object.keys(on)).toEqual(['pull_request_target'])
  expect(permissions).toEqual({contents: 'read', 'pull-requests': 'write'})
  // The branch that is checked out is that of the repository, and no words of others stand in a command.
  expect(workflow).not.toMatch(/\bref:|github\.head_ref|head\.(?:ref|sha)/)
  for (const command of commands) expect(command).not.toContain('${{')
})

test('its commands work: the pull request is fetched, reported on, and the report is posted', async () => {
  const scripts = (
    JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as Record<string, object>
  )['scripts']
  expect(scripts).toMatchObject({diff: 'npm run --silent edition -- diff'})
  // A pull request from a fork, and a clone of the main branch, as the action makes it.
  home.git('checkout', '--quiet', '-b', 'fork')
  await home.change(
    'specimen/texts/ligature/corrections.yaml',
    'reading: "file"',
    'reading: "filet"',
  )
  await home.change('specimen/texts/names/structure.yaml', 'depth: 1', 'depth: 9')
  home.commit()
  home.git('update-ref', 'refs/pull/7/head', 'fork')
  home.git('checkout', '--quiet', 'main')
  home.git('branch', '--quiet', '-D', 'fork')
  const clone = join(home.path, 'clone')
  home.git('clone', '--quiet', '--branch', 'main', home.path, clone)
  const {report, posted} = await runCommands(clone)
  expect(report.code).toBe(1)
  expect(report.stdout).toContain('- `l8.le` record changed')
  expect(report.stdout).toContain('### What is wrong in the files')
  expect(posted).toEqual([
    'pr',
    'comment',
    '7',
    '--body-file',
    'report.md',
    '--edit-last',
    '--create-if-none',
  ])
  expect(await readFile(join(clone, 'report.md'), 'utf8')).toBe(report.stdout)
})

/** Run the commands of the workflow in a shell, with stand-ins for npm and gh. */
async function runCommands(
  clone: string,
): Promise<{report: Awaited<ReturnType<typeof runDiff>>; posted: string[]}> {
  const bin = join(clone, '.bin')
  await mkdir(bin)
  const stand = async (name: string, script: string): Promise<void> => {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`)
    await chmod(join(bin, name), 0o755)
  }
  // What npm is told to run is run here, between two calls of the shell.
  await stand('npm', `printf '%s\\n' "$@" > asked; test -f answer || exit 0; cat answer; exit 1`)
  await stand('gh', `printf '%s\\n' "$@" > posted`)
  const environment = {...process.env, PATH: `${bin}:${process.env['PATH']}`, NUMBER: '7'}
  const run = (command: string): void => {
    execFileSync('bash', ['-eo', 'pipefail', '-c', command], {
      cwd: clone,
      env: environment,
      stdio: 'pipe',
    })
  }
  const lines = async (name: string): Promise<string[]> =>
    (await readFile(join(clone, name), 'utf8')).trimEnd().split('\n')
  let report: Awaited<ReturnType<typeof runDiff>> | undefined
  for (const command of commands) {
    run(command)
    if (!command.startsWith('npm run')) continue
    const [verb, , name, , range = '', flag, format = ''] = await lines('asked')
    expect([verb, name, flag]).toEqual(['run', 'diff', '--format'])
    report = await runDiff({...home, manuscript: join(clone, 'manuscript')}, range, {format})
    await writeFile(join(clone, 'answer'), report.stdout)
    run(command)
  }
  return {report: report!, posted: await lines('posted')}
}
