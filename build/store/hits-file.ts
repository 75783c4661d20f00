import type {Hit, Rule} from '../repair/rule.ts'
import {formatPlace, toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import type {CorrectRecord} from '../text/record.ts'

/**
 * Write the hits of a rule, for the reviewer and to notice when they change.
 *
 * Shape: rule, its hits in the order of the text and the lines of the source → a table: a header
 * with rule and version, then `line:column ⇥ lemma ⇥ reading`, escapes as in JSON.
 */
export function formatHits(rule: Rule, hits: readonly Hit[], lines: Lines): string {
  const rows = hits.map(({start, lemma, reading}) =>
    [formatPlace(toPlace(lines, start)), escape(lemma), escape(reading)].join('\t'),
  )
  return [`# ${rule.id} ${rule.version}`, ...rows, ''].join('\n')
}

/** The hits of a rule as records; each stands at the line of the table that lists it. */
export function recordsOfHits(
  path: string,
  rule: Rule,
  hits: readonly Hit[],
  lines: Lines,
): CorrectRecord[] {
  return hits.map((hit, index) => {
    const at = toPlace(lines, hit.start)
    return {
      ...hit,
      id: `${rule.id}@${formatPlace(at)}`,
      at,
      act: 'correct',
      kind: rule.kind,
      cert: 'high',
      by: rule.id,
      why: rule.why,
      origin: {file: path, place: {line: index + 2, column: 1}},
    }
  })
}

function escape(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
}
