import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {sections} from '../structure/mark.ts'
import type {Mark} from '../structure/mark.ts'
import {digest} from '../text/digest.ts'
import {toOffset} from '../text/place.ts'
import type {Lines, Place} from '../text/place.ts'
import type {Span} from '../text/correction.ts'
import type {StructureFile} from './schemas.ts'
import type {YamlFile} from './yaml-file.ts'

/** A range as the files of the editors give it. */
export interface Range {
  readonly at: Place
  readonly to?: Place | undefined
  readonly digest?: string
}

/**
 * Find the marks of structure.yaml in the source.
 *
 * Shape: file, its checked content, source and its lines → marks in the order of the text, and
 * every finding at the line of its mark: `mark-place` outside the source or back to front,
 * `mark-digest` when the span does not hold what the editor saw.
 */
export function resolveMarks(
  file: YamlFile,
  content: StructureFile,
  source: string,
  lines: Lines,
): {marks: Mark[]; findings: Finding[]} {
  const marks: Mark[] = []
  const findings: Finding[] = []
  const resolve = (range: Range, keys: readonly string[]): Span | undefined =>
    resolveRange(file, range, keys, source, lines, findings)
  for (const [section, type] of Object.entries(sections)) {
    const entries = content[section as keyof StructureFile]
    for (const [id, {at, ...fields}] of Object.entries(entries)) {
      const span = resolve({at, ...fields}, [section, id])
      if (!span) continue
      const origin = {file: file.path, place: file.locate([section, id])}
      const mark = {...fields, ...span, type, id, origin}
      if ('reference' in fields) {
        const reference = resolve(fields.reference, [section, id, 'reference'])
        if (reference) marks.push({...mark, reference} as Mark)
      } else marks.push(mark as Mark)
    }
  }
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  return {marks, findings}
}

/**
 * Find a range in the source.
 *
 * Shape: file, range and its keys in the file, source and its lines → its span; what is wrong with it joins
 * the findings.
 */
export function resolveRange(
  file: YamlFile,
  range: Range,
  keys: readonly string[],
  source: string,
  lines: Lines,
  findings: Finding[],
): Span | undefined {
  const origin = {file: file.path, place: file.locate(keys)}
  const start = toOffset(lines, range.at)
  const end = range.to ? toOffset(lines, range.to) : start
  if (start === undefined || end === undefined || end < start) {
    const reason = 'Unexpected place outside the source or back to front; correct it.'
    findings.push(finding({...origin, ruleId: 'mark-place', reason}))
    return undefined
  }
  const found = digest(source.slice(start, end))
  if (range.digest !== undefined && range.digest !== found) {
    const reason = `Unexpected text at the mark, digest ${found}; look again, then correct it.`
    findings.push(finding({...origin, ruleId: 'mark-digest', reason}))
  }
  return {start, end}
}
