import {mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile} from 'node:fs/promises'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {ToolError} from '../build/tool-error.ts'
import {commitFiles} from '../scripts/files/commit-files.ts'
import type {CommitOptions} from '../scripts/files/commit-files.ts'
import {makeOwnFolder} from '../scripts/files/own-folder.ts'
import {nameOwner, stateOfOwner} from '../scripts/files/owner.ts'
import {recoverFiles} from '../scripts/files/recover-files.ts'
import {writeWhole} from '../scripts/files/write-whole.ts'
import {litterIn, readSet} from './output-sets.ts'
import {start} from './run-edition.ts'

const child = fileURLToPath(new URL('commit-set.ts', import.meta.url))
let folder: string
let out: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-commit-'))
  out = join(folder, 'out')
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const set = (content: string) => ({'a.epub': content, 'texts/b.md': content, 'c.json': content})
const commit = (content: string, options?: CommitOptions): Promise<void> => {
  const files = Object.keys(set('')).map((name) => ({name, content}))
  return commitFiles(out, files, options)
}
const failAt = (where: string, code: string) => (step: string) => {
  if (step === where) throw Object.assign(new Error('as planted'), {code})
}
/** The name of an owner that cannot be asked after. */
const stranger = '1-1-00000000-00000000'
/** The name of an owner that ran here and does not any more: no process has this number. */
const gone = nameOwner().replace(/^\d+-\d+/, '999999999-1')

describe('a set of files', () => {
  test('is put in place, over another or where nothing was, and nothing else is left', async () => {
    for (const content of ['old', 'new']) {
      await commit(content)
      expect(await readSet(out)).toEqual(set(content))
    }
  })

  test.each(['keep 0', 'place 1', 'place 2'])(
    'is put back when a file cannot be written: %s',
    async (step) => {
      await commit('old')
      const failed = commit('new', {step: failAt(step, 'EBUSY')})
      await expect(failed).rejects.toThrow(ToolError)
      const name = Object.keys(set(''))[Number(step.slice(-1))] ?? ''
      await expect(failed).rejects.toThrow(
        `${name} cannot be written: another program has it open (EBUSY). What was there is untouched.`,
      )
      expect(await readSet(out)).toEqual(set('old'))
    },
  )

  test('is taken away again where nothing was before', async () => {
    await expect(commit('new', {step: failAt('place 2', 'EACCES')})).rejects.toThrow(
      'permission is denied',
    )
    expect(await readdir(out)).toEqual([])
  })

  test('is not put over a folder', async () => {
    await commit('old')
    await rm(join(out, 'c.json'))
    await mkdir(join(out, 'c.json', 'inside'), {recursive: true})
    await expect(commit('new')).rejects.toThrow('c.json cannot be written: a folder is there')
    expect(await readSet(out)).toEqual({'a.epub': 'old', 'texts/b.md': 'old'})
    expect(await litterIn(out)).toEqual([])
  })

  test('stays as it was when the commit is called off at the last moment', async () => {
    await commit('old')
    const confirm = (): Promise<void> => Promise.reject(new ToolError('not now'))
    await expect(commit('new', {confirm})).rejects.toThrow('not now')
    expect(await readSet(out)).toEqual(set('old'))
  })

  test('says when it cannot be put back, and the next command puts it back', async () => {
    await commit('old')
    const steps = [failAt('place 2', 'EBUSY'), failAt('put back 1', 'EIO')]
    const step = (what: string): void => steps.forEach((one) => one(what))
    const failed = commit('new', {step})
    await expect(failed).rejects.toThrow('nor could the files before it be put back')
    // Its owner runs still: this process.
    await expect(recoverFiles(out, {patience: {alive: 1, unknown: 1}})).rejects.toThrow(ToolError)
    await disown(nameOwner().split('-')[2] ?? '')
    expect(await recoverFiles(out)).toBe(true)
    expect(await readSet(out)).toEqual(set('old'))
  })
})

