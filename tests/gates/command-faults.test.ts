import {existsSync} from 'node:fs'
import {chmod, chown, mkdir, open, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {beforeEach, describe, expect, test} from 'vitest'
import {findSource} from '../../build/store/find-sources.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {unpackBrowser} from '../../build/pdf/browser/unpack-browser.ts'
import {ToolError} from '../../build/tool-error.ts'
import {checkUnchanged} from '../../scripts/check-unchanged.ts'
import {readOutputFlags} from '../../scripts/output-options.ts'
import {project} from '../../scripts/workspace.ts'
import {buildOf, change, freshSpecimen} from '../fresh-specimen.ts'
import {litterIn, readSet, strangersTo} from '../output-sets.ts'
import {runEdition, start, startEdition} from '../run-edition.ts'

const home = freshSpecimen()
const file = (...names: string[]): string => join(home.manuscript, 'specimen', ...names)
const build = (...more: string[]): string[] => [...buildOf(home), ...more]
/** Root may read and write everything, so that another user has to try. */
const nobody = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {}
const isTesting = process.platform !== 'win32'
const noModes = 'Windows has no modes of files, and no signals'

/** Let the user who is to try have the folder of the test, but not what is in the way. */
async function open755(): Promise<void> {
  await chmod(home.path, 0o755)
}

function expectLine(stderr: string, words: string): void {
  expect(stderr).toContain(words)
  expect(stderr).not.toMatch(/^\s+at /m)
}

describe('where nothing can be written', () => {
  beforeEach(({skip}) => skip(!isTesting, noModes))

  test('a folder that may not be written: exit 3, one line that says so', async () => {
    await mkdir(home.out)
    await writeFile(join(home.out, 'specimen.epub'), 'old')
    await chmod(home.out, 0o555)
    await open755()
    const {code, stderr} = await runEdition(build(), {}, nobody)
    await chmod(home.out, 0o755)
    expect([code, await readSet(home.out)]).toEqual([3, {'specimen.epub': 'old'}])
    expectLine(stderr, 'out cannot be written: permission is denied (EACCES). What was there is')
  })

  test('a folder in the place of the manifest: the old EPUB stays', async () => {
    await mkdir(join(home.out, 'specimen.manifest.json'), {recursive: true})
    await writeFile(join(home.out, 'specimen.epub'), 'old')
    const {code, stderr, stdout} = await runEdition(build())
    expect([code, stdout, await readSet(home.out)]).toEqual([3, '', {'specimen.epub': 'old'}])
    expectLine(stderr, 'specimen.manifest.json cannot be written: a folder is there')
  })

  test('a file of the manuscript that may not be read is not taken for an empty one', async () => {
    const path = file('texts', 'ligature', 'corrections.yaml')
    const {uid = -1, gid = -1} = nobody
    await chown(path, uid, gid)
    await chmod(path, 0)
    await open755()
    const verbs = [build(), ['fmt', '--manuscript', home.manuscript]]
    for (const args of verbs) {
      const {code, stderr} = await runEdition(args, {}, nobody)
      expect(code).toBe(3)
      expectLine(stderr, 'corrections.yaml cannot be used: permission is denied (EACCES).')
    }
  })
})

test('what a killed command had begun is finished by the next build, even one that fails', async () => {
  const script = fileURLToPath(new URL('../commit-set.ts', import.meta.url))
  await start(script, [home.out, 'new', '8']).result
  expect(await litterIn(home.out)).toContain('.commit')
  const {code, stderr} = await runEdition(build('no-such-edition'))
  expect(code).toBe(2)
  expect(stderr).toMatch(/out: finished what a build had begun to write\.\nNo edition/)
  expect(await readSet(home.out)).toEqual({'a.epub': 'new', 'texts/b.md': 'new', 'c.json': 'new'})
})

describe('sources', () => {
  const wanted = {sha256: 'f'.repeat(64), bytes: 3, file: 'footnote.md'}

  test('another file of the right name is never passed over: exit 2 without being named', async () => {
    await change(file('sources', 'footnote.md'), 'corks', 'apples')
    const {code, stderr, stdout} = await runEdition(build())
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /footnote\.md is not the source of `footnote`: its SHA-256 is [0-9a-f]{64};/,
    )
  })

  test('a link that leads nowhere, and a folder that is none, are not there', async () => {
    const folders = [join(home.path, 'nowhere'), file('sources', 'footnote.md')]
    expect(await findSource(folders, wanted)).toEqual({state: 'missing'})
  })

  test('one that may not be read is named: exit 2', async ({skip}) => {
    skip(!isTesting, noModes)
    const path = file('sources', 'footnote.md')
    const {uid = -1, gid = -1} = nobody
    await chown(path, uid, gid)
    await chmod(path, 0)
    await open755()
    const {code, stderr} = await runEdition(build(), {}, nobody)
    expect(code).toBe(2)
    expectLine(
      stderr,
      'the source of `footnote`, cannot be read: permission is denied (EACCES); exp',
    )
  })

  test('what was read must still be there, unchanged, before anything is put in place', async () => {
    const load = () => loadEdition(home.manuscript, 'specimen', [])
    const edition = await load()
    await checkUnchanged(edition)
    await change(file('texts', 'ligature', 'structure.yaml'), 'why:', 'why: ')
    await expect(checkUnchanged(edition)).rejects.toThrow(
      /structure\.yaml has changed while the edition was built; build again\./,
    )
    const again = await load()
    await rm(file('sources', 'footnote.md'))
    await expect(checkUnchanged(again)).rejects.toThrow(/footnote\.md, .* is gone; build again\./)
    await expect(checkUnchanged(again)).rejects.toThrow(ToolError)
  })
})

