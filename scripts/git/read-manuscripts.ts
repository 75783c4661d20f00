import {readdir, readFile} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import {isAbsent} from '../../build/store/read-if-there.ts'
import {isRead} from '../../build/store/revision/read-revision.ts'
import {UsageError} from '../exit.ts'
import {show} from '../show.ts'
import type {NamedRevision} from './find-ends.ts'
import {listFiles} from './list-files.ts'
import type {Repository} from './open-repository.ts'
import {readContents} from './read-contents.ts'

/** The files of the manuscripts at a revision. */
export interface Manuscripts {
  /** Texts by their paths in the folder of the manuscripts. */
  readonly files: ReadonlyMap<string, string>
  /** The folder, when it is another one than that which was asked for. */
  readonly movedFrom: string | null
  /** How a message calls a file. */
  pathOf(path: string): string
}

/**
 * Read the files of a manuscript folder at two revisions.
 *
 * Shape: repository, the folder on disk, both revisions → their files; sources are not read. Where a revision has no
 * edition in the folder, the editions of the other one are looked for elsewhere in it, by their identifiers.
 * Throws: `UsageError` when neither has one.
 */
export async function readManuscripts(
  repository: Repository,
  manuscript: string,
  revisions: readonly [NamedRevision, NamedRevision],
): Promise<[Manuscripts, Manuscripts]> {
  const read = (one: NamedRevision): Promise<Manuscripts> =>
    one.id === null
      ? readFolder(manuscript)
      : readCommit(repository, one.name, one.id, repository.prefix, null)
  const [before, after] = await Promise.all([read(revisions[0]), read(revisions[1])])
  if (hasEdition(before) && hasEdition(after)) return [before, after]
  if (!hasEdition(before) && !hasEdition(after)) {
    const names = revisions.map(({name}) => `\`${name}\``).join(' nor ')
    throw new UsageError(
      `No edition in ${show(manuscript)}, neither at ${names}; name its folder with --manuscript.`,
    )
  }
  const elsewhere = async (one: Manuscripts, {name, id}: NamedRevision, other: Manuscripts) =>
    hasEdition(one) || id === null
      ? one
      : ((await findElsewhere(repository, name, id, other)) ?? one)
  return [
    await elsewhere(before, revisions[0], after),
    await elsewhere(after, revisions[1], before),
  ]
}

function hasEdition({files}: Manuscripts): boolean {
  return [...files.keys()].some((path) => /^[^/]+\/edition\.yaml$/.test(path))
}

async function readCommit(
  repository: Repository,
  name: string,
  commit: string,
  prefix: string,
  movedFrom: string | null,
): Promise<Manuscripts> {
  const listed = await listFiles(repository, commit, prefix)
  const wanted = [...listed].filter(([path]) => isRead(path))
  const texts = await readContents(
    repository,
    wanted.map(([, id]) => id),
  )
  const files = new Map(wanted.map(([path, id]) => [path, settle(texts.get(id) ?? '')] as const))
  return {files, movedFrom, pathOf: (path) => `${name}:${prefix}${path}`}
}

/** Find the folder that holds most of the editions of another revision. */
async function findElsewhere(
  repository: Repository,
  name: string,
  commit: string,
  other: Manuscripts,
): Promise<Manuscripts | undefined> {
  const identifiers = new Set(
    [...other.files].flatMap(([path, text]) => {
      return /^[^/]+\/edition\.yaml$/.test(path) ? identifierIn(text) : []
    }),
  )
  const listed = await listFiles(repository, commit, '')
  const editions = [...listed].filter(([path]) => /(?:^|\/)[^/]+\/edition\.yaml$/.test(path))
  const texts = await readContents(
    repository,
    editions.map(([, id]) => id),
  )
  const counts = new Map<string, number>()
  for (const [path, id] of editions) {
    const isOne = identifierIn(texts.get(id) ?? '').some((one) => identifiers.has(one))
    const folder = path.replace(/[^/]+\/edition\.yaml$/, '')
    if (isOne) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [best] = [...counts].sort(([a, one], [b, two]) => two - one || a.length - b.length)
  return best && readCommit(repository, name, commit, best[0], best[0])
}

function identifierIn(text: string): string[] {
  const [, identifier] = /^identifier:[ \t]*["']?([^"'\s]+)/m.exec(text) ?? []
  return identifier === undefined ? [] : [identifier]
}

async function readFolder(manuscript: string): Promise<Manuscripts> {
  const files = new Map<string, string>()
  for (const path of await pathsIn(manuscript)) {
    const name = relative(manuscript, path).split(sep).join('/')
    if (isRead(name)) files.set(name, settle(await readFile(path, 'utf8')))
  }
  return {files, movedFrom: null, pathOf: (path) => join(manuscript, path)}
}

async function pathsIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, {recursive: true, withFileTypes: true})
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

/** Line ends are those of the repository, whatever they are in a work tree. */
function settle(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
