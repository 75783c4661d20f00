import {join} from 'node:path'
import {isError} from '../../build/finding.ts'
import {criticmarkupReport} from '../../build/review/reporters/criticmarkup.ts'
import {htmlReport} from '../../build/review/reporters/html.ts'
import {jsonReport} from '../../build/review/reporters/json.ts'
import {markdownReport} from '../../build/review/reporters/markdown.ts'
import {teiReport} from '../../build/review/reporters/tei.ts'
import {terminalReport} from '../../build/review/reporters/terminal.ts'
import {reviewText} from '../../build/review/review-text.ts'
import type {ReviewText} from '../../build/review/review-text.ts'
import {writeWhole} from '../files/write-whole.ts'
import {paint} from '../paint.ts'
import {count, printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import {show} from '../show.ts'
import type {Verb} from '../verb.ts'
import {editAlone, openText} from '../workspace.ts'

/** Formats of items, which are printed: with `--with-source`, or without words of the source but lemmas. */
const listed: Readonly<Record<string, (review: ReviewText, withSource: boolean) => string>> = {
  markdown: markdownReport,
  json: jsonReport,
}

/** Formats of a whole text, which are written into a private folder: how their names end. */
const whole: Readonly<Record<string, {ending: string; report(review: ReviewText): string}>> = {
  html: {ending: 'diff.html', report: htmlReport},
  criticmarkup: {ending: 'critic.md', report: criticmarkupReport},
  tei: {ending: 'tei.xml', report: teiReport},
}

const formats = ['terminal', ...Object.keys(listed), ...Object.keys(whole)]

/** `edition diff`: show what the editors do to a text. */
export const diff: Verb = {
  name: 'diff',
  usage: 'TEXT | A..B',
  help: `Shows what the editors do to a text, in the order of the source, always from its records and marks: no
texts are compared. --format says how:
  terminal      (default) each change with its place, record, kind and reason, then the words as
                [-source-]{+edition+}, in colour on a terminal; marks, queries, places that are kept and what
                is rejected between them. Escapes of plain sources change no reading and are left out;
                --all shows them.
  markdown      a list for a pull request or an issue
  json          {text, title, sha256, items}, offsets in UTF-16 units of the source
  html          the whole text on one page with its changes, and a list of them
  criticmarkup  the whole text; all changes rejected it is the source, all accepted the corrected text
  tei           the whole text as TEI P5
markdown and json quote the source in lemmas alone; --with-source adds the words around, or all of it. The
formats of a whole text hold the source: they are written into OUT/private/EDITION/, and their path is
printed.
A..B shows instead what the editors and reviewers changed between two revisions of the repository (A.. until
now, A...B since they parted), without a checkout and without sources, as terminal, markdown (for a pull
request, with verdicts to be pasted) or json.`,
  options: {
    format: {type: 'string', value: 'F', help: `one of ${formats.join(', ')}`},
    all: {type: 'boolean', help: 'show escapes too, on a terminal'},
    'with-source': {type: 'boolean', help: 'words of the source too, in markdown and json'},
    out: {type: 'string', value: 'DIR', help: 'the folder of outputs (default: dist)'},
  },
  async run(call) {
    const {words, flags, workspace} = call
    const [name, ...rest] = words
    if (!name || rest.length > 0) throw new UsageError('Expected one TEXT, or two revisions A..B.')
    if (name.includes('..')) {
      // It reads revisions of a repository, which the other forms do without.
      const {diffRevisions} = await import('./diff-revisions.ts')
      return diffRevisions(name, call)
    }
    const format = formatOf(flags)
    const opened = await openText(workspace, name)
    if (!opened) return exit.findings
    const {edition, text} = opened
    const {config} = edition
    if (!config) return exit.findings
    const edited = editAlone(text)
    const review = reviewText(edited, config.review)
    if (format === 'terminal') {
      printTerminal(review, flags['all'] === true)
      return exit.fine
    }
    printFindings(edited.findings)
    if (edited.findings.some(isError)) return exit.findings
    const list = listed[format]
    if (list) {
      process.stdout.write(list(review, flags['with-source'] === true))
      return exit.fine
    }
    const {ending, report} = whole[format] as (typeof whole)[string]
    const path = join(workspace.out, 'private', edition.id, `${text.id}.${ending}`)
    await writeWhole(path, report(review))
    console.log(show(path))
    return exit.fine
  },
}

/** The format that is asked for, and whether the other options belong to it. */
function formatOf(flags: Readonly<Record<string, unknown>>): string {
  const format = String(flags['format'] ?? 'terminal')
  if (!formats.includes(format)) {
    throw new UsageError(`No format \`${format}\` for --format; there is: ${formats.join(', ')}.`)
  }
  if (flags['all'] === true && format !== 'terminal') {
    throw new UsageError(`Expected --all with terminal alone, not with ${format}.`)
  }
  if (flags['with-source'] === true && !Object.hasOwn(listed, format)) {
    throw new UsageError(`Expected --with-source with markdown or json, not with ${format}.`)
  }
  return format
}

function printTerminal(review: ReviewText, all: boolean): void {
  const {lines, changes} = terminalReport(review, paint(), all)
  for (const line of lines) console.log(line)
  const queries = review.anchors.filter(({act}) => act === 'query').length
  const marks = count(review.marks.length, 'mark')
  const asked = `${queries} ${queries === 1 ? 'query' : 'queries'}`
  console.log(`${review.id}: ${count(changes, 'change')} of words, ${marks} of structure, ${asked}`)
}
