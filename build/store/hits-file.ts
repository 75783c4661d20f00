import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {Hit, Rule} from '../repair/rule.ts'
import type {CorrectRecord} from '../text/record.ts'
import {formatPlace, parsePlace, toOffset, toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'

/**
 * Write the hits of a rule.
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

/**
 * Read the hits of a rule.
 *
 * Shape: path for messages, text of the table, rule, lines of the source → records; findings
 * `hits-syntax` at their line.
 */
export function readHits(
  path: string,
  text: string,
  rule: Rule,
  lines: Lines,
): {records: CorrectRecord[]; findings: Finding[]} {
  const records: CorrectRecord[] = []
  const findings: Finding[] = []
  for (const [index, row] of text.split('\n').entries()) {
    if (row === '' || row.startsWith('#')) continue
    const origin = {file: path, place: {line: index + 1, column: 1}}
    const [where = '', ...cells] = row.split('\t')
    const at = parsePlace(where)
    const start = at && toOffset(lines, at)
    const [lemma, reading] = cells.map(unescape)
    if (!at || start === undefined || lemma === undefined || reading === undefined || cells[2]) {
      const reason = 'Unexpected row, expected place, lemma and reading; run `propose` again.'
      findings.push(finding({...origin, ruleId: 'hits-syntax', reason}))
      continue
    }
    const {kind, why} = rule
    const id = `${rule.id}@${where}`
    const end = start + lemma.length
    const by = rule.id
    records.push({
      id,
      at,
      start,
      end,
      lemma,
      reading,
      act: 'correct',
      kind,
      cert: 'high',
      by,
      why,
      origin,
    })
  }
  return {records, findings}
}

function escape(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
}

function unescape(cell: string): string | undefined {
  try {
    const text: unknown = JSON.parse(`"${cell.replaceAll('"', '\\"')}"`)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}
