import type {Finding} from '../finding.ts'
import {sections} from '../structure/mark.ts'
import type {Mark} from '../structure/mark.ts'
import type {Lines} from '../text/place.ts'
import type {Span} from '../text/correction.ts'
import {resolveRange} from './resolve-range.ts'
import type {Range} from './resolve-range.ts'
import type {StructureFile} from './schemas.ts'
import type {YamlFile} from './yaml-file.ts'

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
