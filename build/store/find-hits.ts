import {join} from 'node:path'
import type {Finding} from '../finding.ts'
import type {TextConfig} from '../model/config.ts'
import {fullTitle} from '../model/config.ts'
import type {Hit, JoinHit, Repairs} from '../repair/hit.ts'
import {joinTouching} from '../repair/join-touching.ts'
import {repairsOfEdition} from '../repair/repairs-of-edition.ts'
import {rules} from '../repair/rules.ts'
import {inOrder} from '../text/correction.ts'
import {indexLines} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import {exceptions} from './exceptions.ts'
import {guardsOf} from './guards-of.ts'
import {formatHits, formatProposals, keyOf} from './hits-file.ts'
import type {Listed} from './hits-file.ts'
import {knownRepairs} from './known-repairs.ts'
import type {RulesFile} from './schemas.ts'
import type {YamlFile} from './yaml-file.ts'

/** What the rules find in a text of an edition. */
export interface TextHits {
  /** Hits that are applied unless the editors have done something there. */
  readonly hits: readonly Hit[]
  /** Escapes, a hit a character; some are needed only when another hit is not applied. */
  readonly escapes: readonly Hit[]
  readonly joins: readonly JoinHit[]
  readonly proposals: readonly (Hit | JoinHit)[]
  /** The tables that list them, by their names in the folder `hits`; rules without hits have none. */
  readonly tables: ReadonlyMap<string, string>
  /** What is wrong with rules.yaml. */
  readonly findings: readonly Finding[]
}

/** rules.yaml, read and checked. */
export interface OwnRules {
  readonly file: YamlFile
  readonly content: RulesFile
}

/** The table of what waits for the editors. */
export const proposalsName = 'proposals.tsv'

/**
 * Find what the rules find in a source, by what text.yaml and rules.yaml say.
 *
 * Shape: source, text.yaml, rules.yaml when it is there → hits, joins, proposals and the tables that list
 * them.
 */
export async function findHits(
  source: string,
  config: Pick<TextConfig, 'format' | 'title' | 'subtitle' | 'shortTitle'> & {
    readonly authors: readonly {readonly name: string}[]
  },
  own?: OwnRules,
): Promise<TextHits> {
  const {format, authors, shortTitle = ''} = config
  const titles = [...authors.map(({name}) => name), fullTitle(config), shortTitle]
  const guards = guardsOf({titles, words: Object.keys(own?.content.words ?? {})})
  const lines = indexLines(source)
  const {repairs, version} = await knownRepairs(source, format, guards)
  const found = atWork(repairs, format)
  const left = own ? exceptions(own.file, own.content, found, source, lines) : undefined
  const {hits, escapes, joins, proposals} = repairsOfEdition(source, format, left?.repairs ?? found)
  const wanted = escapes.filter((escape) => !left?.isExcepted(escape))
  const all = {hits, escapes: wanted, joins, proposals}
  const tables = tablesOf(all, lines, version)
  return {...all, tables, findings: left?.findings() ?? []}
}

/** What the rules find that are at work in texts of a format. */
function atWork(repairs: Repairs, format: TextConfig['format']): Repairs {
  const {hits, joins, paragraphs, ends} = repairs
  const ids = new Set(rules.filter((rule) => rule.formats.includes(format)).map(({id}) => id))
  return {
    hits: hits.filter(({rule}) => ids.has(rule)),
    joins: joins.filter(({rule}) => ids.has(rule)),
    paragraphs: ids.has('paragraph-end') ? paragraphs : [],
    ends: ids.has('paragraph-end') ? ends : [],
  }
}

function tablesOf(
  {hits, escapes, joins, proposals}: Omit<TextHits, 'tables' | 'findings'>,
  lines: Lines,
  version: string,
): Map<string, string> {
  const tables = new Map<string, string>()
  const all: readonly (Hit | JoinHit)[] = inOrder([...hits, ...joins, ...joinTouching(escapes)])
  for (const rule of rules) {
    const own = all.filter((hit) => hit.rule === rule.id)
    if (own.length > 0) tables.set(`${rule.id}.tsv`, formatHits(rule, own, lines, version))
  }
  if (proposals.length > 0) tables.set(proposalsName, formatProposals(proposals, lines))
  return tables
}

/** Say where hits are listed: the table of their rule, and the line of the hit or of the one before it. */
export function listedIn(folder: string, {hits, escapes, joins}: TextHits, lines: Lines): Listed {
  const places = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const hit of inOrder<Hit | JoinHit>([...hits, ...joins, ...joinTouching(escapes)])) {
    const line = (counts.get(hit.rule) ?? 1) + 1
    counts.set(hit.rule, line)
    places.set(keyOf(hit, lines), line)
  }
  return (key) => {
    const rule = key.slice(0, key.indexOf('@'))
    return {path: join(folder, `${rule}.tsv`), line: places.get(key) ?? 1}
  }
}
