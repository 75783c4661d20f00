import {execFileSync} from 'node:child_process'
import {cp, mkdir, mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, beforeEach} from 'vitest'
import {project} from '../../scripts/workspace.ts'
import {freshSpecimen} from '../fresh-specimen.ts'
import type {Home} from '../fresh-specimen.ts'

/** Run git in a folder, whatever the settings of whoever runs the tests. */
export function git(folder: string, args: readonly string[], input = ''): string {
  const own = ['user.name=Tester', 'user.email=tester@example.org', 'init.defaultBranch=main']
  const settings = [...own, 'commit.gpgSign=false', 'core.autocrlf=false', 'gc.auto=0']
  return execFileSync('git', ['-C', folder, ...settings.flatMap((one) => ['-c', one]), ...args], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: '2026-01-31T12:00:00Z',
      GIT_COMMITTER_DATE: '2026-01-31T12:00:00Z',
    },
  }).trimEnd()
}

/** A repository with a copy of the specimen in `manuscript`, committed as `main`. */
export interface GitHome extends Home {
  git(...args: string[]): string
  /** Commit all that is there. */
  commit(message?: string): void
  /** Change a file of the manuscripts; what is changed must be there. */
  change(path: string, from: string, to: string): Promise<void>
  /** Write a file of the manuscripts. */
  write(path: string, text: string): Promise<void>
  read(path: string): Promise<string>
  remove(path: string): Promise<void>
  move(from: string, to: string): Promise<void>
}

/** Give each test of a file such a repository of its own. */
export function gitHome(): GitHome {
  const home = freshSpecimen()
  const at = (path: string): string => join(home.manuscript, path)
  const own: Omit<GitHome, keyof Home> = {
    git: (...args) => git(home.path, args),
    commit: (message = 'a change') => {
      git(home.path, ['add', '--all'])
      git(home.path, ['commit', '--quiet', '--allow-empty', '--message', message])
    },
    change: async (path, from, to) => {
      const text = await readFile(at(path), 'utf8')
      if (!text.includes(from)) throw new Error(`${path} does not have: ${from}`)
      await writeFile(
        at(path),
        text.replace(from, () => to),
      )
    },
    write: async (path, text) => {
      await mkdir(dirname(at(path)), {recursive: true})
      await writeFile(at(path), text)
    },
    read: (path) => readFile(at(path), 'utf8'),
    remove: (path) => rm(at(path), {recursive: true}),
    move: async (from, to) => {
      await mkdir(dirname(at(to)), {recursive: true})
      await rename(at(from), at(to))
    },
  }
  let first = ''
  beforeAll(async () => {
    first = await mkdtemp(join(tmpdir(), 'edition-git-'))
    git(first, ['init', '--quiet'])
    await cp(join(project, 'manuscript/specimen'), join(first, 'manuscript/specimen'), {
      recursive: true,
    })
    git(first, ['add', '--all'])
    git(first, ['commit', '--quiet', '--message', 'specimen'])
  })
  beforeEach(() => cp(join(first, '.git'), join(home.path, '.git'), {recursive: true}))
  afterAll(() => rm(first, {recursive: true}))
  return Object.assign(home, own)
}
