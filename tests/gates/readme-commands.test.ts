import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {project} from '../../scripts/workspace.ts'

const run = promisify(execFile)
const read = (name: string): Promise<string> => readFile(join(project, name), 'utf8')

describe('the commands of the README, in a clone without sources', async () => {
  const steps = stepsOf(await read('README.md'))
  let clone: string
  let home: string
  let environment: NodeJS.ProcessEnv

  beforeAll(async () => {
    clone = await mkdtemp(join(tmpdir(), 'edition-clone-'))
    home = await mkdtemp(join(tmpdir(), 'edition-home-'))
    const {stdout} = await run('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
      cwd: project,
    })
    for (const name of stdout.split('\0').filter(Boolean)) {
      if (existsSync(join(project, name))) await cp(join(project, name), join(clone, name))
    }
    await symlink(join(project, 'node_modules'), join(clone, 'node_modules'))
    await mkdir(join(project, '.cache'), {recursive: true})
    await symlink(join(project, '.cache'), join(clone, '.cache'))
    await mkdir(join(home, 'texts'))
    await mkdir(join(home, 'Downloads'))
    await writeFile(join(home, 'Downloads', 'my-text.md'), '# Kites\n\nA kite needs wind.\n')
    const {EDITION_SOURCES: _, ...rest} = process.env
    environment = {...rest, HOME: home, NO_COLOR: '1'}
  })
  afterAll(async () => {
    await rm(clone, {recursive: true, force: true})
    await rm(home, {recursive: true, force: true})
  })

  const shell = async (command: string): Promise<{code: number; said: string}> => {
    const made = await run('sh', ['-c', command], {cwd: clone, env: environment}).then(
      (result) => ({...result, code: 0}),
      (error: {stdout: string; stderr: string; code: number}) => error,
    )
    return {code: made.code, said: `${made.stdout}\n${made.stderr}`}
  }

  test('there are as many as there should be', () => {
    expect(steps.map(({commands}) => commands.length)).toEqual(Array(12).fill(1))
  })

  const rulesOf = (id: string): string => join(clone, 'manuscript/specimen/texts', id, 'rules.yaml')
  const propose = (id: string) => shell(`npm run edition -- propose ${id}`)

  test.each(steps)('$name', async ({commands, printed}) => {
    for (const command of commands) {
      // The reader takes a line out of rules.yaml, and puts it back.
      const asks = command.includes(' propose ')
      const own = asks ? await readFile(rulesOf('ligature'), 'utf8') : ''
      if (asks) await writeFile(rulesOf('ligature'), own.replace(/^  ligature@49:43: .*\n/m, ''))
      // Packages are there; the tests are running.
      const bare = command.replace('npm ci && ', '').replace('npm test', 'true')
      const {code, said} = await shell(bare)
      expect(code).toBe(0)
      for (const line of printed) expect(plain(said)).toContain(plain(line))
      if (asks) {
        await writeFile(rulesOf('ligature'), own)
        expect((await propose('ligature')).said).toMatch(/^ligature: \d+ hits, 0 proposals$/m)
      }
      if (command.includes('build')) {
        expect(said).toMatch(
          /^course-reader: not built, it lacks its sources \(.*\); put them into manuscript\/sources\/.*$/m,
        )
      }
    }
  })

  test('the edition of one’s own that it begins can be built', async () => {
    const {code, said} = await shell('npm run build -- my-edition --only epub')
    expect([code, said]).toEqual([0, expect.stringContaining('my-edition: built 1 text')])
  })

  test('the page that is mended step by step', async () => {
    const page = await read('manuscript/README.md')
    const [, source] = /```text\n(.*?)```/s.exec(page) ?? []
    expect(await read('tests/fixtures/walkthrough/kites.txt')).toBe(source)
    const commands = [...page.matchAll(/^edition .*$/gm)].map(([command]) => command)
    expect(commands).toHaveLength(13)
    const config = join(clone, 'manuscript/kites/texts/kites/text.yaml')
    for (const command of commands) {
      if (command.includes(' page ')) {
        const text = await readFile(config, 'utf8')
        const numbers = 'status: printed\n  first: 7'
        await writeFile(config, text.replace(/status: none\n.*/, numbers))
      }
      // What npm would run, without waiting for npm.
      const node = `${process.execPath} --require ./scripts/require-node.cjs scripts/edition.ts`
      const only = command.includes(' build ') ? ' --only markdown' : ''
      const {code, said} = await shell(command.replace('edition', node) + only)
      expect([code, said], command).toEqual([0, expect.anything()])
    }
    const made = await readFile(join(clone, 'dist/kites/kites.md'), 'utf8')
    expect(
      made
        .replace(/^---.*?---/s, '')
        .trim()
        .split('\n\n'),
    ).toEqual([
      '<span class="pagebreak" title="7"></span>A kite is a peaceful affair. It needs wind, a string and somebody who *holds on* to it.[^1] The rest is weather.',
      'Not all winds are fit for it. Those that <span class="pagebreak" title="8"></span>come from the hills bring it down.',
      '[^1]: Holding on is the greater art.',
    ])
  })

  test('what it says of a broken text is what is said', async () => {
    const readme = await read('README.md')
    const [, rules = '', block = ''] =
      /break something\..*?```yaml\n(.*?)```.*?check again\..*?```console\n(.*?)```/s.exec(
        readme,
      ) ?? []
    await writeFile(rulesOf('names'), rules)
    expect((await propose('names')).code).toBe(0)
    const {code, said} = await shell('npm run check -- specimen')
    expect(code).toBe(1)
    expect(block.trim().split('\n')).toHaveLength(3)
    for (const line of block.trim().split('\n')) expect(said).toContain(line)
    await rm(rulesOf('names'))
    expect((await propose('names')).code).toBe(0)
  })
})

/** The commands of the README, and what it says they print. */
function stepsOf(readme: string): {name: string; commands: string[]; printed: string[]}[] {
  const blocks = [...readme.matchAll(/```(sh|console)\n(.*?)```/gs)]
  return blocks.flatMap(([, kind, content = ''], index) => {
    if (kind !== 'sh') return []
    const next = blocks[index + 1]
    const isPrinted = next?.[1] === 'console'
    return [
      {
        name: content.trim().replaceAll('\n', '; '),
        commands: content.trim().split('\n'),
        printed: isPrinted ? (next[2] ?? '').trimEnd().split('\n') : [],
      },
    ]
  })
}

/** Sizes and seconds aside. */
function plain(line: string): string {
  return line.replaceAll(/\d+ kB/g, 'N kB').replaceAll(/\d+\.\d s/g, 'N s')
}
