import type {Entry} from '../../model/revision.ts'
import {formatPlace} from '../../text/place.ts'
import {placeAfter} from '../../text/place-after.ts'
import {digestOfHit, digestOfMark} from '../../verdicts/digest-of.ts'
import {proposalsName} from '../find-hits.ts'
import {parseHits, parseProposals} from '../parse-hits.ts'
import type {HitRow} from '../parse-hits.ts'
import type {FileReader} from './file-reader.ts'

/** What the tables of hits list, and the versions of the tables. */
export interface HitEntries {
  readonly entries: readonly Entry[]
  readonly versions: ReadonlyMap<string, string>
}

/**
 * Read the tables of hits and of proposals of a text.
 *
 * Shape: reader → entries in the order of the tables; a line that is none is a finding `hits-stale`. Escapes are
 * not judged and have no digest.
 */
export function hitEntries(reader: FileReader): HitEntries {
  const entries: Entry[] = []
  const versions = new Map<string, string>()
  for (const name of reader.names.filter((one) => /^hits\/[a-z-]+\.tsv$/.test(one))) {
    const text = reader.text(name) ?? ''
    const isProposals = name === `hits/${proposalsName}`
    const table = isProposals ? parseProposals(text) : parseHits(text)
    if (!isProposals) versions.set(table.name, table.version)
    for (const line of table.faults) {
      const reason = 'Unexpected line in a table of hits; run `npm run edition -- propose`.'
      reader.say(name, line, 'hits-stale', reason)
    }
    for (const row of table.rows) {
      entries.push('key' in row ? proposalEntry(row, name) : hitEntry(row, table.name, name))
    }
  }
  return {entries, versions}
}

function hitEntry(row: HitRow, rule: string, file: string): Entry {
  const {at, line} = row
  const place = formatPlace(at)
  const base = {sort: 'hit', type: rule, id: `${rule}@${place}`, at, parts: [], file, line} as const
  if ('glue' in row) {
    const said = {at: place, to: formatPlace(row.to), glue: row.glue}
    const of = digestOfMark('join', {...said, cert: 'high'})
    return {...base, fields: {to: said.to, glue: row.glue}, to: row.to, of}
  }
  const {lemma, reading} = row
  const of = rule === 'escape' ? null : digestOfHit(rule, lemma, reading)
  return {...base, fields: {lemma, reading}, to: placeAfter(at, lemma), of}
}

function proposalEntry(
  row: ReturnType<typeof parseProposals>['rows'][number],
  file: string,
): Entry {
  const {key, rule, at, lemma, readings, line} = row
  return {
    sort: 'proposal',
    type: rule,
    id: key,
    fields: {lemma, readings},
    at,
    to: at,
    of: null,
    parts: [],
    file,
    line,
  }
}
