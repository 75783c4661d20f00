import {cp, mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {setTimeout as pause} from 'node:timers/promises'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {recoverFiles} from '../../scripts/files/recover-files.ts'
import {change, freshSampler} from '../fresh-sampler.ts'
import {litterIn, readSet, strangersTo} from '../output-sets.ts'
import {runEdition, start, startEdition} from '../run-edition.ts'
import type {Running} from '../run-edition.ts'

const child = fileURLToPath(new URL('../commit-set.ts', import.meta.url))
const set = (content: string) => ({'a.epub': content, 'texts/b.md': content, 'c.json': content})

/** Numbers that look drawn at random, and are the same in each run. */
function draw(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

describe('a commit that is killed at each of its steps', () => {
  let folder: string
  let out: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edition-kill-'))
    out = join(folder, 'out')
  })
  afterEach(() => rm(folder, {recursive: true, force: true}))

  const run = async (...args: string[]): Promise<{steps: string[]; code: number | null}> => {
    const {code, stdout} = await start(child, [out, ...args]).result
    return {code, steps: stdout.split('\n').filter(Boolean)}
  }

  /** Each file is whole at any time; the first files of the order may be new already. */
  const expectWholeFiles = async (old: string | null): Promise<void> => {
    for (const [name, content] of Object.entries(await readSet(out))) {
      if (!name.startsWith('.')) expect([old, 'new']).toContain(content)
    }
  }

  /** What a commit begins over: a whole set, nothing, or a set without its last file. */
  const prepare = async (over: string): Promise<void> => {
    await rm(out, {recursive: true, force: true})
    for (const [name, content] of Object.entries(before(over))) {
      await mkdir(dirname(join(out, name)), {recursive: true})
      await writeFile(join(out, name), content)
    }
  }
  const before = (over: string) => ({
    ...(over === 'nothing' ? {} : {'a.epub': 'old', 'texts/b.md': 'old'}),
    ...(over === 'a set' ? {'c.json': 'old'} : {}),
  })

  test.each([
    ['a set', '-'],
    ['nothing', '-'],
    ['a part', '-'],
    ['a set', 'place 2'],
    ['nothing', 'place 2'],
    ['a part', 'keep 2'],
  ])('over %s, when the step that fails is %s', async (over, fail) => {
    await prepare(over)
    const {steps} = await run('new', '0', fail)
    expect(await readSet(out)).toEqual(fail === '-' ? set('new') : before(over))
    const seen = new Set<string>()
    for (const index of steps.keys()) {
      await prepare(over)
      const killed = await run('new', String(index + 1), fail)
      expect([killed.code, killed.steps.length]).toEqual([null, index + 1])
      await expectWholeFiles('old')
      await recoverFiles(out)
      const after = await readSet(out)
      const isNew = after['a.epub'] === 'new'
      expect(after, steps[index]).toEqual(isNew ? set('new') : before(over))
      seen.add(isNew ? 'new' : 'old')
    }
    console.log(`over ${over}, failing ${fail}: ${steps.length} kills, ${[...seen].join(', ')}`)
    expect(seen.has('old')).toBe(true)
  })

  test('and again while the next command finishes it', async () => {
    await prepare('a set')
    const {steps} = await run('new')
    let kills = 0
    for (let first = steps.indexOf('commit') + 2; first <= steps.length; first++) {
      for (let second = 1; ; second += 2) {
        await prepare('a set')
        await run('new', String(first))
        const finishing = await run('-', String(second))
        kills++
        await expectWholeFiles('old')
        await recoverFiles(out)
        expect(await readSet(out), `${first}, ${second}`).toEqual(set('new'))
        if (finishing.code === 0) break
      }
    }
    console.log(`${kills} kills of the command that finishes a commit`)
  })

  test('commands that write at the same time, some of them killed: a set of one of them', async () => {
    const random = draw(7)
    const running: Running[] = []
    for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
      running.push(start(child, [out, name, '0', '-', '40']))
    }
    for (const {child: process} of running.slice(0, 3)) {
      await pause(300 * random())
      process.kill('SIGKILL')
    }
    const results = await Promise.all(running.map(({result}) => result))
    expect(results.map(({stderr}) => stderr).join('')).toBe('')
    expect(results.map(({code}) => code).slice(3)).toEqual([0, 0, 0])
    await recoverFiles(out)
    const contents = Object.values(await readSet(out))
    expect(contents).toHaveLength(3)
    expect(new Set(contents).size).toBe(1)
  })
})

