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
import {listEditions} from '../../build/store/load-edition.ts'
import type {LoadedEdition} from '../../build/store/load-edition.ts'
import {writeWhole} from '../files/write-whole.ts'
import {paint} from '../paint.ts'
import {count, printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import {show} from '../show.ts'
import type {Call, Verb} from '../verb.ts'
import {editAlone, openEdition, openText} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'

const formats = ['terminal', 'markdown', 'json', 'html', 'criticmarkup', 'tei'] as const
type Format = (typeof formats)[number]

/** How each format is printed or written, of one text or of all. */
const print: Readonly<Record<Format, (reviews: Reviews, call: Call, isAll: boolean) => unknown>> = {
  terminal: (reviews, {flags}) => {
    for (const [, review] of reviews) printTerminal(review, flags['all'] === true)
  },
  markdown: (reviews, {flags}) => {
    const lists = reviews.map(([, review]) => markdownReport(review, isWithSource(flags)))
    process.stdout.write(lists.join('\n'))
  },
  json: (reviews, {flags}, isAll) => {
    const texts = reviews.map(([, review]) => jsonReport(review, isWithSource(flags)))
    const all = texts.map((text) => text.trimEnd()).join(',\n')
    process.stdout.write(isAll ? `[\n${all}\n]\n` : texts.join(''))
  },
  html: (reviews, {workspace}) => writeAll(reviews, workspace, 'diff.html', htmlReport),
  criticmarkup: (reviews, {workspace}) =>
    writeAll(reviews, workspace, 'critic.md', criticmarkupReport),
  tei: (reviews, {workspace}) => writeAll(reviews, workspace, 'tei.xml', teiReport),
}

function isWithSource(flags: Call['flags']): boolean {
  return flags['with-source'] === true
}

/** Write whole texts into a private folder, for they hold the source. */
async function writeAll(
  reviews: Reviews,
  {out}: Workspace,
  ending: string,
  report: (review: ReviewText) => string,
): Promise<void> {
  for (const [edition, review] of reviews) {
    const path = join(out, 'private', edition, `${review.id}.${ending}`)
    await writeWhole(path, report(review))
    console.log(show(path))
  }
}

/** `edition diff`: show what the editors do to a text. */
export const diff: Verb = {
  name: 'diff',
  usage: '[TEXT] | A..B',
  help: `Shows what the editors do to a text, or to all whose sources are there, in the order of the source, always from its records and marks: no
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
    if (rest.length > 0)
      throw new UsageError('Expected one TEXT, none for all, or two revisions A..B.')
    if (name?.includes('..')) {
      // It reads revisions of a repository, which the other forms do without.
      const {diffRevisions} = await import('./diff-revisions.ts')
      return diffRevisions(name, call)
    }
    const format = formatOf(flags)
    const editions = name === undefined ? await allEditions(workspace) : [await openOne(call, name)]
    const reviews: [edition: string, review: ReviewText][] = []
    let worst: number = exit.fine
    for (const edition of editions) {
      if (!edition?.config || edition.findings.some(isError)) worst = exit.findings
      for (const text of edition?.texts ?? []) {
        const edited = editAlone(text)
        // On a terminal one looks at a text while it is being mended.
        const isShown = format === 'terminal' || !edited.findings.some(isError)
        if (format !== 'terminal') printFindings(edited.findings)
        if (!isShown) worst = exit.findings
        else if (edition?.config) {
          reviews.push([edition.id, reviewText(edited, edition.config.review)])
        }
      }
    }
    await print[format](reviews, call, name === undefined)
    return worst
  },
}

/** The edition of a text, with that text alone. */
async function openOne({workspace}: Call, name: string): Promise<LoadedEdition | null> {
  return (await openText(workspace, name))?.edition ?? null
}

/** All editions, with the texts whose sources are there; of others it is said that they are not shown. */
async function allEditions(workspace: Workspace): Promise<LoadedEdition[]> {
  const editions: LoadedEdition[] = []
  for (const name of await listEditions(workspace.manuscript)) {
    const edition = await openEdition(workspace, name)
    printFindings(edition.findings)
    const lacking = edition.missing.map(({text}) => text)
    if (lacking.length > 0) {
      console.error(`Not shown, for they lack their sources: ${lacking.join(', ')}.`)
    }
    editions.push(edition)
  }
  return editions
}

type Reviews = readonly (readonly [edition: string, review: ReviewText])[]

/** The format that is asked for, and whether the other options belong to it. */
function formatOf(flags: Call['flags']): Format {
  const asked = String(flags['format'] ?? 'terminal')
  const format = formats.find((name) => name === asked)
  if (!format) {
    throw new UsageError(`No format \`${asked}\` for --format; there is: ${formats.join(', ')}.`)
  }
  if (flags['all'] === true && format !== 'terminal') {
    throw new UsageError(`Expected --all with terminal alone, not with ${format}.`)
  }
  if (flags['with-source'] === true && format !== 'markdown' && format !== 'json') {
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
