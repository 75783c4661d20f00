import type * as v from 'valibot'
import {finding} from '../../finding.ts'
import type {Finding} from '../../finding.ts'
import type {Value} from '../../model/revision.ts'
import {checkSchema, readYaml} from '../yaml-file.ts'

/** What a YAML file says, schema or not, and at which line its keys stand. */
export interface RawFile {
  readonly content: Value
  lineOf(keys: readonly (string | number)[]): number
}

/** The files of a folder at a revision, and what is found when they are read. */
export interface FileReader {
  /** The names of the files, those in folders below with their paths. */
  readonly names: readonly string[]
  text(name: string): string | null
  /**
   * Read a YAML file, or JSON, of which YAML is more.
   *
   * Shape: name and schema → what it says, even when that is not what the schema asks for; `null` when it is not
   * there or is no YAML.
   */
  yaml(name: string, schema: v.GenericSchema): RawFile | null
  say(name: string, line: number, ruleId: string, reason: string): void
  /** Files that are there and could not be read. */
  readonly unread: ReadonlySet<string>
}

/** Files that were read, by name and text: what two revisions have alike is read once. */
export type KnownFiles = Map<string, RawFile | null>

/**
 * Read the files of a folder.
 *
 * Shape: texts by name, how messages call a file, a list that takes the findings, files that were read → a reader.
 * What is found in a file that is known was said when it was read.
 */
export function fileReader(
  files: ReadonlyMap<string, string>,
  pathOf: (name: string) => string,
  findings: Finding[],
  known: KnownFiles,
): FileReader {
  const unread = new Set<string>()
  const yaml = (name: string, schema: v.GenericSchema): RawFile | null => {
    const text = files.get(name)
    if (text === undefined) return null
    const key = JSON.stringify([name, text])
    const file = known.get(key) ?? (known.has(key) ? null : readFile(name, text, schema))
    known.set(key, file)
    if (!file) unread.add(name)
    return file
  }
  const readFile = (name: string, text: string, schema: v.GenericSchema): RawFile | null => {
    const path = pathOf(name)
    try {
      const {file, findings: faults} = readYaml(path, text.replace(/^\uFEFF/, ''))
      findings.push(...faults)
      if (file) {
        findings.push(...checkSchema(file, schema).findings)
        return {content: valueOf(file.content), lineOf: (keys) => file.locate(keys).line}
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const reason = 'Unexpected depth of lists and mappings; no file of an edition is so deep.'
      findings.push(finding({file: path, ruleId: 'yaml-syntax', reason}))
    }
    return null
  }
  return {
    names: [...files.keys()].toSorted(),
    text: (name) => files.get(name) ?? null,
    yaml,
    say: (name, line, ruleId, reason) => {
      const place = {line, column: 1}
      findings.push(finding({file: pathOf(name), place, ruleId, reason}))
    },
    unread,
  }
}

/** What was read, with words for what is empty. */
function valueOf(raw: unknown): Value {
  if (Array.isArray(raw)) return raw.map(valueOf)
  if (typeof raw === 'object' && raw !== null) {
    return Object.fromEntries(Object.entries(raw).map(([key, one]) => [key, valueOf(one)]))
  }
  return typeof raw === 'string' ? raw : ''
}