describe('builds', () => {
  const home = freshSampler()
  const args = (more: readonly string[] = []): string[] => [
    'build',
    ...['--manuscript', home.manuscript, '--out', home.out, '--only', 'epub', ...more],
  ]
  const entitle = (from: string, to: string): Promise<void> =>
    change(join(home.manuscript, 'sampler', 'edition.yaml'), `title: ${from}`, `title: ${to}`)

  test('killed at any moment: the set is the old or the new one after the next command', async () => {
    expect((await runEdition(args())).code).toBe(0)
    const old = await readSet(home.out)
    await cp(home.out, join(home.path, 'old'), {recursive: true})
    await entitle('', 'Another ')
    const begun = performance.now()
    expect((await runEdition(args())).code).toBe(0)
    const duration = performance.now() - begun
    const fresh = await readSet(home.out)
    expect(fresh['sampler.epub']).not.toBe(old['sampler.epub'])
    const random = draw(11)
    const seen = {old: 0, new: 0, cut: 0}
    for (let index = 0; index < 20; index++) {
      await rm(home.out, {recursive: true})
      await cp(join(home.path, 'old'), home.out, {recursive: true})
      const {child: process, result} = startEdition(args())
      if (index % 2 === 0) await pause(duration * random())
      else {
        // The end is the short part in which files are written.
        let isOver = false
        void result.then(() => (isOver = true))
        while (!isOver && (await litterIn(home.out)).length === 0) await pause(1)
        await pause(12 * random())
      }
      process.kill('SIGKILL')
      await result
      for (const [name, content] of Object.entries(await readSet(home.out))) {
        if (!name.startsWith('.')) expect([old[name], fresh[name]]).toContain(content)
      }
      if ((await litterIn(home.out)).length > 0) seen.cut++
      await recoverFiles(home.out)
      const after = await readSet(home.out)
      const isNew = after['sampler.epub'] === fresh['sampler.epub']
      expect(after).toEqual(isNew ? fresh : old)
      expect(await strangersTo(home.out, 'sampler.manifest.json')).toEqual([])
      seen[isNew ? 'new' : 'old']++
    }
    console.log(
      `20 kills: ${seen.old} left the old set, ${seen.new} the new one; ${seen.cut} left something for the next command`,
    )
    expect(Math.min(seen.old, seen.cut)).toBeGreaterThan(0)
    expect((await runEdition(args())).code).toBe(0)
    expect(await readSet(home.out)).toEqual(fresh)
  })

  test('four at once, of two states of the manuscript: each ends well, one set is there', async () => {
    const other = join(home.path, 'other')
    await cp(home.manuscript, other, {recursive: true})
    await change(join(other, 'sampler', 'edition.yaml'), 'title: ', 'title: Another ')
    const outs = await Promise.all(
      [[], ['--manuscript', other], [], ['--manuscript', other]].map((more) =>
        runEdition(args(more)),
      ),
    )
    expect(outs.map(({code}) => code)).toEqual([0, 0, 0, 0])
    expect(await strangersTo(home.out, 'sampler.manifest.json')).toEqual([])
    expect((await readdir(home.out)).toSorted()).toEqual(['sampler.epub', 'sampler.manifest.json'])
  })

  test('a command that is killed and whose folder is removed is no hindrance', async () => {
    await mkdir(home.out)
    const {child: process, result} = startEdition(args())
    await pause(200)
    process.kill('SIGKILL')
    await result
    await rm(home.out, {recursive: true})
    expect((await runEdition(args())).code).toBe(0)
    expect(await litterIn(home.out)).toEqual([])
  })
})
