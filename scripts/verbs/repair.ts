import type {Repairs} from '../../build/repair/hit.ts'
import type {Format} from '../../build/repair/look.ts'
import {repairText} from '../../build/repair/repair-text.ts'
import {loadLanguage} from '../../build/store/load-language.ts'
import {exit, UsageError} from '../exit.ts'
import {count} from '../report.ts'
import type {Verb} from '../verb.ts'
import {countRepairs, describeRepairs} from './repair/describe-repairs.ts'
import {readText} from './repair/read-text.ts'
import {repairedText} from './repair/repaired-text.ts'
import {repairLines} from './repair/repair-lines.ts'

/** `edition repair`: repair any text, of an edition or not. */
export const repair: Verb = {
  name: 'repair',
  usage: 'FILE [--format F] [--json] | --jsonl',
  help: `Prints the repaired text of a file in UTF-8: characters, ligatures, hyphens and blanks mended, running
heads out, what a page cut joined, a blank line between paragraphs. The file itself is never changed, and
nothing is printed before all is done. What was found is counted on standard error. Only what is certain
is applied; --json prints all, the proposals too: {format, sha256, hits, joins, paragraphs}.

With --jsonl it reads lines {"id", "text", "format": "text"|"markdown"} from standard input and answers each,
in order, with a line {"id", "edits", "joins", "paragraphs"}; offsets count UTF-16 units of the text.
  edits       [{start, end, lemma, reading, kind, status: "applied"|"proposed", p, candidates}]: candidates
              are readings, the likeliest first; no two edits overlap
  joins       [{a, b, glue: "none"|"keep"|"space"}]: what ends at a goes on at b, as one word without its
              hyphen, as one with it, or as two; only what is applied, proposed joins are left out
  paragraphs  [offset]: line ends that end a paragraph, and are no edits
A line that is none is answered with {"id", "line", "error"}; the others go on, and the exit code is 1.`,
  options: {
    format: {
      type: 'string',
      value: 'F',
      help: 'plain or markdown (default: by the name of the file)',
    },
    json: {type: 'boolean', help: 'print what was found, not the text'},
    jsonl: {type: 'boolean', help: 'repair texts that come as lines of JSON'},
  },
  async run({words, flags}) {
    const [path, ...rest] = words
    const isLines = flags['jsonl'] === true
    if (
      isLines &&
      (path !== undefined || flags['json'] === true || flags['format'] !== undefined)
    ) {
      throw new UsageError('Expected nothing beside --jsonl; each line gives its own format.')
    }
    if (isLines) return repairStandardInput()
    if (path === undefined || rest.length > 0)
      throw new UsageError('Expected one FILE, or --jsonl.')
    const format = readFormat(flags['format'] as string | undefined, path)
    const {value, sha256, checkUnchanged} = await readText(path)
    const language = await loadLanguage()
    const repairs = repairText(value, {format, language})
    const isJson = flags['json'] === true
    const {text, notJoined} = isJson ? {text: '', notJoined: 0} : repairedText(value, repairs)
    await checkUnchanged()
    if (isJson) {
      console.log(JSON.stringify({format, sha256, ...describeRepairs(value, repairs)}, null, 2))
    } else process.stdout.write(text)
    for (const line of countRepairs(repairs)) console.error(line)
    if (notJoined > 0) console.error(`${count(notJoined, 'join')} could not be made.`)
    return exit.fine
  },
}

async function repairStandardInput(): Promise<number> {
  const language = await loadLanguage()
  const repairOne = (text: string, format: Format): Repairs => repairText(text, {format, language})
  const faults = await repairLines(process.stdin, process.stdout, repairOne)
  if (faults === 0) return exit.fine
  console.error(`${count(faults, 'line')} could not be repaired.`)
  return exit.findings
}

function readFormat(wanted: string | undefined, path: string): Format {
  if (wanted === undefined) return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain'
  if (wanted === 'plain' || wanted === 'text') return 'plain'
  if (wanted === 'markdown') return wanted
  throw new UsageError(`No format \`${wanted}\`; there is: plain, markdown.`)
}
