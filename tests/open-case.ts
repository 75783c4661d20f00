import {createHash} from 'node:crypto'
import {cp, mkdtemp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {parse, stringify} from 'yaml'
import {loadEdition} from '../build/store/load-edition.ts'
import type {LoadedEdition} from '../build/store/load-edition.ts'
import {loadText} from '../build/store/load-text.ts'
import {formatFinding} from '../scripts/report.ts'
import type {Finding} from '../build/finding.ts'

/** What a case need not say: an edition and a text that are right. */
const edition = {
  title: 'A Case',
  identifier: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  language: 'en',
  modified: '2026-01-31T12:00:00Z',
  description: 'One text, for a test.',
  rights: 'Written for this project.',
  texts: ['case'],
}
const text = {
  title: 'The Case',
  authors: [{name: 'A. Tester', fileAs: 'Tester, A.'}],
  language: 'en',
  published: 'Nowhere.',
  prefix: 'c',
  source: {
    sha256: 'SHA256',
    bytes: 'BYTES',
    file: 'source',
    obtained: 'Written here.',
    collated: 'true',
  },
  format: 'markdown',
  pagination: {status: 'none', evidence: 'It was never printed.'},
  rights: {holder: 'A. Tester', statement: 'Free to use.', redistribute: 'true'},
  state: 'As good as new.',
}

/**
 * Make a manuscript of a case folder.
 *
 * A case holds `source` (any ending); the files of a text and of an edition as an editor writes them, but that
 * `names.yaml` is that of the edition and `decisions.yaml` that of the text; `text.yaml` and `edition.yaml` with only what differs, or whole when they begin
 * with `# whole`. `SHA256` and `BYTES` stand for those of the source.
 */
export async function makeManuscript(folder: URL): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'edition-case-'))
  const names = await readdir(folder)
  const sourceName = names.find((name) => name.startsWith('source'))
  const source = sourceName ? await readFile(new URL(sourceName, folder)) : Buffer.from('')
  const fill = (content: string): string =>
    content
      .replaceAll('SHA256', createHash('sha256').update(source).digest('hex'))
      .replaceAll('BYTES', String(source.length))
  const settle = async (name: string, base: object): Promise<string> => {
    const own = names.includes(name) ? await readFile(new URL(name, folder), 'utf8') : ''
    if (own.startsWith('# whole')) return fill(own)
    return fill(stringify({...base, ...(parse(own, {schema: 'failsafe'}) as object | null)}))
  }
  const home = join(root, 'case', 'texts', 'case')
  await mkdir(home, {recursive: true})
  await mkdir(join(root, 'sources'))
  await writeFile(join(root, 'sources', 'source'), source)
  await writeFile(join(root, 'case', 'edition.yaml'), await settle('edition.yaml', edition))
  if (!names.includes('no-text'))
    await writeFile(join(home, 'text.yaml'), await settle('text.yaml', text))
  const own = [
    'corrections.yaml',
    'structure.yaml',
    'citations.yaml',
    'annotations.yaml',
    'headnote.md',
    'rules.yaml',
    'hits',
    'reviews',
  ]
  for (const name of [
    'bibliography.json',
    'documents.yaml',
    'names.yaml',
    'front',
    'back',
    'maps',
  ]) {
    const whole = {recursive: true}
    if (names.includes(name)) await cp(new URL(name, folder), join(root, 'case', name), whole)
  }
  if (names.includes('decisions.yaml')) {
    await cp(new URL('decisions.yaml', folder), join(home, 'names.yaml'))
  }
  for (const name of own) {
    if (names.includes(name)) await cp(new URL(name, folder), join(home, name), {recursive: true})
  }
  return root
}

/** Write the hits of a case anew, both in its folder and in the manuscript made of it. */
export async function refreshHits(folder: URL, root: string): Promise<void> {
  const home = join(root, 'case', 'texts', 'case')
  const {hits} = await loadText(home, 'case', [join(root, 'sources')])
  for (const [path, table] of hits?.changes ?? []) {
    const own = new URL(`hits/${basename(path)}`, folder)
    await mkdir(new URL('.', own), {recursive: true})
    await mkdir(dirname(path), {recursive: true})
    for (const place of [own, path]) {
      await (table === null ? rm(place, {force: true}) : writeFile(place, table))
    }
  }
}

/** Read the edition of a manuscript made of a case. */
export function openCase(root: string): Promise<LoadedEdition> {
  return loadEdition(root, 'case', [join(root, 'sources')])
}

/** Write findings the way the command line does, with places inside the case. */
export function writeFindings(findings: readonly Finding[]): string {
  const lines = findings.map((message) => formatFinding(message, false))
  return lines.map((line) => line.replaceAll(/(?:\S*\/)?edition-case-\w+\//g, '') + '\n').join('')
}

/** Whether expected files are to be written anew instead of compared. */
export const isUpdating: boolean = process.env['UPDATE'] === '1'
