import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Documents} from '../annotations/annotation.ts'
import type {Bibliography} from '../bibliography/bibliography.ts'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {namesIn, readIfThere} from './read-if-there.ts'
import {loadDocuments} from './load-documents.ts'
import {loadText} from './load-text.ts'
import {loadMatter} from './load-matter.ts'
import {loadMaps} from './load-maps.ts'
import {loadNames} from './load-names.ts'
import {loadBibliography} from './load-bibliography.ts'
import {notYetKnown} from './not-yet-known.ts'
import type {MissingSource} from './load-text.ts'
import type {EditionConfig} from '../model/config.ts'
import type {EditedText, ManuscriptFile} from '../model/edited-text.ts'
import type {MatterOfEdition} from '../matter/matter.ts'
import type {Names} from '../names/name.ts'
import type {MapConfig} from '../pictures/map.ts'
import {editionSchema} from './schemas.ts'
import {checkSchema, readYaml} from './yaml-file.ts'

/** An edition with its texts, in the order of edition.yaml. */
export interface LoadedEdition {
  readonly id: string
  readonly config: EditionConfig | null
  /** The texts that could be read. */
  readonly texts: readonly EditedText[]
  readonly missing: readonly MissingSource[]
  /** What its notes cite. */
  readonly bibliography: Bibliography
  /** What the editors have read, for their annotations. */
  readonly documents: Documents
  readonly documentsFile: ManuscriptFile | null
  /** Persons, places, organisations, treaties and terms of its texts. */
  readonly names: Names
  readonly namesFile: ManuscriptFile | null
  /** What the editors have written before and behind the texts. */
  readonly matter: MatterOfEdition
  readonly maps: readonly MapConfig[]
  /** The files of matter and maps. */
  readonly matterFiles: readonly ManuscriptFile[]
  /** bibliography.json as it was read, if there is one. */
  readonly bibliographyFile: ManuscriptFile | null
  readonly findings: readonly Finding[]
  /** edition.yaml as it was read. */
  readonly file: ManuscriptFile | null
}

/**
 * List the editions of a manuscript folder: its folders that hold an edition.yaml.
 *
 * Throws: a system error when one is there and cannot be read.
 */
export async function listEditions(manuscript: string): Promise<string[]> {
  const names: string[] = []
  for (const name of await namesIn(manuscript)) {
    // One that cannot be read is an edition too, and is not passed over.
    if ((await readIfThere(join(manuscript, name, 'edition.yaml'))) !== null) names.push(name)
  }
  return names.sort()
}

/**
 * Read an edition and its texts.
 *
 * Shape: manuscript folder, name of the edition, folders where sources may lie, and the texts
 * wanted (default: all) → the edition with everything found wrong in it.
 */
export async function loadEdition(
  manuscript: string,
  id: string,
  sourceFolders: readonly string[],
  wanted?: readonly string[],
): Promise<LoadedEdition> {
  const folder = join(manuscript, id)
  const path = join(folder, 'edition.yaml')
  const text = await readFile(path, 'utf8')
  const findings: Finding[] = []
  const yaml = readYaml(path, text)
  findings.push(...yaml.findings, ...notYetKnown(path, text))
  const checked = yaml.file ? checkSchema(yaml.file, editionSchema) : {content: null, findings: []}
  findings.push(...checked.findings)
  const config = checked.content
  const texts: EditedText[] = []
  const missing: MissingSource[] = []
  const sources = join(folder, 'sources')
  for (const [index, name] of (config?.texts ?? []).entries()) {
    if (wanted && !wanted.includes(name)) continue
    if (config && config.texts.indexOf(name) !== index) {
      const place = yaml.file?.locate(['texts', index])
      const reason = `Unexpected second \`${name}\`; a text stands once in an edition.`
      findings.push(finding({file: path, place, ruleId: 'edition-text', reason}))
      continue
    }
    const loaded = await loadText(join(folder, 'texts', name), name, [sources, ...sourceFolders])
    findings.push(...loaded.findings)
    if (loaded.missing) missing.push(loaded.missing)
    if (loaded.text) texts.push(loaded.text)
  }
  findings.push(...duplicatePrefixes(texts))
  const cited = await loadBibliography(join(folder, 'bibliography.json'))
  findings.push(...cited.findings)
  const {bibliography} = cited
  const bibliographyFile = cited.text === null ? null : {path: bibliography.path, text: cited.text}
  const read = await loadDocuments(join(folder, 'documents.yaml'))
  findings.push(...read.findings)
  const {documents, file: documentsFile} = read
  const {names, file: namesFile, findings: faults} = await loadNames(join(folder, 'names.yaml'))
  findings.push(...faults)
  const [front, back] = await Promise.all(
    (['front', 'back'] as const).map((part) => {
      const locate = (index: number) => yaml.file?.locate([part, index]) ?? {line: 1, column: 1}
      const taken = part === 'back' ? (config?.front ?? []) : []
      return loadMatter(join(folder, part), config?.[part] ?? [], {file: path, locate}, taken)
    }),
  )
  const parts = [front, back].filter((one) => one !== undefined)
  findings.push(...parts.flatMap((one) => one.findings))
  const matter = {front: front?.matter ?? [], back: back?.matter ?? []}
  const {maps, files: mapFiles, findings: mapFaults} = await loadMaps(join(folder, 'maps'))
  findings.push(...mapFaults)
  const matterFiles = [...parts.flatMap((one) => one.files), ...mapFiles]
  const file = {path, text}
  const files = {file, bibliographyFile, documentsFile, namesFile, matterFiles}
  const own = texts.map((one) => ({...one, names: {...one.names, names}}))
  return {
    id,
    config,
    texts: own,
    missing,
    bibliography,
    documents,
    names,
    matter,
    maps,
    findings,
    ...files,
  }
}

/** List the files of the editors that an edition was read from. */
export function manuscriptFiles(edition: LoadedEdition): ManuscriptFile[] {
  const {file, bibliographyFile, documentsFile, namesFile, matterFiles, texts} = edition
  return [
    file,
    bibliographyFile,
    documentsFile,
    namesFile,
    ...matterFiles,
    ...texts.flatMap((text) => text.files),
  ].filter((one) => one !== null)
}

/** Record ids are unique in an edition because no two texts share a prefix. */
function duplicatePrefixes(texts: readonly EditedText[]): Finding[] {
  const owners = new Map<string, string>()
  return texts.flatMap(({id, config, files}) => {
    const owner = owners.get(config.prefix)
    owners.set(config.prefix, id)
    if (owner === undefined) return []
    const [file] = files
    const line = (file?.text.split('\n').findIndex((one) => one.startsWith('prefix:')) ?? 0) + 1
    const reason = `Unexpected prefix \`${config.prefix}\`, which \`${owner}\` has; choose another.`
    const place = {line, column: 1}
    return [finding({file: file?.path ?? id, place, ruleId: 'text-prefix', reason})]
  })
}
