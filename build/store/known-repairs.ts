import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {cachedDataVersionTag} from 'node:v8'
import type {Repairs} from '../repair/hit.ts'
import type {Format, Guards} from '../repair/look.ts'
import {repairText} from '../repair/repair-text.ts'
import {sha256} from '../text/digest.ts'
import {languageTable, loadLanguage} from './load-language.ts'

/** What the rules find in a text, and the version of the table of words they found it with. */
export interface KnownRepairs {
  readonly repairs: Repairs
  readonly version: string
}

/** What was found before, a file a text; it may go at any time. */
const cache = fileURLToPath(new URL('../../.cache/repairs', import.meta.url))
/** The code that finds it. */
const code = ['../repair/', '../text/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
/** How many answers are kept: the last ones. */
const kept = 64

/**
 * Find the damage of a text, or say what was found in the same text by the same code.
 *
 * A short command would spend half of its time on finding again what it found a second ago. The key is a
 * hash of all that the answer depends on: code, table of words, text, format, guards. A folder that cannot
 * be used is no error: all is found again.
 */
export async function knownRepairs(
  source: string,
  format: Format,
  guards: Guards,
  folder: string = cache,
): Promise<KnownRepairs> {
  engine ??= digestEngine()
  const words = [...guards.words].toSorted()
  const path = join(folder, `${sha256(JSON.stringify([await engine, source, format, words]))}.json`)
  const known = await read(path)
  if (known) return known
  const language = await loadLanguage()
  const found = {
    repairs: repairText(source, {format, language, guards}),
    version: language.version,
  }
  await keep(folder, path, found)
  return found
}

let engine: Promise<string> | undefined

/** A hash of the code of the rules, of their table, and of what runs them. */
async function digestEngine(): Promise<string> {
  const files: string[] = [fileURLToPath(languageTable)]
  for (const path of code) {
    const names = await readdir(path, {recursive: true})
    files.push(...names.filter((name) => name.endsWith('.ts')).map((name) => join(path, name)))
  }
  const hashes = files.toSorted().map(async (file) => [file, sha256(await readFile(file))] as const)
  return sha256(JSON.stringify([cachedDataVersionTag(), ...(await Promise.all(hashes))]))
}

async function read(path: string): Promise<KnownRepairs | null> {
  try {
    const text = await readFile(path, 'utf8')
    // The first line says what the rest should be: a file that was cut short is not believed.
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    if (sha256(body) !== text.slice(0, end)) return null
    return JSON.parse(body) as KnownRepairs
  } catch {
    return null
  }
}

async function keep(folder: string, path: string, found: KnownRepairs): Promise<void> {
  const body = JSON.stringify(found)
  const staged = `${path}.new`
  try {
    await mkdir(folder, {recursive: true})
    // Two commands that write it at once write the same; what is torn is not believed.
    await writeFile(staged, `${sha256(body)}\n${body}`)
    await rename(staged, path)
    await forgetOldest(folder)
  } catch {
    await rm(staged, {force: true}).catch(() => undefined)
  }
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.length <= kept) return
  const ages = await Promise.all(
    names.map(async (name) => ({name, found: (await stat(join(folder, name))).mtimeMs})),
  )
  const oldest = ages.toSorted((a, b) => b.found - a.found).slice(kept)
  await Promise.all(oldest.map(({name}) => rm(join(folder, name), {force: true})))
}
