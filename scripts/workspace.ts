import {existsSync} from 'node:fs'
import {delimiter, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {listEditions, loadEdition} from '../build/store/load-edition.ts'
import type {LoadedEdition} from '../build/store/load-edition.ts'
import {loadText} from '../build/store/load-text.ts'
import type {LoadedText, MissingSource} from '../build/store/load-text.ts'
import type {Finding} from '../build/finding.ts'
import {writeWhole} from './files/write-whole.ts'
import type {EditedText, TextEdition} from '../build/model/edited-text.ts'
import type {Lines} from '../build/text/place.ts'
import {editText} from '../build/pipeline.ts'
import {isError} from '../build/finding.ts'
import {printFindings} from './report.ts'
import {show} from './show.ts'
import {exit, UsageError} from './exit.ts'
import {readFile} from 'node:fs/promises'
import {parseDocument} from 'yaml'

/** Where a command works. */
export interface Workspace {
  /** The folder of the manuscripts. */
  readonly manuscript: string
  /** Where outputs go. */
  readonly out: string
  /** Folders where sources may lie, in the order in which they are searched. */
  readonly sources: readonly string[]
}

/** The folder of the project. */
export const project: string = fileURLToPath(new URL('..', import.meta.url))

/** Settle the folders: options first, then the environment, then the usual places. */
export function openWorkspace(
  flags: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
): Workspace {
  const manuscript = resolve(String(flags['manuscript'] ?? join(project, 'manuscript')))
  const named = (flags['sources'] as string[] | undefined) ?? []
  for (const folder of named) {
    if (!existsSync(folder)) throw new UsageError(`No folder ${folder}, which --sources names.`)
  }
  const fromEnvironment = (environment['EDITION_SOURCES'] ?? '').split(delimiter).filter(Boolean)
  const sources = [
    ...[...named, ...fromEnvironment].map((folder) => resolve(folder)),
    join(manuscript, 'sources'),
    join(project, '..', 'shared', 'sources'),
  ]
  return {manuscript, out: resolve(String(flags['out'] ?? join(project, 'dist'))), sources}
}

/** Read an edition by name; a name that is none is a wrong call. */
export async function openEdition(
  workspace: Workspace,
  name: string,
  texts?: readonly string[],
): Promise<LoadedEdition> {
  const editions = await listEditions(workspace.manuscript)
  if (!editions.includes(name)) {
    const there = editions.length > 0 ? `there are: ${editions.join(', ')}` : 'there is none'
    throw new UsageError(`No edition \`${name}\` in ${show(workspace.manuscript)}; ${there}.`)
  }
  return loadEdition(workspace.manuscript, name, workspace.sources, texts)
}

/** A text of the manuscript: its edition, its id, its folder. */
export interface TextPlace {
  readonly edition: string
  readonly id: string
  readonly folder: string
}

/** All texts of all editions, in the order of the editions. */
export async function allTexts({manuscript}: Workspace): Promise<TextPlace[]> {
  const places: TextPlace[] = []
  for (const edition of await listEditions(manuscript)) {
    for (const id of await textsOf(join(manuscript, edition, 'edition.yaml'))) {
      places.push({edition, id, folder: join(manuscript, edition, 'texts', id)})
    }
  }
  return places
}

/** The edition a text belongs to, and the folder of the text. */
export async function findText(workspace: Workspace, name: string): Promise<TextPlace> {
  const [first, second] = name.split('/')
  const id = second ?? first ?? ''
  const places: TextPlace[] = []
  const known: string[] = []
  for (const edition of await listEditions(workspace.manuscript)) {
    const texts = await textsOf(join(workspace.manuscript, edition, 'edition.yaml'))
    known.push(...texts)
    if (second !== undefined && edition !== first) continue
    const folder = join(workspace.manuscript, edition, 'texts', id)
    if (texts.includes(id)) places.push({edition, id, folder})
  }
  const [place] = places
  if (!place) throw new UsageError(`No text \`${name}\`; there are: ${known.join(', ') || 'none'}.`)
  if (places.length > 1) {
    const names = places.map(({edition}) => `${edition}/${id}`).join(', ')
    throw new UsageError(`The text \`${name}\` stands in several editions; say which: ${names}.`)
  }
  return place
}

/** The ids of the texts that an edition.yaml lists, even when something in it is wrong. */
export async function textsOf(path: string): Promise<string[]> {
  const document = parseDocument(await readFile(path, 'utf8'), {schema: 'failsafe'})
  if (document.errors[0]) throw new UsageError(`${show(path)}: ${document.errors[0].message}`)
  const content: unknown = document.toJS()
  const texts = (content as {texts?: unknown} | null)?.texts
  const names = Array.isArray(texts) ? texts.map(String) : []
  return names.filter((name) => /^[a-z0-9][a-z0-9.-]*$/.test(name))
}

/** Read one text; its findings are printed, and those that fail it end the command. */
export async function openText(
  workspace: Workspace,
  name: string,
): Promise<{edition: LoadedEdition; text: EditedText; folder: string} | null> {
  const {edition: editionName, id, folder} = await findText(workspace, name)
  const edition = await openEdition(workspace, editionName, [id])
  for (const missing of edition.missing) throw new UsageError(explainMissing(missing, workspace))
  printFindings(edition.findings)
  const text = edition.texts.find((one) => one.id === id)
  return text && !edition.findings.some(isError) ? {edition, text, folder} : null
}

/** The source of a text, for verbs that write beside it. */
export interface OpenSource {
  readonly folder: string
  readonly value: string
  readonly lines: Lines
  readonly prefix: string
  readonly format: 'plain' | 'markdown'
  /** Write a file of the text, unless that would bring findings that were not there before. */
  write(path: string, content: string): Promise<void>
}

/** The errors of a text: of its files, and of what they make of it. */
export function errorsOf(loaded: LoadedText): Finding[] {
  const edited = loaded.text ? editAlone(loaded.text).findings : []
  return [...loaded.findings, ...edited].filter(isError)
}

/** The source of a text alone: enough to write records and marks, even beside faulty ones. */
export async function openSource(workspace: Workspace, name: string): Promise<OpenSource> {
  const {edition, id, folder} = await findText(workspace, name)
  const folders = [join(workspace.manuscript, edition, 'sources'), ...workspace.sources]
  const loaded = await loadText(folder, id, folders)
  if (loaded.missing) throw new UsageError(explainMissing(loaded.missing, workspace))
  if (!loaded.source || !loaded.config) {
    printFindings(loaded.findings)
    throw new UsageError(`The text \`${id}\` cannot be read.`)
  }
  const {value, lines} = loaded.source
  const {prefix, format} = loaded.config
  return {
    folder,
    value,
    lines,
    prefix,
    format,
    write: async (path, content) => {
      const before = errorsOf(loaded)
      const after = errorsOf(await loadText(folder, id, folders, new Map([[path, content]])))
      const added = after.filter((one) => !before.some((old) => old.reason === one.reason))
      if (added.length > 0) {
        printFindings(added)
        throw new UsageError('Nothing was written.')
      }
      await writeWhole(path, content)
    },
  }
}

/** Edit a text for a command that looks at one text alone. */
export function editAlone(text: EditedText): TextEdition {
  return editText(text, {numbering: 'per-text', notesBefore: 0})
}

/** Say which source is missing, how it is recognised, and where to put it. */
export function explainMissing(missing: MissingSource, workspace: Workspace): string {
  const {text, file, sha256, search} = missing
  const what =
    search.state === 'different'
      ? `${show(search.path)} is not the source of \`${text}\`: its SHA-256 is ${search.sha256}`
      : search.state === 'unreadable'
        ? `${show(search.path)}, which may be or hold the source of \`${text}\`, cannot be read: ${search.why}`
        : `The source of \`${text}\` (received as ${file}) is missing`
  const folder = show(join(workspace.manuscript, 'sources'))
  return `${what}; expected SHA-256 ${sha256}. Put the file, under any name, into ${folder}/ or name its folder with --sources.`
}

/**
 * Say what an edition lacks: whole when it was named, or a file is there that should be the source
 * and is not; in one line when the sources are just not there.
 *
 * Shape: → exit code.
 */
export function reportMissing(
  edition: LoadedEdition,
  workspace: Workspace,
  isNamed: boolean,
): number {
  if (isNamed || edition.missing.some(({search}) => search.state !== 'missing')) {
    for (const missing of edition.missing) console.error(explainMissing(missing, workspace))
    return exit.usage
  }
  const lacks = edition.missing.map((missing) => missing.file).join(', ')
  const folder = show(join(workspace.manuscript, 'sources'))
  console.log(
    `${edition.id}: not built, it lacks its sources (${lacks}); put them into ${folder}/ or name their folder with --sources.`,
  )
  return exit.fine
}
