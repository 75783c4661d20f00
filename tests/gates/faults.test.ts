import {execFile, execFileSync, spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {chmod, mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {promisify} from 'node:util'
import {beforeEach, describe, expect, test} from 'vitest'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import {project} from '../../scripts/workspace.ts'
import {buildOf, change, freshSpecimen} from '../fresh-specimen.ts'
import {litterIn, readSet, strangersTo} from '../output-sets.ts'
import {machine} from '../print/lay-out.ts'
import {runEdition, startEdition} from '../run-edition.ts'

const home = freshSpecimen()
const args = (only: 'epub' | 'pdf'): string[] => buildOf(home, only)

const hasProcesses = existsSync('/proc/self/cmdline')

/** The processes that were started with a profile below a folder. */
async function browsersOf(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(`--user-data-dir=${folder}`)) found.push(pid)
  }
  return found
}

describe('while the browser lays out the pages', () => {
  beforeEach(({skip}) => skip(!hasProcesses, 'without /proc no browser that lives on can be seen'))

  test.each([
    ['SIGKILL', null],
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)(
    '%s: no browser lives on, and nothing is left after the next build',
    async (signal, expected) => {
      const temporary = join(home.path, 'temporary')
      await mkdir(temporary)
      const {child, result} = startEdition(args('pdf'), {TMPDIR: temporary})
      while ((await browsersOf(temporary)).length === 0 && child.exitCode === null) await pause(2)
      child.kill(signal)
      expect((await result).code).toBe(expected)
      // The test ends it if the browser does not end.
      while ((await browsersOf(temporary)).length > 0) await pause(50)
      if (signal !== 'SIGKILL') expect(await readdir(temporary)).toEqual([])
      expect((await runEdition(args('pdf'), {TMPDIR: temporary})).code).toBe(0)
      expect([await readdir(temporary), await litterIn(home.out)]).toEqual([[], []])
      expect(await strangersTo(home.out, 'specimen.manifest.json')).toEqual([])
    },
  )
})

describe('a file of the manuscript that changes while the build runs', () => {
  const isPossible = process.platform !== 'win32'
  beforeEach(({skip}) => skip(!isPossible, 'on Windows a script is no browser'))

  test('exit 3, a line that names it, and the old set', async () => {
    expect((await runEdition(args('pdf'))).code).toBe(0)
    const old = await readSet(home.out)
    const browser = await findBrowser(machine)
    const changed = join(home.manuscript, 'specimen', 'texts', 'ligature', 'structure.yaml')
    const script = join(home.path, 'browser')
    const variables = Object.entries(browser.environment).filter(([name]) =>
      ['LD_LIBRARY_PATH', 'FONTCONFIG_FILE'].includes(name),
    )
    const environment = Object.fromEntries(variables) as NodeJS.ProcessEnv
    // It changes the file as soon as the pages are laid out, and then does what a browser does.
    const lines = ['#!/bin/sh', `echo "# seen" >> ${changed}`, `exec ${browser.path} "$@"`, '']
    await writeFile(script, lines.join('\n'))
    await chmod(script, 0o755)
    await change(join(home.manuscript, 'specimen', 'edition.yaml'), 'title: ', 'title: Another ')
    const build = () => runEdition(args('pdf'), {...environment, PUPPETEER_EXECUTABLE_PATH: script})
    const {code, stderr} = await build()
    expect(code).toBe(3)
    expect(stderr).toMatch(
      /structure\.yaml has changed while the edition was built; build again\. What was there is untouched\.\n$/,
    )
    expect(await readSet(home.out)).toEqual(old)
  })
})

describe('a full disk', () => {
  // A small file system in a name space of its own, which ends with the command.
  const rights = process.getuid?.() === 0 ? ['-m'] : ['-rm']
  const probe = ['sh', '-c', 'mount -t tmpfs -o size=64k none /tmp']
  const isPossible = spawnSync('unshare', [...rights, ...probe]).status === 0
  beforeEach(({skip}) => skip(!isPossible, 'no small disk can be mounted here, so none is full'))

  /** Kilobytes that EPUB and manifest take on a disk; another file is there already, and takes four. */
  let room = 0
  let list = 0
  beforeEach(async () => {
    if (room > 0) return
    const made = join(home.path, 'made')
    expect((await runEdition(buildOf({...home, out: made}))).code).toBe(0)
    const pages = async (name: string): Promise<number> =>
      Math.ceil((await stat(join(made, name))).size / 4096)
    room = 4 * (await pages('specimen.epub'))
    list = 4 * (await pages('specimen.manifest.json'))
  })

  test.each([
    ['before the first file is written', () => 8, 'specimen.epub'],
    ['in the middle of the EPUB', () => room / 2, 'specimen.epub'],
    ['at the manifest', () => room + 4, 'specimen.manifest.json'],
    ['at the list of what is to be put in place', () => room + 4 + list, 'out'],
  ])('%s: exit 3, one line that names the file, and the old set', async (_, size, name) => {
    await mkdir(home.out)
    const node = [process.execPath, join(project, 'scripts', 'edition.ts'), ...args('epub')]
    const lines = [
      `mount -t tmpfs -o size=${size()}k none ${home.out}`,
      `echo old > ${home.out}/specimen.epub`,
      `${node.join(' ')} 2>&1`,
      'echo "code $?"',
      `cd ${home.out} && ls -A && cat specimen.epub`,
    ]
    const {stdout} = await promisify(execFile)('unshare', [...rights, 'sh', '-c', lines.join('\n')])
    const [first, ...rest] = stdout.trimEnd().split('\n')
    expect(first).toContain(`${name} `)
    expect(first).toMatch(/cannot be written: the disk is full \(ENOSPC\)\. What was there is unt/)
    expect(rest).toEqual(['code 3', 'specimen.epub', 'old'])
  })

  test('for the browser that is unpacked: exit 3, and what to do', async () => {
    const cache = join(home.path, 'cache')
    await mkdir(cache)
    const node = [process.execPath, join(project, 'scripts', 'edition.ts'), ...args('pdf')]
    const lines = [
      // The folder of the project may not be written, and that of the user has no room.
      `mkdir -p ${project}/.cache && mount -t tmpfs -o size=64k,ro none ${project}/.cache`,
      `mount -t tmpfs -o size=30m none ${cache}`,
      `XDG_CACHE_HOME=${cache} ${node.join(' ')} 2>&1`,
      'echo "code $?"',
      `ls -A ${cache}/annotated-edition`,
    ]
    const stdout = execFileSync('unshare', [...rights, 'sh', '-c', lines.join('\n')]).toString()
    const [first, ...rest] = stdout.trimEnd().split('\n')
    expect(first).toMatch(
      /^The browser, .*\.cache: the disk is read-only \(EROFS\); nor into .*cache\/annotated-edition: the disk is full \(ENOSPC\)\. Make room/,
    )
    expect(rest).toEqual(['code 3'])
  })
})
