import {isError} from '../../build/finding.ts'
import {listEditions} from '../../build/store/load-edition.ts'
import {makeEdition} from '../make-edition.ts'
import {outputFlags, readOutputFlags} from '../output-options.ts'
import {count, printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {show} from '../show.ts'
import {openEdition, reportMissing} from '../workspace.ts'
import {formatEdition, unformatted} from './fmt.ts'

/** `edition check`: find everything that is wrong, and write nothing. */
export const check: Verb = {
  name: 'check',
  usage: '[EDITION…]',
  help: `Reads the files of the editors, edits the texts, makes the outputs in memory and reads them back:
records, marks, notes, hits, form of the files, quotation budget, conservation, audit.`,
  options: outputFlags,
  async run({words, flags, workspace}) {
    const make = readOutputFlags(flags)
    const names = words.length > 0 ? words : await listEditions(workspace.manuscript)
    if (names.length === 0) throw new UsageError(`No edition in ${show(workspace.manuscript)}.`)
    let worst: number = exit.fine
    for (const name of names) {
      const edition = await openEdition(workspace, name)
      const format = (await formatEdition(workspace, name)).changed.map(([path]) =>
        unformatted(path),
      )
      if (edition.missing.length > 0) {
        printFindings([...edition.findings, ...format])
        worst = Math.max(worst, reportMissing(edition, workspace, words.length > 0))
        if ([...edition.findings, ...format].some(isError)) worst = Math.max(worst, exit.findings)
        continue
      }
      const {findings, budgets, reviews} = await makeEdition(edition, make)
      const all = [...findings, ...format]
      printFindings(all)
      for (const line of [...budgets, ...reviews]) console.log(line)
      const records = edition.texts.reduce((sum, text) => sum + text.records.length, 0)
      const marks = edition.texts.reduce((sum, text) => sum + text.marks.length, 0)
      const verdict = all.some(isError) ? 'not right' : all.length > 0 ? 'no errors' : 'right'
      console.log(
        `${name}: ${verdict}; ${count(records, 'record')}, ${count(marks, 'mark')}, ${count(all.length, 'finding')}`,
      )
      if (all.some(isError)) worst = Math.max(worst, exit.findings)
    }
    return worst
  },
}
