import {join} from 'node:path'
import {compareDrafts, pairDrafts} from '../../build/bibliography/draft/compare-drafts.ts'
import {draftCitations} from '../../build/bibliography/draft/draft-citations.ts'
import type {DraftCitation} from '../../build/bibliography/draft/draft-citations.ts'
import {itemOfDraft} from '../../build/bibliography/draft/item-of-draft.ts'
import {noteWords} from '../../build/bibliography/draft/note-words.ts'
import type {Item} from '../../build/bibliography/item.ts'
import {citationsOf} from '../../build/bibliography/placed-citations.ts'
import {isError} from '../../build/finding.ts'
import {formatBibliography} from '../../build/store/canonical-bibliography.ts'
import type {Fields} from '../../build/store/edit-yaml.ts'
import {readIfThere} from '../../build/store/read-if-there.ts'
import {digest} from '../../build/text/digest.ts'
import {formatPlace, toPlace} from '../../build/text/place.ts'
import {unusedName} from '../../build/text/unused-name.ts'
import {addEntryTo} from '../add-entry.ts'
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

/** A citation that is proposed, as citations.yaml would have it. */
interface Proposal {
  readonly id: string
  readonly note: string
  readonly words: string
  readonly fields: Fields
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
  const notes = noteWords(tree)
  const drafts = draftCitations(notes)
  const placed = citationsOf(tree, text.citations.citations)
  const pairs = pairDrafts(drafts, placed)
  const {source} = text
  const spanOf = (draft: DraftCitation) => {
    const own = notes.find(({note, words}) => {
      return note === draft.note && words.slice(draft.start, draft.end) === draft.words
    })
    return own?.spanOf(draft) ?? null
  }
  const said = new Set([...placed, ...text.citations.silent].map(({note}) => note))
  const items = new Map(edition.bibliography.items.map(({item}) => [item.id, item]))
  const doubts = compareDrafts(
    pairs.filter(({draft}) => said.has(draft.note)),
    items,
    (draft) => {
      const span = spanOf(draft)
      return span ? {...toPlace(source.lines, span.start)} : undefined
    },
    source.path,
  )
  printFindings(doubts)
  const known = new Map(
    pairs.flatMap(({draft, curated}) => (curated ? [[draft.work, curated.citation.item]] : [])),
  )
  const itemOf = (draft: DraftCitation): string => known.get(draft.work) ?? draft.work
  const fresh = drafts.filter(({note}) => !said.has(note))
  const newItems = fresh.flatMap((draft): Item[] => {
    const id = itemOf(draft)
    if (items.has(id)) return []
    const item = itemOfDraft(draft, id)
    items.set(id, item)
    return [item]
  })
  const ids = idsOf(
    drafts,
    pairs.map(({curated}) => curated?.citation.id),
    text.config.prefix,
  )
  const proposals = fresh.flatMap((draft): Proposal[] => {
    const span = spanOf(draft)
    if (!span) return []
    const at = drafts.indexOf(draft)
    const place = (offset: number): string => formatPlace(toPlace(source.lines, offset))
    const fields: Fields = {
      at: place(span.start),
      to: place(span.end),
      digest: digest(source.value.slice(span.start, span.end)),
      item: itemOf(draft),
      form: draft.form,
      locator: draft.locator,
      antecedent: draft.antecedent === undefined ? undefined : ids[draft.antecedent],
    }
    return [{id: ids[at] ?? '', note: draft.note, words: draft.words, fields}]
  })
  if (options.isJson) console.log(JSON.stringify({citations: proposals, items: newItems}, null, 2))
  else for (const one of proposals) console.log(describe(one))
  const uncovered = new Set(notes.map(({note}) => note).filter((note) => !said.has(note)))
  for (const {note} of proposals) uncovered.delete(note)
  const quiet = uncovered.size > 0 ? `; nothing found in ${[...uncovered].join(', ')}` : ''
  const found = `${count(proposals.length, 'citation')}, ${count(newItems.length, 'new item')}`
  console.error(`${text.id}: ${found}${quiet}`)
  if (options.isWritten && proposals.length > 0) {
    const bibliography = join(workspace.manuscript, edition.id, 'bibliography.json')
    await writeItems(bibliography, newItems)
    await writeCitations(join(folder, 'citations.yaml'), proposals)
  }
  return options.isChecked && doubts.length + proposals.length > 0 ? exit.findings : exit.fine
}

function describe({id, note, words, fields}: Proposal): string {
  const {at, item, form, locator = '', antecedent} = fields
  const back = antecedent === undefined ? '' : ` ← ${String(antecedent)}`
  return [id, note, at, form, `${String(item)}${back}`, locator, words].join('\t')
}

/** Ids for drafts: those of the editors where there are some, else note and letter. */
function idsOf(
  drafts: readonly DraftCitation[],
  curated: readonly (string | undefined)[],
  prefix: string,
): string[] {
  const used = new Set(curated.filter((id) => id !== undefined))
  return drafts.map(({note}, index) => {
    const own = curated[index]
    if (own !== undefined) return own
    const stem = `${prefix}.${note.toLowerCase().replaceAll(/[^a-z0-9]/g, '') || 'note'}`
    const letters = Array.from({length: 26}, (_, at) => String.fromCodePoint(97 + at))
    const letter = letters.find((one) => !used.has(`${stem}.${one}`)) ?? 'a'
    const id = unusedName(`${stem}.${letter}`, used)
    used.add(id)
    return id
  })
}

async function writeItems(path: string, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return
  const before = JSON.parse((await readIfThere(path)) ?? '[]') as unknown[]
  const {text} = formatBibliography(path, JSON.stringify([...before, ...items]))
  if (text === null) return
  await writeWhole(path, text)
  console.error(`${show(path)}\twritten`)
}

async function writeCitations(path: string, proposals: readonly Proposal[]): Promise<void> {
  let text = (await readIfThere(path)) ?? ''
  for (const {id, fields} of proposals) {
    text = addEntryTo(path, text, 'citations', ['citations', id], fields)
  }
  await writeWhole(path, text)
  console.error(`${show(path)}\twritten`)
}
