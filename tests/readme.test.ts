import {execFile} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, test} from 'vitest'
import {annotationsSchema, documentsSchema} from '../build/store/annotation-schemas.ts'
import {mapSchema} from '../build/store/map-schemas.ts'
import {loadEdition} from '../build/store/load-edition.ts'
import {chronologySchema} from '../build/store/matter-schemas.ts'
import {decisionsSchema, namesSchema} from '../build/store/name-schemas.ts'
import {reviewSchema} from '../build/store/review-schema.ts'
import {citationsSchema} from '../build/store/bibliography-schemas.ts'
import {
  correctionsSchema,
  editionSchema,
  rulesSchema,
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

  test('its examples of a record and of a hit stand in the specimen', async () => {
    const example = /```yaml\n(l\d+\..*?)```/s.exec(readme)?.[1] ?? 'no example'
    const records = await read('manuscript/specimen/texts/ligature/corrections.yaml')
    expect(records).toContain(example)
    const [, hit = 'no example'] = /a line of its table, `(.*?)`/.exec(readme) ?? []
    const hits = await read('manuscript/specimen/texts/ligature/hits/ligature.tsv')
    expect(hits).toContain(`\n${hit.replaceAll(' ⇥ ', '\t')}\n`)
  })

  test('its example of a verdict is on that record, as it is now', async () => {
    const [, id = '', of = ''] =
      /```yaml\n(l51\.our):\n  verdict: .*\n  of: (\w+)\n/.exec(readme) ?? []
    const manuscript = join(project, 'manuscript')
    const {texts} = await loadEdition(manuscript, 'specimen', [], ['ligature'])
    expect(texts[0]?.review.digests.get(id)).toBe(of)
  })

  test('its first lines of damage stand in the specimen, and so mended in what is made of it', async () => {
    const [, before = '-', after = '+'] = /```diff\n- (.*)\n\+ (.*)\n```/.exec(readme) ?? []
    expect(await read('manuscript/specimen/sources/ligature.txt')).toContain(before)
    expect(await read('tests/fixtures/specimen/ligature.cleaned.md')).toContain(after)
  })

  test('each folder it names is there, and each dependency it must name is named', async () => {
    for (const match of readme.matchAll(
      /`((?:manuscript|styles|build|scripts|tests)\/[\w./-]*)`/g,
    )) {
      const path = match[1] ?? ''
      // What the reader makes.
      if (path === 'manuscript/sources/' || path.endsWith('/names/rules.yaml')) continue
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
    const schemas = [
      editionSchema,
      textSchema,
      correctionsSchema,
      structureSchema,
      citationsSchema,
      annotationsSchema,
      documentsSchema,
      namesSchema,
      decisionsSchema,
      chronologySchema,
      mapSchema,
      rulesSchema,
      reviewSchema,
    ]
    for (const schema of schemas) collect(schema)
    expect(keys.size).toBeGreaterThan(50)
    const missing = [...keys].filter((key) => !page.includes(`\`${key}\``))
    expect(missing).toEqual([])
  })
})
