import type {Hit, JoinHit} from '../repair/hit.ts'
import type {Rule} from '../repair/rule.ts'
import {ruleById} from '../repair/rules.ts'
import type {JoinMark} from '../structure/mark.ts'
import {formatPlace, toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import type {CorrectRecord} from '../text/record.ts'

/**
 * Write the hits of a rule, for the reviewer and to notice when they change.
 *
 * Shape: rule, its hits and joins in the order of the text, the lines of the source and the version of
 * the table of words → a table: a header with rule, version and, when it knows words, that of the table;
 * then `line:column ⇥ lemma ⇥ reading` for a hit, `line:column ⇥ line:column ⇥ glue` for a join; escapes
 * as in JSON. Touching escapes are one row.
 */
export function formatHits(
  rule: Rule,
  hits: readonly (Hit | JoinHit)[],
  lines: Lines,
  tableVersion: string,
): string {
  const place = (offset: number): string => formatPlace(toPlace(lines, offset))
  const rows = hits.map((hit) => {
    const fields =
      'glue' in hit ? [place(hit.end), hit.glue] : [escape(hit.lemma), escape(hit.reading)]
    return [place(hit.start), ...fields].join('\t')
  })
  const version = `${rule.version}${rule.knowsWords ? ` ${tableVersion}` : ''}`
  return [`# ${rule.id} ${version}`, ...rows, ''].join('\n')
}

/**
 * Write what waits for the editors, to notice when it changes.
 *
 * Shape: proposals in the order of the text and its lines → a table `rule@line:column ⇥ lemma ⇥ readings`,
 * each reading with its probability; of a join, its other place and its glue.
 */
export function formatProposals(proposals: readonly (Hit | JoinHit)[], lines: Lines): string {
  const rows = proposals.map((one) => {
    const fields =
      'glue' in one
        ? [formatPlace(toPlace(lines, one.end)), `${one.glue} ${one.p.toFixed(2)}`]
        : [
            escape(one.lemma),
            one.candidates.map(({reading, p}) => `${escape(reading)} ${p.toFixed(2)}`).join(' | '),
          ]
    return [keyOf(one, lines), ...fields].join('\t')
  })
  return ['# proposals', ...rows, ''].join('\n')
}

/** The permanent key of what a rule finds at a place. */
export function keyOf({rule, start}: Pick<Hit, 'rule' | 'start'>, lines: Lines): string {
  return `${rule}@${formatPlace(toPlace(lines, start))}`
}

/** Where a hit is listed: the path of the table and the line in it, by the key of the hit. */
export type Listed = (key: string) => {readonly path: string; readonly line: number}

/** Hits as records; each stands at the line of the table that lists it. */
export function recordsOfHits(hits: readonly Hit[], lines: Lines, listed: Listed): CorrectRecord[] {
  return hits.map((hit) => {
    const {rule, start, end, lemma, reading, kind} = hit
    const id = keyOf(hit, lines)
    const why = rule === 'escape' ? ruleById(rule)?.why : hit.evidence || ruleById(rule)?.why
    return {
      id,
      at: toPlace(lines, start),
      start,
      end,
      lemma,
      reading,
      act: 'correct',
      kind,
      cert: 'high',
      by: rule,
      why: why ?? '',
      origin: originOf(listed(id)),
    }
  })
}

/** Joins of a rule as marks. */
export function marksOfJoins(joins: readonly JoinHit[], lines: Lines, listed: Listed): JoinMark[] {
  return joins.map((join) => {
    const {rule, start, end, glue, evidence} = join
    const id = keyOf(join, lines)
    const why = evidence || (ruleById(rule)?.why ?? '')
    const origin = originOf(listed(id))
    return {type: 'join', id, start, end, glue, by: rule, cert: 'high', why, origin}
  })
}

function originOf({path, line}: ReturnType<Listed>): CorrectRecord['origin'] {
  return {file: path, place: {line, column: 1}}
}

/** As in JSON, and with the characters that cannot be seen written by their codes. */
function escape(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll(hidden, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    })
}

const hidden = /[\u007F-\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u2060-\u206F\uE000-\uF8FF\uFEFF]/g
