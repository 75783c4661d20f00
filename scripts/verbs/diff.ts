import {styleText} from 'node:util'
import {correctText} from '../../build/pipeline.ts'
import {terminalDiff} from '../../build/review/terminal.ts'
import type {Paint} from '../../build/review/terminal.ts'
import {wordChanges} from '../../build/review/word-changes.ts'
import {count} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {openText} from '../workspace.ts'

/** `edition diff`: show what the records change. */
export const diff: Verb = {
  name: 'diff',
  usage: 'TEXT',
  help: `Prints each change in the order of the source: its place, record, kind and reason, then the words
as [-source-]{+edition+}, in colour on a terminal. Escapes of plain sources change no reading and are
left out; --all shows them.`,
  options: {all: {type: 'boolean', help: 'show escapes too'}},
  async run({words, flags, workspace}) {
    const [name, ...rest] = words
    if (!name || rest.length > 0) throw new UsageError('Expected one TEXT.')
    const opened = await openText(workspace, name)
    if (!opened) return exit.findings
    const {text} = opened
    const {value, lines} = text.source
    const {corrected, pieces} = correctText(text)
    const changes = wordChanges(value, corrected, pieces)
    const shown = changes.filter(
      ({by}) => flags['all'] === true || by.some((record) => record.kind !== 'markup/escape'),
    )
    for (const line of terminalDiff(shown, value, lines, paint())) console.log(line)
    const queries = text.records.filter((record) => record.act === 'query').length
    const marks = count(text.marks.length, 'mark')
    const asked = `${queries} ${queries === 1 ? 'query' : 'queries'}`
    console.log(
      `${text.id}: ${count(shown.length, 'change')} of words, ${marks} of structure, ${asked}`,
    )
    return exit.fine
  },
}

/** Colour never is the only sign. */
function paint(): Paint {
  const signs: Paint = {
    removed: (words) => (words === '' ? '' : `[-${words}-]`),
    added: (words) => (words === '' ? '' : `{+${words}+}`),
    dim: (words) => words,
  }
  if (process.stdout.isTTY !== true || process.env['NO_COLOR']) return signs
  return {
    removed: (words) => styleText('red', signs.removed(words)),
    added: (words) => styleText('green', signs.added(words)),
    dim: (words) => styleText('dim', words),
  }
}
