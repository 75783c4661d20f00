import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect} from 'vitest'
import {runEdition} from './run-edition.ts'
import type {Result} from './run-edition.ts'

const specimen = fileURLToPath(new URL('../manuscript/specimen', import.meta.url))

/** Where a test works: a folder with a copy of the specimen in `manuscript`. */
export interface Home {
  readonly path: string
  readonly manuscript: string
  readonly out: string
}

/** Give each test of a file a copy of the specimen of its own. */
export function freshSpecimen(): Home {
  const home = {path: '', manuscript: '', out: ''}
  beforeEach(async () => {
    home.path = await mkdtemp(join(tmpdir(), 'edition-'))
    home.manuscript = join(home.path, 'manuscript')
    home.out = join(home.path, 'out')
    await cp(specimen, join(home.manuscript, 'specimen'), {recursive: true})
  })
  afterEach(() => rm(home.path, {recursive: true, force: true}))
  return home
}

/** Run the command line on a copy of the specimen. */
export function editionIn(home: Home): (...args: string[]) => Promise<Result> {
  return (...args) => runEdition([...args, '--manuscript', home.manuscript])
}

/** The words of a command that builds one kind of file of a copy of the specimen. */
export function buildOf({manuscript, out}: Home, only: 'epub' | 'pdf' = 'epub'): string[] {
  return ['build', '--manuscript', manuscript, '--out', out, '--only', only]
}

/** Change a file; what is changed must be there. */
export async function change(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}
