import {randomUUID} from 'node:crypto'
import {chmodSync, existsSync, renameSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {readIfThere} from '../../build/store/read-if-there.ts'
import {firstEdition, firstText, slug} from '../first-files.ts'
import type {FirstSource, FirstText} from '../first-files.ts'
import {readFirstSource} from '../read-first-source.ts'
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
is made anew, git ignores it. Whether a text is Markdown and how it prints its notes is guessed, and
said; what cannot be guessed is filled in as not yet known.`,
  options: {
    title: {type: 'string', value: 'T', help: 'title of the edition (default: its name)'},
  },
  async run({words, flags, workspace}) {
    const [name, ...files] = words
    if (!name || files.length === 0) throw new UsageError('Expected a name and some files.')
    if (name !== slug(name)) {
      const reason = `\`${name}\` is no name of small letters, figures and strokes; try \`${slug(name)}\`.`
      throw new UsageError(reason)
    }
    if (name === 'sources') throw new UsageError('`sources` is the folder of the sources.')
    const folder = join(workspace.manuscript, name)
    if (existsSync(folder)) throw new UsageError(`There is something at ${show(folder)} already.`)
    const texts: FirstText[] = []
    const copies = new Map<string, FirstSource>()
    for (const path of files) {
      const source = await readFirstSource(path)
      texts.push(await firstText(source, texts))
      if (workspace.sources.includes(resolve(dirname(path)))) continue
      const place = join(workspace.manuscript, 'sources', source.file)
      const there = copies.get(place)?.value ?? (await readIfThere(place))
      if (there !== null && there !== source.value) {
        throw new UsageError(`Another file lies at ${show(place)}; name one of them anew.`)
      }
      copies.set(place, source)
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
    for (const {id, guessed} of texts) {
      const {format, notes} = guessed
      const series = notes.map(({references, bodies}) => `${references}/${bodies}`).join(', ')
      console.log(`${id}: ${format}, ${series === '' ? 'no notes found' : `notes ${series}`}`)
    }
    console.log(`Next: npm run check -- ${name}; it finds what does not fit, not every damage.`)
    return 0
  },
}

/** A folder of sources that is made for them is one that git ignores. */
async function copySources(
  folder: string,
  copies: ReadonlyMap<string, FirstSource>,
): Promise<void> {
  if (copies.size > 0 && !existsSync(folder)) await writeWhole(join(folder, '.gitignore'), '*\n')
  for (const [path, {bytes}] of copies) await writeWhole(path, bytes)
}
