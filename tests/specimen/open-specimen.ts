import {createHash} from 'node:crypto'
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, isAbsolute, join, parse, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'vitest'
import type {Finding} from '../../build/finding.ts'
import type {EditedText} from '../../build/model/edited-text.ts'
import {explainRejections} from '../../build/explain-rejections.ts'
import {editTexts, makeOutputs} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {loadText} from '../../build/store/load-text.ts'
import {quotationBudget} from '../../build/store/quotation-budget.ts'
import {formatEdition, unformatted} from '../../scripts/verbs/fmt.ts'
import type {Fault} from './fault.ts'

/** The folder of the manuscripts of the project. */
export const manuscript: string = fileURLToPath(new URL('../../manuscript', import.meta.url))

/** What is done: the form of the files is looked at, the texts are edited, or the EPUB is made. */
export type Stage = 'format' | 'edit' | 'epub'

/** Copy the specimen; returns the folder of manuscripts that holds the copy. */
export async function copySpecimen(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'specimen-'))
  await cp(join(manuscript, 'specimen'), join(root, 'specimen'), {recursive: true})
  return root
}

/**
 * Plant a fault in a copy. What is replaced must stand once; a changed source is pinned anew, and what the
 * rules find in it is written anew, as its editors would do.
 */
export async function plant(root: string, fault: Fault): Promise<void> {
  const path = join(root, 'specimen', fault.file)
  if ('whole' in fault) {
    await mkdir(dirname(path), {recursive: true})
    await (fault.whole === null ? rm(path) : writeFile(path, fault.whole))
  } else {
    const before = await readFile(path)
    const at = before.indexOf(fault.from)
    expect(at, `"${fault.from}" stands in the file`).toBeGreaterThanOrEqual(0)
    expect(before.indexOf(fault.from, at + 1), `"${fault.from}" stands there once`).toBe(-1)
    const rest = before.subarray(at + Buffer.byteLength(fault.from))
    await writeFile(path, Buffer.concat([before.subarray(0, at), Buffer.from(fault.to), rest]))
  }
  if (!fault.file.startsWith('sources/')) return
  await pin(root, fault.file)
  await refresh(root, parse(fault.file).name)
}

/** Write hash and size of a source into the file of its text. */
async function pin(root: string, file: string): Promise<void> {
  const source = await readFile(join(root, 'specimen', file))
  const path = join(root, 'specimen', 'texts', parse(file).name, 'text.yaml')
  const hash = createHash('sha256').update(source).digest('hex')
  const text = await readFile(path, 'utf8')
  const pinned = text
    .replace(/(?<=^  sha256: ).*$/m, hash)
    .replace(/(?<=^  bytes: ).*$/m, String(source.length))
  expect(pinned).not.toBe(text)
  await writeFile(path, pinned)
}

/** Write what the rules find in a text. */
async function refresh(root: string, id: string): Promise<void> {
  const folder = join(root, 'specimen', 'texts', id)
  const {hits} = await loadText(folder, id, [join(root, 'specimen', 'sources')])
  for (const [path, table] of hits?.changes ?? []) {
    await mkdir(dirname(path), {recursive: true})
    await (table === null ? rm(path) : writeFile(path, table))
  }
}

/** What came of a copy of the specimen. */
export interface Found {
  readonly findings: readonly Finding[]
  readonly texts: readonly EditedText[]
  /** Empty when no EPUB was made. */
  readonly epub: Uint8Array
}

/**
 * Look for faults in a copy of the specimen, as far as a stage.
 *
 * Shape: folder of manuscripts, stage and ids of texts (default: all) → what was found. Texts that
 * could not be read are not edited.
 */
export async function find(root: string, stage: Stage, wanted?: readonly string[]): Promise<Found> {
  if (stage === 'format') {
    const workspace = {manuscript: root, out: join(root, 'out'), sources: []}
    const {changed, findings} = await formatEdition(workspace, 'specimen')
    const others = changed.map(([path]) => unformatted(path))
    return {findings: [...findings, ...others], texts: [], epub: new Uint8Array()}
  }
  const {config, texts, findings, missing} = await loadEdition(root, 'specimen', [], wanted)
  expect(missing, 'sources that are not found').toEqual([])
  const edited = editTexts(texts, config?.numbering ?? 'per-text')
  const found = [
    ...findings,
    ...edited.flatMap(explainRejections),
    ...texts.flatMap((text) => quotationBudget(text).findings),
  ]
  if (stage === 'edit' || !config) return {findings: found, texts, epub: new Uint8Array()}
  const {identifier, modified} = config
  const options = {identifier, modified, only: 'epub'} as const
  const made = await makeOutputs('specimen', config, edited, options)
  const epub = made.outputs[0]?.content as Uint8Array
  return {findings: [...found, ...made.findings], texts, epub}
}

/** Where a finding stands: `file:line:column`, from the folder of the edition. */
export function placeOf(root: string, {file = '', line, column}: Finding): string {
  const path = isAbsolute(file) ? relative(join(root, 'specimen'), file) : file
  const name = path.split(sep).join('/')
  return line === undefined ? name : `${name}:${line}:${column}`
}
