import {join} from 'node:path'
import {finding, isError} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {TextConfig} from '../model/config.ts'
import type {EditedText, ManuscriptFile, Source} from '../model/edited-text.ts'
import {noNames} from '../names/name.ts'
import {decode} from '../text/decode.ts'
import {sha256} from '../text/digest.ts'
import type {Mark} from '../structure/mark.ts'
import {indexLines} from '../text/place.ts'
import type {EditorialRecord} from '../text/record.ts'
import {smallest} from '../text/smallest.ts'
import {checkReviews} from '../verdicts/check-reviews.ts'
import {digestOfMark, digestOfRecord, fieldsOfMark} from '../verdicts/digest-of.ts'
import {isRejected} from '../verdicts/judge.ts'
import {verdictsById} from '../verdicts/reviewed.ts'
import {marksWithoutRejected, withoutRejected} from '../verdicts/without-rejected.ts'
import {checkNotes} from './check-notes.ts'
import {findSource} from './find-sources.ts'
import type {SourceSearch} from './find-sources.ts'
import {loadHeadnote} from './load-matter.ts'
import {loadHits} from './load-hits.ts'
import {loadReviews} from './load-reviews.ts'
import type {LoadedHits} from './load-hits.ts'
import {decisionsSchema} from './name-schemas.ts'
import {readIfThere} from './read-if-there.ts'
import {notYetKnown} from './not-yet-known.ts'
import {resolveAnnotations} from './resolve-annotations.ts'
import {resolveCitations} from './resolve-citations.ts'
import {resolveDecisions} from './resolve-decisions.ts'
import {resolveMarks} from './resolve-marks.ts'
import {resolveRecords} from './resolve-records.ts'
import {annotationsSchema} from './annotation-schemas.ts'
import {citationsSchema} from './bibliography-schemas.ts'
import {correctionsSchema, rulesSchema, structureSchema, textSchema} from './schemas.ts'
import {checkSchema, readYaml} from './yaml-file.ts'
import type {YamlFile} from './yaml-file.ts'
import type * as v from 'valibot'

/** A source that could not be had. */
export interface MissingSource {
  readonly text: string
  readonly file: string
  readonly sha256: string
  readonly search: Exclude<SourceSearch, {state: 'found'}>
}

/** What loading a text came to; `text` only when nothing failed and the source was there. */
export interface LoadedText {
  readonly text: EditedText | null
  /** The source, even when something else failed. */
  readonly source: Source | null
  /** What text.yaml says, even when something else failed. */
  readonly config: TextConfig | null
  readonly missing: MissingSource | null
  /** What the rules find, even when something else failed. */
  readonly hits: LoadedHits | null
  readonly findings: readonly Finding[]
}

/**
 * Read a text: text.yaml, its source, corrections.yaml, structure.yaml, citations.yaml, annotations.yaml,
 * names.yaml, headnote.md, rules.yaml, the hits of the rules and the reviews. The names of its edition are none here.
 *
 * Shape: folder of the text, its id, the folders where sources may lie, and files by path that
 * stand for those on disk → the text, or all the findings that stand in its way.
 */
