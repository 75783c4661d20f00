import {randomUUID} from 'node:crypto'
import {chmodSync, existsSync, renameSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {decode} from '../../build/text/decode.ts'
import {firstEdition, firstText, slug} from '../first-files.ts'
import type {FirstSource, FirstText} from '../first-files.ts'
import {UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {makeOwnFolder} from '../files/own-folder.ts'
import {writeWhole} from '../files/write-whole.ts'
import {show} from '../show.ts'

/** `edition init`: begin an edition of some texts. */
export const init: Verb = {
  name: 'init',
  usage: 'EDITION FILE…',
  help: `Begins an edition: a folder with an edition.yaml and, for each FILE, a text that is pinned to it by
its hash. The files themselves are copied into the folder sources/ beside the editions; where that
is made anew, git ignores it. Whether a text is Markdown and how it prints its notes is guessed, and said; what cannot be guessed is filled
in as not yet known.`,
  options: {
    title: {type: 'string', value: 'T', help: 'title of the edition (default: its name)'},
  },
  async run({words, flags, workspace}) {
    const [name, ...files] = words
    if (!name || files.length === 0) throw new UsageError('Expected a name and some files.')
    if (name !== slug(name) || name === 'sources') {
      throw new UsageError(
        `\`${name}\` is no name for an edition: small letters, figures and strokes, and not \`sources\`; try \`${slug(name)}${name === 'sources' ? '-1' : ''}\`.`,
      )
    }
    const folder = join(workspace.manuscript, name)
    if (existsSync(folder)) throw new UsageError(`There is something at ${show(folder)} already.`)
    const texts: FirstText[] = []
    const copies = new Map<string, Buffer>()
    for (const path of files) {
      const source = await readSource(path)
      texts.push(firstText(source, texts))
      if (workspace.sources.includes(resolve(dirname(path)))) continue
      const place = join(workspace.manuscript, 'sources', source.file)
      const other = copies.get(place) ?? (await readIfThere(place))
      if (other && !other.equals(source.bytes)) {
        throw new UsageError(`Another file lies at ${show(place)}; name one of them anew.`)
      }
      copies.set(place, source.bytes)
    }
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
    const title = (flags['title'] as string | undefined) ?? name
    const made = {identifier: `urn:uuid:${randomUUID()}`, modified: now}
    const written = [
      ['edition.yaml', firstEdition(title, texts, made)] as const,
      ...texts.flatMap((text) => text.files),
    ]
    await copySources(join(workspace.manuscript, 'sources'), copies)
    const draft = makeOwnFolder(workspace.manuscript, '.init-')
    try {
      for (const [path, content] of written) await writeWhole(join(draft.path, path), content)
      chmodSync(draft.path, 0o755)
      // The edition is there at once, or not at all.
      renameSync(draft.path, folder)
    } finally {
      draft.remove()
    }
    for (const path of copies.keys()) console.log(show(path))
    for (const [path] of written) console.log(show(join(folder, path)))
    for (const {id, format, notes} of texts) {
      const series = notes.map(({references, bodies}) => `${references}/${bodies}`).join(', ')
      console.log(`${id}: ${format}, ${series === '' ? 'no notes found' : `notes ${series}`}`)
    }
    console.log(`Next: npm run check -- ${name}; it finds what does not fit, not every damage.`)
    return 0
  },
}

/** Files that hold a text and are none, by their first bytes. */
const containers: readonly (readonly [head: string, advice: string])[] = [
  [
    'PK\u0003\u0004',
    'an archive, such as a document of Word; save it as plain text (UTF-8) or Markdown first.',
  ],
  ['\u00D0\u00CF\u0011\u00E0', 'an old document of Word; save it as plain text (UTF-8) first.'],
  ['%PDF', 'a PDF; take its text out first, for example with pdftotext -layout.'],
]

/** A folder of sources that is made for them is one that git ignores. */
async function copySources(folder: string, copies: ReadonlyMap<string, Buffer>): Promise<void> {
  if (copies.size > 0 && !existsSync(folder)) await writeWhole(join(folder, '.gitignore'), '*\n')
  for (const [path, bytes] of copies) await writeWhole(path, bytes)
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  return existsSync(path) ? await readFile(path) : undefined
}

async function readSource(path: string): Promise<FirstSource & {readonly bytes: Buffer}> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read: ${error.message}`)
  })
  const other = containers.find(
    ([head]) => bytes.subarray(0, head.length).toString('latin1') === head,
  )
  if (other) throw new UsageError(`${path} is ${other[1]}`)
  const decoded = decode(bytes)
  if (!decoded.ok) {
    const how = 'if it is Latin-1: iconv -f latin1 -t utf-8 FILE > NEW'
    throw new UsageError(
      `${path}: byte ${decoded.byte} is not UTF-8; convert the file first (${how}).`,
    )
  }
  if (decoded.text.trim() === '') throw new UsageError(`${path} has no words.`)
  return {file: basename(path), bytes, value: decoded.text}
}
