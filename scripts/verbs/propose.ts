import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {loadText} from '../../build/store/load-text.ts'
import type {LoadedText} from '../../build/store/load-text.ts'
import {exit, UsageError} from '../exit.ts'
import {writeWhole} from '../files/write-whole.ts'
import {count, printFindings} from '../report.ts'
import {show} from '../show.ts'
import type {Verb} from '../verb.ts'
import {allTexts, explainMissing, findText} from '../workspace.ts'
import type {TextPlace, Workspace} from '../workspace.ts'
import {proposeCitations} from './propose-citations.ts'
import {describeProposals, groupsOf} from './repair/group-proposals.ts'

/** `edition propose`: refresh the hits of the rules, and list what waits for the editors. */
export const propose: Verb = {
  name: 'propose',
  usage: '[TEXT] [--citations] [--check] [--json] | EDITION --names',
  help: `Runs the repair rules on a text, or on all whose sources are there, and writes what each finds to
hits/RULE.tsv beside its corrections. Then it lists the proposals, which change nothing until an editor
says so: by form, with the readings that are likely, the evidence and the places. A record or mark by
hand shadows the hits and proposals it meets; rules.yaml holds exceptions and good words:
  words:   {WORD: why}                                 words that are right as they stand
  except:  {RULE@LINE:COLUMN: why, form.RULE.FORM: why}  what is not wanted, here or wherever the form stands
  off:     {RULE: why}                                 rules that are not at work in the text
With --citations it reads the notes instead, and lists what they seem to cite, for notes of which
citations.yaml says nothing: id, note, place, form, item, locator, words; --write puts that into citations.yaml
and bibliography.json, marked as drafted. What the editors have said is held against it, and doubts are
findings. It is a program's guess, for editors to correct.
With --names it lists the words with capitals of EDITION that are in no form of names.yaml, with how often they
stand and where first, occurrences that are undecided, and forms that may be of one name under two romanizations of Chinese.`,
  options: {
    check: {type: 'boolean', help: 'write nothing; exit 1 when hits are not fresh'},
    json: {type: 'boolean', help: 'print the proposals as JSON'},
    citations: {type: 'boolean', help: 'draft what the notes of TEXT cite, and doubt what is said'},
    names: {type: 'boolean', help: 'list what of EDITION may be a name, and pairs of forms'},
    write: {type: 'boolean', help: 'with --citations: write the drafts for the editors to correct'},
  },
  async run({words, flags, workspace}) {
    const [name, ...rest] = words
    if (rest.length > 0) throw new UsageError('Expected one TEXT, or none for all.')
    const isCheck = flags['check'] === true
    if (flags['names'] === true) {
      if (name === undefined) throw new UsageError('Expected one EDITION with --names.')
      // It makes outputs of texts, which the rules do without.
      const {proposeNames} = await import('./propose-names.ts')
      return proposeNames(name, flags['json'] === true, workspace)
    }
    if (flags['citations'] === true) {
      if (name === undefined) throw new UsageError('Expected one TEXT with --citations.')
      const isWritten = flags['write'] === true
      if (isWritten && isCheck) throw new UsageError('Expected --write or --check, not both.')
      const isJson = flags['json'] === true
      return proposeCitations(name, {isWritten, isChecked: isCheck, isJson}, workspace)
    }
    if (flags['write'] === true) throw new UsageError('Expected --write with --citations.')
    const texts = name === undefined ? await allTexts(workspace) : [await findText(workspace, name)]
    const lists: object[] = []
    let worst: number = exit.fine
    for (const text of texts) {
      const loaded = await load(text, workspace)
      if (loaded.missing) {
        const why = explainMissing(loaded.missing, workspace)
        if (name !== undefined) throw new UsageError(why)
        console.error(why)
        continue
      }
      if (!loaded.hits || !loaded.source) {
        printFindings(loaded.findings)
        worst = exit.findings
        continue
      }
      printFindings(loaded.findings.filter(({ruleId}) => ruleId !== 'hits-stale' || isCheck))
      const {changes, counts, proposals} = loaded.hits
      if (isCheck && changes.size > 0) worst = exit.findings
      for (const [path, table] of isCheck ? [] : changes) {
        if (table === null) rmSync(path, {force: true})
        else await writeWhole(path, table)
        console.error(`${show(path)}\t${table === null ? 'removed' : 'written'}`)
      }
      const hits = count(
        [...counts.values()].reduce((sum, one) => sum + one, 0),
        'hit',
      )
      console.error(`${text.id}: ${hits}, ${count(proposals.length, 'proposal')}`)
      const groups = groupsOf(loaded.source, proposals)
      if (flags['json'] === true) {
        lists.push({text: text.id, hits: Object.fromEntries(counts), proposals: groups})
      } else for (const line of describeProposals(text.id, groups)) console.log(line)
    }
    if (flags['json'] === true) console.log(JSON.stringify(lists, null, 2))
    return worst
  },
}

function load({edition, id, folder}: TextPlace, workspace: Workspace): Promise<LoadedText> {
  const own = join(workspace.manuscript, edition, 'sources')
  return loadText(folder, id, [own, ...workspace.sources])
}
