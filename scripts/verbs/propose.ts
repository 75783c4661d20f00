import {join} from 'node:path'
import {rules} from '../../build/repair/rules.ts'
import {formatHits} from '../../build/store/hits-file.ts'
import {count} from '../report.ts'
import {UsageError} from '../exit.ts'
import type {Verb} from '../verb.ts'
import {show} from '../show.ts'
import {openSource} from '../workspace.ts'
import {writeWhole} from '../files/write-whole.ts'

/** `edition propose`: refresh the hits of the rules. */
export const propose: Verb = {
  name: 'propose',
  usage: 'TEXT',
  help: `Runs the repair rules that apply to the format of the text and writes what each finds to
hits/RULE.tsv beside its corrections. A record by hand shadows the hits it meets.`,
  options: {},
  async run({words, workspace}) {
    const [name, ...rest] = words
    if (!name || rest.length > 0) throw new UsageError('Expected one TEXT.')
    const {folder, value, lines, format} = await openSource(workspace, name)
    for (const rule of rules.filter((one) => one.formats.includes(format))) {
      const hits = rule.find(value)
      const path = join(folder, 'hits', `${rule.id}.tsv`)
      await writeWhole(path, formatHits(rule, hits, lines))
      console.log(`${show(path)}\t${count(hits.length, 'hit')}`)
    }
    return 0
  },
}
