import {basename} from 'node:path'
import {isError} from '../../build/finding.ts'
import type {Finding} from '../../build/finding.ts'
import type {Revision} from '../../build/model/revision.ts'
import type {Changes, Remark} from '../../build/review/revisions/change.ts'
import {compareRevisions} from '../../build/review/revisions/compare-revisions.ts'
import {markdownReport} from '../../build/review/revisions/markdown-report.ts'
import {report} from '../../build/review/revisions/report.ts'
import {groupOf} from '../../build/review/revisions/say-change.ts'
import {terminalReport} from '../../build/review/revisions/terminal-report.ts'
import {withContexts} from '../../build/review/revisions/with-contexts.ts'
import type {KnownFiles} from '../../build/store/revision/file-reader.ts'
import {readRevision} from '../../build/store/revision/read-revision.ts'
import {exit, UsageError} from '../exit.ts'
import {findEnds} from '../git/find-ends.ts'
import type {NamedRevision} from '../git/find-ends.ts'
import {findSourcesOf} from '../git/find-sources-of.ts'
import {openRepository} from '../git/open-repository.ts'
import {readManuscripts} from '../git/read-manuscripts.ts'
import type {Manuscripts} from '../git/read-manuscripts.ts'
import {paint} from '../paint.ts'
import {printFindings} from '../report.ts'
import {show} from '../show.ts'
import type {Call} from '../verb.ts'
import type {Workspace} from '../workspace.ts'

/**
 * Show what changed in the editions between two revisions, without a checkout and without sources.
 *
 * Shape: range (`A..B`, `A..`, `A...B`), the call → exit code: 1 when a file that changed is not as its schema asks,
 * as it is now.
 * Throws: `UsageError` for what is no range, no repository or no revision, and for options of other forms;
 * `ToolError` without git.
 */
export async function diffRevisions(range: string, {flags, workspace}: Call): Promise<number> {
  const format = formatOf(flags)
  const repository = await openRepository(workspace.manuscript)
  const ends = await findEnds(repository, range)
  const [was, is] = await readManuscripts(repository, workspace.manuscript, ends)
  const known: KnownFiles = new Map()
  const before = readRevision(was.files, was.pathOf, known)
  const after = readRevision(is.files, is.pathOf, known)
  const findings = findingsOf([was, before], [is, after])
  printFindings(findings)
  const {changes, remarks} = compareRevisions(before, after)
  const moved = [...movedRemark(was, ends[0]), ...movedRemark(is, ends[1])]
  const all = {
    changes:
      flags['with-source'] === true
        ? await addContexts(changes, before, after, workspace)
        : changes,
    remarks: [...moved, ...remarks],
  }
  print[format](all, {range, ends, findings})
  return findings.some(isError) ? exit.findings : exit.fine
}

interface About {
  readonly range: string
  readonly ends: readonly [NamedRevision, NamedRevision]
  readonly findings: readonly Finding[]
}

/** How each format is printed. */
const print = {
  terminal: (changes: Changes, about: About): void => {
    for (const line of terminalReport(report(changes), about, paint())) console.log(line)
  },
  markdown: (changes: Changes, {range, findings}: About): void => {
    const faults = findings.map((one) => ({place: placeOf(one), says: one.reason}))
    process.stdout.write(markdownReport(report(changes), {range, faults}))
  },
  json: ({changes, remarks}: Changes, {ends: [from, to], findings}: About): void => {
    const faults = findings.map(({file, line, column, ruleId, reason}) => {
      return {file, line, column, ruleId, reason}
    })
    console.log(JSON.stringify({from, to, changes, remarks, findings: faults}, null, 2))
  },
} as const

function placeOf({file, line, column}: Finding): string {
  const path = show(file ?? '')
  return line === undefined ? path : `${path}:${line}:${column ?? 1}`
}

function formatOf(flags: Call['flags']): keyof typeof print {
  const format = String(flags['format'] ?? 'terminal')
  const known = Object.keys(print) as (keyof typeof print)[]
  const found = known.find((name) => name === format)
  if (found && flags['all'] !== true) return found
  throw new UsageError(
    found
      ? 'Expected no --all with two revisions.'
      : `No format \`${format}\` for two revisions; there is: ${known.join(', ')}.`,
  )
}

/**
 * What is wrong in the files that changed. What was wrong before is a warning: nobody can mend it any more, but its
 * entries are not compared.
 */
function findingsOf(
  [was, before]: readonly [Manuscripts, Revision],
  [is, after]: readonly [Manuscripts, Revision],
): Finding[] {
  const paths = new Set([...was.files.keys(), ...is.files.keys()])
  const changed = [...paths].filter((path) => was.files.get(path) !== is.files.get(path))
  const [old, now] = [was, is].map(({pathOf}) => new Set(changed.map(pathOf)))
  const past = before.findings.filter(({file}) => old?.has(file ?? ''))
  for (const one of past) if (isError(one)) one.fatal = false
  return [...past, ...after.findings.filter(({file}) => now?.has(file ?? ''))]
}

async function addContexts(
  changes: Changes['changes'],
  before: Revision,
  after: Revision,
  workspace: Workspace,
): Promise<Changes['changes']> {
  const wanted = new Set(changes.filter(({text, at}) => text !== null && at).map(groupOf))
  const {found, missing} = await findSourcesOf(before, after, wanted, workspace)
  if (missing.length > 0) {
    console.error(`No source is there of ${missing.join(', ')}; its words are left out.`)
  }
  return withContexts(changes, found)
}

function movedRemark({movedFrom}: Manuscripts, {name}: NamedRevision): Remark[] {
  if (movedFrom === null) return []
  const folder = movedFrom === '' ? 'the root of the repository' : `“${movedFrom}”`
  const says = `At ${name} the editions lie in ${folder}.`
  return [{edition: basename(movedFrom) || 'editions', text: null, says}]
}
