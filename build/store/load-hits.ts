import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {TextConfig} from '../model/config.ts'
import type {ManuscriptFile, Source} from '../model/edited-text.ts'
import type {Hit, JoinHit} from '../repair/hit.ts'
import {joinTouching} from '../repair/join-touching.ts'
import type {JoinMark} from '../structure/mark.ts'
import {formatPlace, toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {isCorrect} from '../text/record.ts'
import type {CorrectRecord} from '../text/record.ts'
import {digestOfHit, digestOfMark} from '../verdicts/digest-of.ts'
import {withoutRejected} from '../verdicts/without-rejected.ts'
import {findHits, listedIn, proposalsName} from './find-hits.ts'
import type {OwnRules, TextHits} from './find-hits.ts'
import {keyOf, marksOfJoins, recordsOfHits} from './hits-file.ts'
import {isAbsent, readIfThere} from './read-if-there.ts'
import {unshadowed, unshadowedEscapes, unshadowedJoins, unshadowedProposals} from './shadow.ts'
import type {ByHand} from './shadow.ts'

/** What the rules find in a text, and what of it is in its files. */
export interface LoadedHits {
  /** What is to stand in the folder `hits`, by path; `null` for a file that is to go. */
  readonly changes: ReadonlyMap<string, string | null>
  /** How many hits each rule has. */
  readonly counts: ReadonlyMap<string, number>
  /** What waits for the editors, who have said nothing about it yet. */
  readonly proposals: readonly (Hit | JoinHit)[]
  /** Records and marks of the rules, where the editors have not put others in their place. */
  readonly records: readonly CorrectRecord[]
  readonly marks: readonly JoinMark[]
  /** The digest of each record and mark, by its id, as its table gives it. */
  readonly digests: ReadonlyMap<string, string>
  /** The tables that are as they should be. */
  readonly files: readonly ManuscriptFile[]
  readonly findings: readonly Finding[]
}

/**
 * Find what the rules find in a text, and hold its tables against it.
 *
 * Shape: folder of the tables, id of the text, its source, what text.yaml and rules.yaml say, what was done
 * by hand, and what is rejected → records and marks, rejected ones with them, proposals, and finding
 * `hits-stale` for each table that is not as it is found now. Neither what is done by hand nor a verdict
 * changes the tables.
 */
export async function loadHits(
  folder: string,
  id: string,
  source: Source,
  config: TextConfig,
  own: OwnRules,
  hand: ByHand,
  isRejected: (id: string, of: string) => boolean = () => false,
): Promise<LoadedHits> {
  const {value, lines} = source
  const found = await findHits(value, config, own)
  const {changes, files, findings} = await readTables(folder, id, found)
  const listed = listedIn(folder, found, lines)
  const hits = unshadowed(found.hits, hand)
  const joins = unshadowedJoins(found.joins, hand, lines)
  const digests = digestsOf(found, [...hits, ...joins], lines)
  const isLeft = ({id}: CorrectRecord): boolean => !isRejected(id, digests.get(id) ?? '')
  const byRules = recordsOfHits(hits, lines, listed)
  // What stands in a lemma that is not changed is escaped again.
  const settled = withoutRejected(hand.records, (id) => isRejected(id, hand.digests.get(id) ?? ''))
  const applied = [...settled.filter(isCorrect), ...byRules.filter(isLeft)]
  const escapes = unshadowedEscapes(found.escapes, applied)
  return {
    changes,
    counts: countsOf(found),
    proposals: unshadowedProposals(found.proposals, hand, lines),
    records: [...byRules, ...recordsOfHits(joinTouching(escapes), lines, listed)],
    marks: marksOfJoins(joins, lines, listed),
    digests,
    files,
    findings: [...found.findings, ...findings],
  }
}

/** Hold the tables of a text against what its rules find now. */
async function readTables(
  folder: string,
  id: string,
  {tables}: TextHits,
): Promise<{
  changes: Map<string, string | null>
  files: ManuscriptFile[]
  findings: Finding[]
}> {
  const changes = new Map<string, string | null>()
  const files: ManuscriptFile[] = []
  const findings: Finding[] = []
  for (const name of new Set([...tables.keys(), ...(await tablesIn(folder))])) {
    const path = join(folder, name)
    const text = await readIfThere(path)
    const expected = tables.get(name) ?? null
    if (text !== null && text === expected) {
      files.push({path, text})
      continue
    }
    changes.set(path, expected)
    const rule = name.replace(/\.tsv$/, '')
    const what =
      name === proposalsName ? 'the proposals of the rules' : `the hits of rule \`${rule}\``
    const reason = `Expected ${what} as they are found now; run \`npm run edition -- propose ${id}\`.`
    findings.push(finding({file: path, ruleId: 'hits-stale', reason}))
  }
  return {changes, files, findings}
}

async function tablesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort()
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

/** What the tables say of hits; a hit that was fitted to a mark is judged as its table has it. */
function digestsOf(
  found: TextHits,
  hits: readonly (Hit | JoinHit)[],
  lines: Lines,
): Map<string, string> {
  const all = [...hits, ...found.hits, ...found.joins]
  return new Map(
    all.map((hit) => {
      const place = (offset: number): string => formatPlace(toPlace(lines, offset))
      const {rule, start, end} = hit
      const digest =
        'glue' in hit
          ? digestOfMark('join', {at: place(start), to: place(end), glue: hit.glue, cert: 'high'})
          : digestOfHit(rule, hit.lemma, hit.reading)
      return [keyOf(hit, lines), digest] as const
    }),
  )
}

function countsOf({hits, escapes, joins}: TextHits): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {rule} of [...hits, ...joins, ...joinTouching(escapes)]) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return counts
}
