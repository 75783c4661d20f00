import {join} from 'node:path'
import {doubtText} from '../../build/bibliography/draft/doubt-text.ts'
import {draftText} from '../../build/bibliography/draft/draft-text.ts'
import type {ProposedCitation} from '../../build/bibliography/draft/draft-text.ts'
import type {Item} from '../../build/bibliography/item.ts'
import {isError} from '../../build/finding.ts'
import {formatBibliography} from '../../build/store/canonical-bibliography.ts'
import {readIfThere} from '../../build/store/read-if-there.ts'
import {formatPlace} from '../../build/text/place.ts'
import {addEntriesTo} from '../add-entry.ts'
import {exit} from '../exit.ts'
import {writeWhole} from '../files/write-whole.ts'
import {count, printFindings} from '../report.ts'
import {show} from '../show.ts'
import {editAlone, openText} from '../workspace.ts'
import type {Workspace} from '../workspace.ts'

/** What is to be done with the drafts. */
export interface DraftOptions {
  readonly isWritten: boolean
  readonly isChecked: boolean
  readonly isJson: boolean
}

/**
 * Draft what the notes of a text cite, of which nothing is said yet; hold the rest against what is said.
 *
 * Shape: text, options, workspace → exit code.
 */
export async function proposeCitations(
  name: string,
  options: DraftOptions,
  workspace: Workspace,
): Promise<number> {
  const opened = await openText(workspace, name)
  if (!opened) return exit.findings
  const {edition, text, folder} = opened
  const {tree, findings} = editAlone(text)
  // Notes of which nothing is said are what this is for.
  const faults = findings.filter((one) => isError(one) && one.ruleId !== 'citation-uncovered')
  printFindings(faults)
  if (faults.length > 0) return exit.findings
  const {citations, source, config} = text
  const known = new Map(edition.bibliography.items.map(({item}) => [item.id, item]))
  const draft = draftText({tree, citations, source}, known, config.prefix)
  const doubts = doubtText({tree, citations, source}, known)
  printFindings(doubts)
  if (options.isJson) {
    const {citations: proposed, items} = draft
    console.log(JSON.stringify({citations: proposed, items}, null, 2))
  } else for (const one of draft.citations) console.log(describe(one))
  const empty = draft.empty.length > 0 ? `; nothing found in ${draft.empty.join(', ')}` : ''
  const found = `${count(draft.citations.length, 'citation')}, ${count(draft.items.length, 'new item')}`
  console.error(`${text.id}: ${found}${empty}`)
  if (options.isWritten && draft.citations.length > 0) {
    const path = join(folder, 'citations.yaml')
    const written = withCitations(path, (await readIfThere(path)) ?? '', draft.citations)
    await writeItems(join(workspace.manuscript, edition.id, 'bibliography.json'), draft.items)
    await writeWhole(path, written)
    console.error(`${show(path)}\twritten`)
  }
  const isClean = doubts.length + draft.citations.length === 0
  return options.isChecked && !isClean ? exit.findings : exit.fine
}

function describe(one: ProposedCitation): string {
  const back = one.antecedent === undefined ? '' : ` ← ${one.antecedent}`
  const {id, note, at, form, item, locator = '', words} = one
  return [id, note, formatPlace(at), form, `${item}${back}`, locator, words].join('\t')
}

async function writeItems(path: string, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return
  const before = JSON.parse((await readIfThere(path)) ?? '[]') as unknown[]
  const {text} = formatBibliography(path, JSON.stringify([...before, ...items]))
  if (text === null) return
  await writeWhole(path, text)
  console.error(`${show(path)}\twritten`)
}

/** The file of the citations with those that are proposed, each marked as drafted. */
function withCitations(path: string, text: string, citations: readonly ProposedCitation[]): string {
  const entries = citations.map((one) => {
    const {id, at, to, digest, item, form, locator, antecedent} = one
    const places = {at: formatPlace(at), to: formatPlace(to), digest}
    const fields = {...places, item, form, locator, antecedent, drafted: 'true'}
    return [['citations', id], fields] as const
  })
  return addEntriesTo(path, text, 'citations', entries)
}
