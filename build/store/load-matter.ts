import {join} from 'node:path'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {Chronology, Matter, Prose} from '../matter/matter.ts'
import {readProse} from '../matter/read-prose.ts'
import type {ManuscriptFile} from '../model/edited-text.ts'
import {chronologySchema} from './matter-schemas.ts'
import {readIfThere} from './read-if-there.ts'
import {checkSchema, readYaml} from './yaml-file.ts'

/** Front or back matter as it was read. */
export interface LoadedMatter {
  readonly matter: readonly Matter[]
  readonly files: readonly ManuscriptFile[]
  readonly findings: readonly Finding[]
}

/**
 * Read the front or back matter of an edition.
 *
 * Shape: folder, the names that edition.yaml lists, where it lists them, names that are taken → prose of `NAME.md`, chronologies of `NAME.yaml`,
 * and findings: `matter-missing` (error) when neither is there, `matter-name` (error) for a name that another
 * document has, and those of each file.
 */
export async function loadMatter(
  folder: string,
  names: readonly string[],
  origin: {readonly file: string; locate(index: number): {line: number; column: number}},
  taken: readonly string[],
): Promise<LoadedMatter> {
  const matter: Matter[] = []
  const files: ManuscriptFile[] = []
  const findings: Finding[] = []
  for (const [index, name] of names.entries()) {
    const say = (ruleId: string, reason: string): void => {
      findings.push(finding({file: origin.file, place: origin.locate(index), ruleId, reason}))
    }
    const isTaken = taken.includes(name) || names.indexOf(name) !== index
    if (ownNames.has(name) || name.startsWith('text-') || isTaken) {
      say('matter-name', `Unexpected name \`${name}\`, which another document has; choose another.`)
      continue
    }
    const [prose, chronology] = await Promise.all(
      ['md', 'yaml'].map(async (ending) => {
        const path = join(folder, `${name}.${ending}`)
        const text = await readIfThere(path)
        return text === null ? null : {path, text}
      }),
    )
    const file = prose ?? chronology
    if (!file) {
      const reason = `Expected \`${name}.md\` or \`${name}.yaml\` in ${folder}; write it, or take the name out.`
      say('matter-missing', reason)
      continue
    }
    files.push(file)
    const read = prose ? readProse(prose.path, name, prose.text, true) : readChronology(file, name)
    findings.push(...read.findings)
    const made = 'prose' in read ? read.prose : read.chronology
    if (made) matter.push(made)
  }
  return {matter, files, findings}
}

/** Names of the documents that the edition makes by itself. */
const ownNames = new Set([
  'about',
  'bibliography',
  'cover',
  'documents',
  'glossary',
  'index',
  'names',
  'titlepage',
  'toc',
])

function readChronology(
  {path, text}: ManuscriptFile,
  name: string,
): {chronology: Chronology | null; findings: readonly Finding[]} {
  const {file, findings} = readYaml(path, text)
  if (!file) return {chronology: null, findings}
  const {content, findings: faults} = checkSchema(file, chronologySchema)
  if (!content) return {chronology: null, findings: [...findings, ...faults]}
  const events = Object.entries(content.events).map(([id, fields]) => {
    return {...fields, id, origin: {file: path, place: file.locate(['events', id])}}
  })
  const origin = {file: path, place: {line: 1, column: 1}}
  return {chronology: {...content, events, kind: 'chronology', name, origin}, findings}
}

/** Read headnote.md of a text, if there is one. */
export async function loadHeadnote(path: string): Promise<{
  headnote: Prose | null
  file: ManuscriptFile | null
  findings: readonly Finding[]
}> {
  const text = await readIfThere(path)
  if (text === null) return {headnote: null, file: null, findings: []}
  const {prose, findings} = readProse(path, 'headnote', text, false)
  return {headnote: prose, file: {path, text}, findings}
}
