import {randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {decode} from '../../build/text/decode.ts'
import {firstEdition, firstText, slug} from '../first-files.ts'
import type {FirstSource, FirstText} from '../first-files.ts'
import {UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {writeWhole} from '../files/write-whole.ts'
import {show} from '../show.ts'

/** `edition init`: begin an edition of some texts. */
export const init: Verb = {
  name: 'init',
  usage: 'EDITION FILE…',
  help: `Begins an edition: a folder with an edition.yaml and, for each FILE, a text that is pinned to it by
its hash. The files themselves are copied into the folder of sources, which git ignores. Whether a
text is Markdown and how it prints its notes is guessed, and said; what cannot be guessed is filled
in as not yet known.`,
  options: {
    title: {type: 'string', value: 'T', help: 'title of the edition (default: its name)'},
  },
  async run({words, flags, workspace}) {
    const [name, ...files] = words
    if (!name || files.length === 0) throw new UsageError('Expected a name and some files.')
    if (name !== slug(name)) {
      throw new UsageError(`\`${name}\` is no name of small letters, figures and strokes.`)
    }
    const folder = join(workspace.manuscript, name)
    if (existsSync(folder)) throw new UsageError(`There is something at ${show(folder)} already.`)
    const texts: FirstText[] = []
    const copies: (readonly [path: string, bytes: Uint8Array])[] = []
    for (const path of files) {
      const source = await readSource(path)
      texts.push(firstText(source, texts))
      const place = join(workspace.manuscript, 'sources', source.file)
      const isThere = workspace.sources.includes(resolve(dirname(path)))
      if (!isThere && existsSync(place) && !(await readFile(place)).equals(source.bytes)) {
        throw new UsageError(`Another file lies at ${show(place)}; name one of them anew.`)
      }
      if (!isThere) copies.push([place, source.bytes])
    }
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
    const title = (flags['title'] as string | undefined) ?? name
    const made = {identifier: `urn:uuid:${randomUUID()}`, modified: now}
    const written = [
      ['edition.yaml', firstEdition(title, texts, made)] as const,
      ...texts.flatMap((text) => text.files),
    ].map(([path, content]) => [join(folder, path), content] as const)
    // edition.yaml comes last: without it there is no edition.
    for (const [path, content] of [...copies, ...written.toReversed()]) {
      await writeWhole(path, content)
      console.log(show(path))
    }
    for (const {id, format, notes} of texts) {
      const series = notes.map(({references, bodies}) => `${references}/${bodies}`).join(', ')
      console.log(`${id}: ${format}, ${series === '' ? 'no notes found' : `notes ${series}`}`)
    }
    console.log(`Next: fill in what is not yet known, then \`npm run check -- ${name}\`.`)
    return 0
  },
}

async function readSource(path: string): Promise<FirstSource & {readonly bytes: Buffer}> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read: ${error.message}`)
  })
  const decoded = decode(bytes)
  if (!decoded.ok) {
    throw new UsageError(`${path}: byte ${decoded.byte} is not UTF-8; convert the file first.`)
  }
  return {file: basename(path), bytes, value: decoded.text}
}