/** Have the commit belong to a process that is no more. */
async function disown(place: string): Promise<void> {
  const journal = join(out, '.commit')
  const owner = (await readdir(journal)).find((name) => name.startsWith('owner-')) ?? ''
  await rm(join(journal, owner))
  await writeFile(join(journal, `owner-999999999-1-${place}-00000000`), '')
}

describe('a commit that was killed', () => {
  // The number of a step and the content after the next command; gates try every step.
  test.each([
    ['before it is begun', 5, 'old'],
    ['after the first file', 8, 'new'],
  ])('%s: the set is whole after the next command', async (_, step, content) => {
    await commit('old')
    expect((await start(child, [out, 'new', String(step)]).result).code).toBe(null)
    await recoverFiles(out)
    expect(await readSet(out)).toEqual(set(content))
    await commit('third')
    expect(await readSet(out)).toEqual(set('third'))
  })

  test('on another machine: it has its time, then it is finished from here', async () => {
    await commit('old')
    await start(child, [out, 'new', '8']).result
    await disown('00000000')
    const waiting = recoverFiles(out, {patience: {alive: 1, unknown: 200}})
    expect((await readSet(out))['c.json']).toBe('old')
    expect(await waiting).toBe(true)
    expect(await readSet(out)).toEqual(set('new'))
  })

  test('what is no commit is not touched', async () => {
    await mkdir(join(out, '.commit', 'mine'), {recursive: true})
    await expect(commit('new')).rejects.toThrow('move it elsewhere')
    expect(await readdir(out)).toEqual(['.commit'])
  })

  test.each([
    ['leads out of the folder', {id: 'x', files: ['../victim']}],
    ['leads anywhere', {id: 'x', files: ['/tmp/victim']}],
    ['says nothing', null],
    ['lacks its files', {id: 'x'}],
  ])('a list that %s is refused, and nothing is written', async (_, list) => {
    const place = join(out, '.commit')
    await mkdir(place, {recursive: true})
    await writeFile(join(place, 'commit.json'), JSON.stringify(list))
    await writeFile(join(place, 'x-0.new'), 'bad')
    await writeFile(join(place, `owner-${gone}`), '')
    await writeFile(join(folder, 'victim'), 'good')
    await expect(recoverFiles(out)).rejects.toThrow('it is damaged')
    expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('good')
  })

  test('an empty folder of that name is in nobody’s way', async () => {
    await mkdir(join(out, '.commit'), {recursive: true})
    await commit('new')
    expect(await readSet(out)).toEqual(set('new'))
  })
})

describe('what belongs to whom', () => {
  test('a process knows itself, one that is gone, and one it cannot know', () => {
    expect([nameOwner(), gone, stranger, 'mine'].map(stateOfOwner)).toEqual([
      'alive',
      'gone',
      'unknown',
      null,
    ])
    expect(nameOwner()).not.toContain(hostname())
  })

  test('a number that was given to another process since is not taken for the old one', () => {
    const later = nameOwner().replace(/^(\d+)-\d+/, '$1-7')
    expect(stateOfOwner(later)).toBe('gone')
  })

  test('folders of commands that are no more are removed, those of others are not', async () => {
    const alive = makeOwnFolder(folder, 'draft-')
    const old = stranger.replace(/0$/, '1')
    for (const name of [gone, stranger, old, 'mine']) await mkdir(join(folder, `draft-${name}`))
    await utimes(join(folder, `draft-${old}`), 0, 0)
    const next = makeOwnFolder(folder, 'draft-')
    const left = [
      alive.path,
      next.path,
      ...[stranger, 'mine'].map((n) => join(folder, `draft-${n}`)),
    ]
    const names = (await readdir(folder)).map((name) => join(folder, name))
    expect(names.toSorted()).toEqual(left.toSorted())
    alive.remove()
    next.remove()
  })

  test('a file of the manuscript is written whole, and drafts of killed commands go', async () => {
    const path = join(folder, 'hits', 'a.tsv')
    await mkdir(join(folder, 'hits'))
    await writeFile(join(folder, 'hits', `.a.tsv.${gone}.tmp`), 'half')
    await writeWhole(path, 'whole')
    expect(await readSet(join(folder, 'hits'))).toEqual({'a.tsv': 'whole'})
  })
})
