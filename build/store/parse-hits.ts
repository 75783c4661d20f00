import {glues} from '../structure/mark.ts'
import type {Glue} from '../structure/mark.ts'
import {parsePlace} from '../text/place.ts'
import type {Place} from '../text/place.ts'
import {unescapeHit} from './unescape-hit.ts'

/** A row of a table of hits: what a rule changes, or what it joins. */
export type HitRow = {
  /** The line of the table. */
  readonly line: number
  readonly at: Place
} & ({readonly lemma: string; readonly reading: string} | {readonly to: Place; readonly glue: Glue})

/** A row of the table of proposals. */
export interface ProposalRow {
  readonly line: number
  /** `rule@line:column` */
  readonly key: string
  readonly rule: string
  readonly at: Place
  /** What the source has; of a join, its other place. */
  readonly lemma: string
  /** The readings with their probabilities, as the table has them. */
  readonly readings: string
}

/** What a table says of itself in its first line, its rows, and the lines that are none. */
export interface ReadTable<Row> {
  /** The rule, or `proposals`. */
  readonly name: string
  /** Version of the rule and, where it knows words, of the table of words. */
  readonly version: string
  readonly rows: readonly Row[]
  readonly faults: readonly number[]
}

/**
 * Read a table of hits: the inverse of `formatHits`.
 *
 * Shape: the text of the table → its rows, places as they stand there. A row whose second field is a place and
 * whose third is a glue is a join; no rule puts such a word in the place of such figures.
 */
export function parseHits(table: string): ReadTable<HitRow> {
  return readTable(table, ([first = '', second = '', third = ''], line) => {
    const at = parsePlace(first)
    if (!at) return undefined
    const to = parsePlace(second)
    const glue = glues.find((one) => one === third)
    if (to && glue) return {line, at, to, glue}
    const [lemma, reading] = [unescapeHit(second), unescapeHit(third)]
    if (lemma === undefined || lemma === '' || reading === undefined) return undefined
    return {line, at, lemma, reading}
  })
}

/** Read the table of proposals: the inverse of `formatProposals`, but that readings stay as they are written. */
export function parseProposals(table: string): ReadTable<ProposalRow> {
  return readTable(table, ([key = '', second = '', readings = ''], line) => {
    const [, rule = '', place = ''] = /^([a-z-]+)@(.+)$/.exec(key) ?? []
    const at = parsePlace(place)
    const lemma = unescapeHit(second)
    return at && lemma !== undefined ? {line, key, rule, at, lemma, readings} : undefined
  })
}

function readTable<Row>(
  table: string,
  read: (fields: readonly string[], line: number) => Row | undefined,
): ReadTable<Row> {
  const [head = '', ...lines] = table.split('\n')
  const [, name = '', version = ''] = /^# ([a-z-]+)(?: (.+))?$/.exec(head) ?? []
  const rows: Row[] = []
  const faults: number[] = name === '' ? [1] : []
  if (lines.at(-1) === '') lines.pop()
  for (const [index, text] of lines.entries()) {
    const fields = text.split('\t')
    const row = fields.length === 3 ? read(fields, index + 2) : undefined
    if (row === undefined) faults.push(index + 2)
    else rows.push(row)
  }
  return {name, version, rows, faults}
}
