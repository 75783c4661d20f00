import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {setTimeout as pause} from 'node:timers/promises'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {recoverFiles} from '../../scripts/files/recover-files.ts'
import {readSet} from '../output-sets.ts'
import {start} from '../run-edition.ts'
import type {Running} from '../run-edition.ts'

const child = fileURLToPath(new URL('../commit-set.ts', import.meta.url))
const set = (content: string) => ({'a.epub': content, 'texts/b.md': content, 'c.json': content})

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
  const expectWholeFiles = async (over: string): Promise<void> => {
    const there = await readSet(out)
    for (const [name, content] of Object.entries(there)) {
      if (!name.startsWith('.')) expect(['old', 'new']).toContain(content)
    }
    // None that was there is missing, even for a moment.
    expect(Object.keys(there)).toEqual(expect.arrayContaining(Object.keys(before(over))))
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
      await expectWholeFiles(over)
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
    for (let first = steps.indexOf('commit') + 2; first <= steps.length; first += 2) {
      for (let second = 1; ; second += 2) {
        await prepare('a set')
        await run('new', String(first))
        const finishing = await run('-', String(second))
        kills++
        await expectWholeFiles('a set')
        await recoverFiles(out)
        expect(await readSet(out), `${first}, ${second}`).toEqual(set('new'))
        if (finishing.code === 0) break
      }
    }
    console.log(`${kills} kills of the command that finishes a commit`)
  })

  test('a command that comes while another is in the middle: one set, then the other', async () => {
    const {child: first, result} = start(child, [out, 'first', '0', '-', '1', 'place 1'])
    await new Promise<void>((resolve) => {
      first.stdout?.on('data', (data: Buffer) => {
        if (data.toString().includes('place 1')) resolve()
      })
    })
    const second = await run('second')
    expect([(await result).code, second.code]).toEqual([0, 0])
    expect(await readSet(out)).toEqual(set('second'))
  })

  test('commands that write at the same time, some of them killed: a set of one of them', async () => {
    const running: Running[] = []
    for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
      running.push(start(child, [out, name, '0', '-', '100']))
    }
    for (const {child: process} of running.slice(0, 3)) {
      await pause(90)
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
