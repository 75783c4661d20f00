import {exportNotes, exportRecords, exportText} from '../../build/review/export.ts'
import {isError} from '../../build/finding.ts'
import {printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {editAlone, openText} from '../workspace.ts'

/** `edition export`: give what is known of a text to other programs. */
export const exportVerb: Verb = {
  name: 'export',
  usage: 'records|notes|text TEXT --json',
  help: `Prints JSON on standard output; every offset counts UTF-16 units of the source.
  records  [{id, start, end, line, column, lemma, reading, act, kind, cert, by}]
  notes    [{id, printed, marker, text, references: [{start, end}], spans: [{start, end}]}]
  text     {id, title, sha256, corrected, pieces, blocks}: the corrected text with its source map, and the
           blocks of the edition in the reading order with page, paragraph and note`,
  options: {json: {type: 'boolean', help: 'print JSON (the only format)'}},
  async run({words, workspace}) {
    const [what, name, ...rest] = words
    if (!name || rest.length > 0 || (what !== 'records' && what !== 'notes' && what !== 'text')) {
      throw new UsageError('Expected records, notes or text, and one TEXT.')
    }
    const opened = await openText(workspace, name)
    if (!opened) return exit.findings
    if (what === 'records') {
      print(exportRecords(opened.text))
      return exit.fine
    }
    const edition = editAlone(opened.text)
    printFindings(edition.findings)
    if (edition.findings.some(isError)) return exit.findings
    print(what === 'notes' ? exportNotes(edition) : exportText(edition))
    return exit.fine
  },
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2))
}
