import * as v from 'valibot'
import type {Finding} from '../../finding.ts'
import type {RevisedEdition, RevisedText, Revision} from '../../model/revision.ts'
import type {Pagination} from '../../structure/number-pages.ts'
import {editionSchema, textSchema} from '../schemas.ts'
import {editionEntries} from './edition-entries.ts'
import {fileReader} from './file-reader.ts'
import type {KnownFiles} from './file-reader.ts'
import {hitEntries} from './hit-entries.ts'
import {markEntries, recordEntries} from './hand-entries.ts'
import {
  annotationEntries,
  citationEntries,
  decisionEntries,
  keys,
  proseEntry,
  ruleEntries,
  verdictEntries,
} from './said-entries.ts'
import {fieldsAt, listAt, wordsAt} from './values.ts'

/**
 * Read what the files of a manuscript folder say, entry by entry and without any source.
 *
 * Shape: texts of the files by their paths in the folder, with `/`; how messages call a path; files that were read
 * for another revision → editions in the order of their names. A file that is no YAML, or is not as its schema asks, is a finding; what can be read of it is
 * read.
 */
export function readRevision(
  files: ReadonlyMap<string, string>,
  pathOf: (path: string) => string,
  known: KnownFiles = new Map(),
): Revision {
  const findings: Finding[] = []
  const byEdition = groupByFolder(files)
  const editions = [...byEdition.keys()]
    .filter((id) => byEdition.get(id)?.has('edition.yaml'))
    .toSorted()
    .map((id) => {
      const own = byEdition.get(id) ?? new Map<string, string>()
      return readEdition(id, own, (name) => pathOf(`${id}/${name}`), findings, known)
    })
  return {editions, findings}
}

/** Whether a file of a manuscript folder is read, by its path in it; sources never are. */
export function isRead(path: string): boolean {
  const [, ...names] = path.split('/')
  const name = names.join('/')
  return (
    /^(?:(?:edition|names|documents)\.yaml|bibliography\.json)$/.test(name) ||
    /^(?:(?:front|back)\/[^/]+\.(?:md|yaml)|maps\/[^/]+\.yaml)$/.test(name) ||
    /^texts\/[^/]+\/(?:[a-z]+\.yaml|headnote\.md|hits\/[a-z-]+\.tsv|reviews\/[^/]+\.yaml)$/.test(
      name,
    )
  )
}

function readEdition(
  id: string,
  files: ReadonlyMap<string, string>,
  pathOf: (name: string) => string,
  findings: Finding[],
  known: KnownFiles,
): RevisedEdition {
  const ofTexts = new Map([...files].filter(([name]) => name.startsWith('texts/')))
  const own = new Map([...files].filter(([name]) => !ofTexts.has(name)))
  const reader = fileReader(own, pathOf, findings, known)
  const config = fieldsAt(reader.yaml('edition.yaml', editionSchema)?.content)
  const order = listAt(config['texts'])
  const byText = groupByFolder(
    new Map([...ofTexts].map(([name, text]) => [name.slice('texts/'.length), text])),
  )
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : Infinity)
  const texts = [...byText.keys()]
    .toSorted()
    .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
    .map((text) =>
      readText(
        text,
        byText.get(text) ?? new Map(),
        (name) => pathOf(`texts/${text}/${name}`),
        findings,
        known,
      ),
    )
  const identifier = wordsAt(config['identifier']) ?? null
  return {id, identifier, texts, entries: editionEntries(reader), unread: reader.unread}
}

function readText(
  id: string,
  files: ReadonlyMap<string, string>,
  pathOf: (name: string) => string,
  findings: Finding[],
  known: KnownFiles,
): RevisedText {
  const reader = fileReader(files, pathOf, findings, known)
  const config = fieldsAt(reader.yaml('text.yaml', textSchema)?.content)
  const source = fieldsAt(config['source'])
  const [file, bytes] = [wordsAt(source['file']), Number(wordsAt(source['bytes']))]
  const hits = hitEntries(reader)
  return {
    id,
    sha256: wordsAt(source['sha256']) ?? null,
    source: file === undefined || !Number.isSafeInteger(bytes) ? null : {file, bytes},
    pagination: paginationOf(fieldsAt(config['pagination'])),
    scan: v.is(textSchema.entries.scan, config['scan']) ? (wordsAt(config['scan']) ?? null) : null,
    entries: [
      ...keys(reader, 'text.yaml', textSchema, 'text'),
      ...proseEntry(reader, 'headnote.md'),
      ...recordEntries(reader),
      ...markEntries(reader),
      ...annotationEntries(reader),
      ...citationEntries(reader),
      ...decisionEntries(reader),
      ...ruleEntries(reader),
      ...hits.entries,
      ...verdictEntries(reader),
    ],
    versions: hits.versions,
    unread: reader.unread,
  }
}

/** Text.yaml may be wrong; then nothing is said of pages. */
function paginationOf(fields: ReturnType<typeof fieldsAt>): Pagination {
  const status = wordsAt(fields['status'])
  const first = wordsAt(fields['first']) ?? ''
  if ((status !== 'printed' && status !== 'inferred') || !/^\d{1,9}$/.test(first)) {
    return {status: 'none'}
  }
  return {status, first: Number(first)}
}

/** Sort files by the folder that their paths begin with. */
function groupByFolder(files: ReadonlyMap<string, string>): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>()
  for (const [path, text] of files) {
    const stroke = path.indexOf('/')
    if (stroke < 0) continue
    const folder = path.slice(0, stroke)
    const group = groups.get(folder) ?? new Map<string, string>()
    groups.set(folder, group.set(path.slice(stroke + 1), text))
  }
  return groups
}