describe('standard output', () => {
  test('that nobody reads to its end: no trace, and the whole set', async () => {
    const {child, result} = startEdition(build())
    child.stdout?.destroy()
    const {code, stderr} = await result
    expect([code, await strangersTo(home.out, 'specimen.manifest.json')]).toEqual([0, []])
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  const hasFull = existsSync('/dev/full')
  test('on a full disk: exit 3, one line', async ({skip}) => {
    skip(!hasFull, 'there is no /dev/full, so no standard output is full')
    const full = await open('/dev/full', 'w')
    const {code, stderr} = await runEdition(['help'], {}, {stdio: ['ignore', full.fd, 'pipe']})
    await full.close()
    expect([code, stderr]).toEqual([3, 'write failed: the disk is full (ENOSPC).\n'])
  })
})

describe('a signal', () => {
  beforeEach(({skip}) => skip(!isTesting, noModes))

  test('SIGINT: exit 130 at once, one line, nothing left', async () => {
    // It stands for a browser, says that it was started, and never answers.
    const path = join(home.path, 'browser')
    const temporary = join(home.path, 'temporary')
    await mkdir(temporary)
    await writeFile(path, `#!/bin/sh\necho $$ > ${home.path}/started\nexec sleep 600\n`)
    await chmod(path, 0o755)
    const args = buildOf(home, 'pdf')
    const {child, result} = startEdition(args, {
      PUPPETEER_EXECUTABLE_PATH: path,
      TMPDIR: temporary,
    })
    while (!existsSync(join(home.path, 'started'))) await pause(10)
    expect((await readdir(temporary))[0]).toMatch(/^annotated-edition-\d+-/)
    child.kill('SIGINT')
    const {code, stderr} = await result
    expect([code, stderr]).toEqual([130, 'Interrupted; nothing is half written.\n'])
    expect([await litterIn(home.out), await readdir(temporary)]).toEqual([[], []])
  })
})

describe('unpacking the browser', () => {
  const {machine} = readOutputFlags({}).pdf
  /** A machine on which some folders cannot be written. */
  const refusing = (codes: Readonly<Record<string, string>>) => ({
    ...machine,
    caches: ['project', 'user'].map((name) => join(home.path, name)),
    makeFolder: (parent: string, prefix: string) => {
      const code = codes[parent.slice(home.path.length + 1)]
      if (code !== undefined) throw Object.assign(new Error(code), {code})
      return machine.makeFolder(parent, prefix)
    },
  })
  const isPacked = machine.platform === 'linux' && machine.arch === 'x64'
  beforeEach(({skip}) => skip(!isPacked, 'no browser is packed for this system'))

  test('where the project may not be written, the user has a folder', async () => {
    const {version} = JSON.parse(
      await readFile(join(project, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
    ) as {version: string}
    await mkdir(join(home.path, 'user', `chromium-${version}`), {recursive: true})
    const browser = await unpackBrowser(refusing({project: 'EROFS'}))
    expect(browser?.path).toBe(join(home.path, 'user', `chromium-${version}`, 'chromium'))
  })

  test('where neither may be written, both are named, and ways out', async () => {
    const failed = unpackBrowser(refusing({project: 'EROFS', user: 'EACCES'}))
    await expect(failed).rejects.toThrow(ToolError)
    await expect(failed).rejects.toThrow(
      /project: the disk is read-only \(EROFS\); nor into .*user: permission is denied .*XDG_CACHE_HOME/,
    )
  })

  test('on a full disk nothing else is tried', async () => {
    const failed = unpackBrowser(refusing({project: 'ENOSPC'}))
    await expect(failed).rejects.toThrow(/into .*project: the disk is full \(ENOSPC\)\. Make room/)
    expect(await readdir(home.path)).toEqual(['manuscript'])
  })
})
