import {isError} from '../../build/finding.ts'
import {listUnbound} from '../../build/names/unbound-words.ts'
import {proposePairs} from '../../build/names/propose-pairs.ts'
import {editTexts} from '../../build/outputs.ts'
import {formatPlace, toPlace} from '../../build/text/place.ts'
import {exit, UsageError} from '../exit.ts'
import {printFindings} from '../report.ts'
import {show} from '../show.ts'
import {explainMissing, openEdition} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'

/**
 * List the words of an edition that may be names and are in none, names that are undecided, and forms that may be of
 * one name.
 *
 * Shape: name of the edition, whether as JSON → exit code. Nothing is written.
 */
export async function proposeNames(
  name: string,
  isJson: boolean,
  workspace: Workspace,
): Promise<number> {
  const edition = await openEdition(workspace, name)
  for (const missing of edition.missing) throw new UsageError(explainMissing(missing, workspace))
  const texts = editTexts(edition.texts, edition.config?.numbering ?? 'per-text')
  const findings = [...edition.findings, ...texts.flatMap((text) => text.findings)]
  if (findings.some(isError)) {
    printFindings(findings)
    return exit.findings
  }
  const named = texts.map(({text, tree}) => ({path: text.source.path, tree}))
  const unbound = listUnbound(named, edition.names)
  const pairs = proposePairs(
    edition.names,
    unbound.map(({words}) => words),
  )
  const undecided = texts.flatMap(({text: {names, source}}) =>
    names.decisions
      .filter(({is}) => is === 'undecided')
      .map(({lemma, start, why}) => {
        return {words: lemma, path: source.path, place: toPlace(source.lines, start), why}
      }),
  )
  if (isJson) {
    console.log(JSON.stringify({unbound, undecided, pairs}, null, 2))
    return exit.fine
  }
  for (const {words, times, path, place} of unbound) {
    console.log(`${words}\t${times}\t${show(path)}:${place ? formatPlace(place) : ''}`)
  }
  for (const {words, path, place, why} of undecided) {
    console.log(`${words}\tundecided\t${show(path)}:${formatPlace(place)}\t${why ?? ''}`)
  }
  for (const {known, name: id, other, otherName} of pairs) {
    console.log(`${known} (${id}) = ${other}${otherName === undefined ? '' : ` (${otherName})`} ?`)
  }
  return exit.fine
}
