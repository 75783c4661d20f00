import type {Citation, Citations, SilentNote} from '../bibliography/citation.ts'
import type {Finding} from '../finding.ts'
import type {Lines} from '../text/place.ts'
import {resolveRange} from './resolve-range.ts'
import type {CitationsFile} from './bibliography-schemas.ts'
import type {YamlFile} from './yaml-file.ts'

/**
 * Find the citations of citations.yaml in the source.
 *
 * Shape: file, its checked content, source and its lines → citations in the order of the text, notes that
 * cite nothing, and what has slipped: findings as for marks, `mark-place`, `mark-digest`.
 */
export function resolveCitations(
  file: YamlFile,
  content: CitationsFile,
  source: string,
  lines: Lines,
): Citations {
  const slips: Finding[] = []
  const origin = (keys: readonly string[]) => ({file: file.path, place: file.locate(keys)})
  const citations: Citation[] = []
  for (const [id, {at, to, digest, ...fields}] of Object.entries(content.citations)) {
    const keys = ['citations', id]
    const span = resolveRange(file, {at, to, digest}, keys, source, lines, slips)
    if (span) citations.push({...fields, ...span, id, origin: origin(keys)})
  }
  citations.sort((a, b) => a.start - b.start || b.end - a.end)
  const notes = (section: 'silent' | 'seen'): SilentNote[] =>
    Object.entries(content[section]).map(([note, why]) => ({
      note,
      why,
      origin: origin([section, note]),
    }))
  return {citations, silent: notes('silent'), seen: notes('seen'), slips}
}
