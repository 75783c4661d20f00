import {spawnSync} from 'node:child_process'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {git} from '../review/git-home.ts'
import type {FileKind} from '../../build/store/canonical-yaml.ts'
import {formatYaml} from '../../build/store/canonical-yaml.ts'
import {apply, filesOf, numbersFrom, sidesOf, stateOfText} from '../review/merge-sides.ts'
import type {Files} from '../review/merge-sides.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-merges-'))
  git(folder, ['init', '--quiet'])
})
afterAll(() => rm(folder, {recursive: true}))

/** Git merges without a work tree since 2.38. */
const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(git('.', ['--version'])) ?? []
const canMerge = Number(major) > 2 || (major === '2' && Number(minor) >= 38)
beforeEach(({skip}) => skip(!canMerge, `git ${major}.${minor} cannot merge without a work tree`))

/** A merge that is to be tried: its name, and three states of the files. */
interface Merge {
  readonly name: string
  readonly base: Files
  readonly ours: Files
  readonly theirs: Files
}

/** Commit the three states of each merge, all in one run of git. */
function commitAll(merges: readonly Merge[]): void {
  let mark = 0
  const commit = (branch: string, files: Files, from: number | null): string => {
    const all = Object.entries(files).map(([path, text]) => {
      return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
    })
    const parent = from === null ? '' : `from :${from}\n`
    const head = `commit refs/heads/${branch}\nmark :${++mark}\ncommitter T <t@example.org> 0 +0000\n`
    return `${head}data 0\n${parent}${all.join('')}\n`
  }
  const stream = merges.flatMap(({name, base, ours, theirs}) => {
    const first = commit(`${name}/base`, base, null)
    const from = mark
    return [first, commit(`${name}/ours`, ours, from), commit(`${name}/theirs`, theirs, from)]
  })
  git(folder, ['fast-import', '--quiet'], stream.join(''))
}

/** Merge without a work tree; the tree that comes out, or `null` when there is a conflict. */
function merge(name: string): string | null {
  const args = ['-C', folder, 'merge-tree', '--write-tree', `${name}/ours`, `${name}/theirs`]
  const {status, stdout} = spawnSync('git', args, {encoding: 'utf8'})
  expect([0, 1]).toContain(status)
  return status === 0 ? stdout.trim() : null
}

/** The files of trees, in one run of git. */
function read(trees: readonly (readonly [tree: string, paths: readonly string[]])[]): Files[] {
  const names = trees.flatMap(([tree, paths]) => paths.map((path) => `${tree}:${path}\n`))
  const args = ['-C', folder, 'cat-file', '--batch']
  const {stdout} = spawnSync('git', args, {input: names.join(''), maxBuffer: 1 << 28})
  let at = 0
  return trees.map(([, paths]) =>
    Object.fromEntries(
      paths.map((path) => {
        const end = stdout.indexOf('\n', at)
        const size = Number(stdout.subarray(at, end).toString().split(' ')[2])
        at = end + 1 + size + 1
        return [path, stdout.subarray(end + 1, end + 1 + size).toString()]
      }),
    ),
  )
}

const kinds: Readonly<Record<string, FileKind>> = {
  'corrections.yaml': 'corrections',
  'structure.yaml': 'structure',
}

test('200 of 200 merges of two editors and two reviewers are without conflict, and canonical', async () => {
  const texts = await Promise.all(['ligature', 'footnote', 'names'].map(stateOfText))
  const merges = Array.from({length: 200}, (_, seed) => {
    const {base, ours, theirs} = sidesOf(texts[seed % texts.length]!, numbersFrom(seed))
    return {
      name: `m${seed}`,
      base: filesOf(base),
      ours: filesOf(apply(base, ours)),
      theirs: filesOf(apply(base, theirs)),
      union: filesOf(apply(base, [...ours, ...theirs])),
    }
  })
  // Both sides change records, in the same file.
  const isBoth = merges.filter(({base, ours, theirs}) =>
    [ours, theirs].every((one) => one['corrections.yaml'] !== base['corrections.yaml']),
  )
  expect(isBoth.length).toBeGreaterThan(190)
  commitAll(merges)
  const trees = merges.map(({name}) => merge(name))
  expect(trees.filter((tree) => tree === null)).toHaveLength(0)
  const merged = read(
    merges.map(({union}, index) => [trees[index] ?? '', Object.keys(union)] as const),
  )
  const wrong = merges.filter(({union}, index) => {
    return Object.entries(union).some(([path, text]) => merged[index]?.[path] !== text)
  })
  expect(wrong.map(({name}) => name)).toEqual([])
  // It is the one form of these files; to write all of them would take half a minute.
  for (const {union} of merges.filter((_, index) => index % 20 < 3)) {
    for (const [path, text] of Object.entries(union)) {
      const kind = kinds[path] ?? 'review'
      expect(formatYaml(path, text, kind).text).toBe(text)
    }
  }

  // What git says without a work tree, it says with one.
  git(folder, ['checkout', '--quiet', 'm0/ours'])
  git(folder, ['merge', '--quiet', '--no-edit', 'm0/theirs'])
  for (const [path, text] of Object.entries(merges[0]?.union ?? {})) {
    expect(await readFile(join(folder, path), 'utf8')).toBe(text)
  }
})

test('a conflict is counted: both change a record, or speak under one name', async () => {
  const {state, judged} = await stateOfText('ligature')
  const files = filesOf(state)
  const replace = (name: string, from: string, to: string): Files => {
    const text = files[name] ?? ''
    expect(text).toContain(from)
    return {...files, [name]: text.replace(from, to)}
  }
  const say = (verdict: string): Files => ({
    ...files,
    'reviews/anna.yaml': `${judged[0]?.id}:\n  verdict: ${verdict}\n  of: ${judged[0]?.of}\n`,
  })
  const record = (reading: string): Files =>
    replace('corrections.yaml', 'reading: "file"', `reading: "${reading}"`)
  const mark = (depth: string): Files =>
    replace(
      'structure.yaml',
      'digest: 8a13f0ba\n    depth: 2',
      `digest: 8a13f0ba\n    depth: ${depth}`,
    )
  const both = {
    record: [record('filet'), record('fillet')],
    mark: [mark('3'), mark('4')],
    verdict: [say('accept'), say('reject')],
    none: [record('filet'), mark('3')],
  } as const
  commitAll(
    Object.entries(both).map(([name, [ours, theirs]]) => {
      return {name: `c-${name}`, base: files, ours, theirs}
    }),
  )
  const conflicts = Object.keys(both).filter((name) => merge(`c-${name}`) === null)
  expect(conflicts).toEqual(['record', 'mark', 'verdict'])
})
