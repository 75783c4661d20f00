import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {digest} from '../text/digest.ts'
import {toOffset} from '../text/place.ts'
import type {Lines, Place} from '../text/place.ts'
import type {Span} from '../text/correction.ts'
import type {YamlFile} from './yaml-file.ts'

/** A range as the files of the editors give it. */
export interface Range {
  readonly at: Place
  readonly to?: Place | undefined
  readonly digest?: string
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