export async function loadText(
  folder: string,
  id: string,
  sourceFolders: readonly string[],
  drafts: ReadonlyMap<string, string> = new Map(),
): Promise<LoadedText> {
  const files: ManuscriptFile[] = []
  const findings: Finding[] = []
  const read = async <S extends v.GenericSchema>(
    name: string,
    schema: S,
  ): Promise<{file: YamlFile; content: v.InferOutput<S>} | null> => {
    const path = join(folder, name)
    const text = drafts.get(path) ?? (await readIfThere(path))
    if (text === null && name === 'text.yaml') {
      const reason = `Expected a file that describes the text \`${id}\`; add it.`
      findings.push(finding({file: path, ruleId: 'text-missing', reason}))
      return null
    }
    if (text !== null) files.push({path, text})
    const yaml = readYaml(path, text ?? '')
    findings.push(...yaml.findings)
    if (!yaml.file) return null
    const checked = checkSchema(yaml.file, schema)
    findings.push(...checked.findings)
    return checked.content === null ? null : {file: yaml.file, content: checked.content}
  }
  const config = await read('text.yaml', textSchema)
  for (const {path, text} of files) findings.push(...notYetKnown(path, text))
  const corrections = await read('corrections.yaml', correctionsSchema)
  const structure = await read('structure.yaml', structureSchema)
  const own = await read('rules.yaml', rulesSchema)
  const cited = await read('citations.yaml', citationsSchema)
  const annotated = await read('annotations.yaml', annotationsSchema)
  const named = await read('names.yaml', decisionsSchema)
  const reviews = await loadReviews(join(folder, 'reviews'), drafts)
  files.push(...reviews.files)
  findings.push(...reviews.findings)
  const {headnote, file, findings: faults} = await loadHeadnote(join(folder, 'headnote.md'))
  if (file) files.push(file)
  findings.push(...faults)
  const nothing = {
    text: null,
    source: null,
    config: config?.content ?? null,
    missing: null,
    hits: null,
  }
  if (!config) return {...nothing, findings}

  const wanted = config.content.source
  const search = await findSource(sourceFolders, wanted)
  if (search.state !== 'found') {
    const missing = {text: id, file: wanted.file, sha256: wanted.sha256, search}
    return {...nothing, missing, findings}
  }
  const source = readSource(search.path, search.bytes, findings)
  if (!source || !corrections || !structure || !own || !cited || !annotated || !named) {
    return {...nothing, source, findings}
  }

  const {value, lines} = source
  const byHand = resolveRecords(
    corrections.file,
    corrections.content,
    value,
    lines,
    config.content.format,
  )
  findings.push(...checkNotes(config.file, config.content, source))
  const marks = resolveMarks(structure.file, structure.content, value, lines)
  const citations = resolveCitations(cited.file, cited.content, value, lines)
  const annotations = resolveAnnotations(annotated.file, annotated.content, value, lines)
  const decided = resolveDecisions(named.file, named.content, value, lines)
  const said = verdictsById(reviews.reviews)
  const hand = {
    records: byHand.records,
    marks: marks.marks,
    digests: digestsByHand(byHand.records, marks.marks, source),
  }
  const rejects = (key: string, of: string): boolean => isRejected(of, said.get(key) ?? [])
  const hits = await loadHits(join(folder, 'hits'), id, source, config.content, own, hand, rejects)
  files.push(...hits.files)
  findings.push(...byHand.findings, ...marks.findings, ...hits.findings)
  const digests = new Map([...hits.digests, ...hand.digests])
  findings.push(...checkReviews(reviews.reviews, digests))
  if (findings.some(isError)) return {...nothing, source, hits, findings}
  const records = [...hand.records, ...hits.records].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
  const all = [...hand.marks, ...hits.marks].sort((a, b) => a.start - b.start || b.end - a.end)
  const rejected = new Set([...digests].flatMap(([key, of]) => (rejects(key, of) ? [key] : [])))
  const isOut = (key: string): boolean => rejected.has(key)
  const review = {
    records,
    marks: all,
    proposals: hits.proposals,
    digests,
    reviews: reviews.reviews,
    rejected,
  }
  const text = {
    id,
    config: config.content,
    source,
    records: withoutRejected(records, isOut),
    marks: marksWithoutRejected(all, isOut),
    review,
    citations,
    annotations,
    names: {names: noNames, ...decided},
    headnote,
    files,
  }
  return {...nothing, text, source, hits, findings}
}

/** The digests of what was done by hand, by id; of a record with parts, those of the parts. */
function digestsByHand(
  records: readonly EditorialRecord[],
  marks: readonly Mark[],
  {value, lines}: Source,
): Map<string, string> {
  const all = records.flatMap((one) => smallest(one))
  return new Map([
    ...marks.map(
      (one) => [one.id, digestOfMark(one.type, fieldsOfMark(one, value, lines))] as const,
    ),
    ...all.map((one) => [one.id, digestOfRecord(one)] as const),
  ])
}

function readSource(path: string, bytes: Uint8Array, findings: Finding[]): Source | null {
  const decoded = decode(bytes)
  if (!decoded.ok) {
    const good = new TextDecoder().decode(bytes.subarray(0, decoded.byte))
    const lines = good.split(/\r\n|\r|\n/)
    const place = {line: lines.length, column: (lines.at(-1) ?? '').length + 1}
    const reason = `Unexpected byte ${decoded.byte}, which is not UTF-8; convert the source first.`
    findings.push(finding({file: path, place, ruleId: 'source-encoding', reason}))
    return null
  }
  if (decoded.text.trim() === '') {
    const reason = 'Unexpected empty source; nothing can be edited in it.'
    findings.push(finding({file: path, ruleId: 'source-empty', reason}))
    return null
  }
  const value = decoded.text
  return {path, sha256: sha256(bytes), value, lines: indexLines(value)}
}
