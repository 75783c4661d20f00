import {execFile} from 'node:child_process'
import {readFile, rm, mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, test} from 'vitest'
import {
  correctionsSchema,
  editionSchema,
  structureSchema,
  textSchema,
} from '../build/store/schemas.ts'
import {project} from '../scripts/workspace.ts'
import {runEdition} from './run-edition.ts'

const run = promisify(execFile)
const read = (name: string): Promise<string> => readFile(join(project, name), 'utf8')

describe('the README is true', async () => {
  const readme = await read('README.md')
  const scripts = (JSON.parse(await read('package.json')) as {scripts: Record<string, string>})
    .scripts

  test('its two commands are those of package.json and of continuous integration', async () => {
    expect(readme).toContain('```sh\nnpm ci && npm run build\n```')
    expect(readme).toContain('```sh\nnpm ci && npm test\n```')
    expect(Object.keys(scripts)).toEqual(
      expect.arrayContaining(['build', 'check', 'diff', 'test', 'edition']),
    )
    expect(await read('.ci/run')).toContain('\nnpm ci && npm test\n')
  })

  test('its table lists the verbs of the help', async () => {
    const {stdout} = await runEdition(['help'])
    const verbs = [...stdout.matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1])
    const rows = [...readme.matchAll(/^\| `(\w+)[ `]/gm)].map((match) => match[1])
    expect(rows.filter((row) => verbs.includes(row))).toEqual(verbs)
  })

  test('its command for the sampler builds it', async () => {
    const command = /^npm run build -- --manuscript (\S+) --out dist\/sampler$/m.exec(readme)
    const out = await mkdtemp(join(tmpdir(), 'edition-readme-'))
    const args = [
      'run',
      '--silent',
      'build',
      '--',
      '--manuscript',
      command?.[1] ?? '',
      '--out',
      out,
    ]
    const {stdout} = await run('npm', args, {cwd: project})
    expect(stdout).toContain('sampler: built 3 texts')
    await rm(out, {recursive: true})
  })

  test('its example of a record stands in the sampler', async () => {
    const example = /```yaml\n(l2\.ocials:.*?)```/s.exec(readme)?.[1] ?? 'no example'
    const records = await read('tests/fixtures/editions/sampler/texts/lamp/corrections.yaml')
    expect(records).toContain(example)
  })

  test('each folder it names is there, and each dependency it must name is named', async () => {
    for (const match of readme.matchAll(
      /`((?:manuscript|styles|build|scripts|tests)\/[\w./-]*)`/g,
    )) {
      const path = match[1] ?? ''
      if (path === 'manuscript/sources/') continue
      await expect(run('ls', [join(project, path)]), path).resolves.toBeTruthy()
    }
    const packages = JSON.parse(await read('package.json')) as Record<
      string,
      Record<string, string>
    >
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const name of Object.keys(packages[kind] ?? {})) {
        if (!name.startsWith('@types/')) expect(readme, name).toContain(name)
      }
    }
  })

  test('the page on the files of the editors names every key there is', async () => {
    const page = await read('manuscript/README.md')
    const keys = new Set<string>()
    const collect = (schema: unknown): void => {
      const {entries, wrapped, item, options, value, pipe} = schema as Record<string, unknown>
      for (const [key, one] of Object.entries((entries as object | undefined) ?? {})) {
        keys.add(key)
        collect(one)
      }
      for (const one of [wrapped, item, value, ...((pipe as unknown[]) ?? [])]) {
        if (typeof one === 'object' && one !== null && one !== schema) collect(one)
      }
      for (const one of Array.isArray(options) ? (options as unknown[]) : []) {
        if (typeof one === 'object' && one !== null) collect(one)
      }
    }
    for (const schema of [editionSchema, textSchema, correctionsSchema, structureSchema])
      collect(schema)
    expect(keys.size).toBeGreaterThan(50)
    const missing = [...keys].filter((key) => !page.includes(`\`${key}\``))
    expect(missing).toEqual([])
  })

  test('a clone without sources says in one line what it lacks, and fails nothing', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'edition-clone-'))
    for (const name of [
      'build',
      'scripts',
      'styles',
      'manuscript',
      'package.json',
      'package-lock.json',
    ]) {
      await run('cp', ['-r', join(project, name), empty])
    }
    await rm(join(empty, 'manuscript', 'sources'), {recursive: true, force: true})
    await run('ln', ['-s', join(project, 'node_modules'), empty])
    const {EDITION_SOURCES: _, ...environment} = process.env
    const {stdout} = await run(process.execPath, ['scripts/edition.ts', 'build'], {
      cwd: empty,
      env: environment,
    })
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stdout).toMatch(
      /^course-reader: not built, it lacks its sources \(.*\); put them into manuscript\/sources\//,
    )
    await rm(empty, {recursive: true})
  })
})
