import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {draftCitations} from '../../build/bibliography/draft/draft-citations.ts'
import {noteWords} from '../../build/bibliography/draft/note-words.ts'
import {citationsOf} from '../../build/bibliography/placed-citations.ts'
import {editTexts} from '../../build/outputs.ts'
import {listEditions, loadEdition} from '../../build/store/load-edition.ts'
import {openWorkspace, project} from '../workspace.ts'
import {scoreDrafts} from './score-drafts.ts'
import type {KnownNote} from './score-drafts.ts'

/**
 * How well the drafting parser finds what notes cite: against what the editors have said of the texts whose
 * sources are there, and against notes that were written by somebody who did not know the parser.
 */
const rows: [string, readonly KnownNote[]][] = []
const {manuscript, sources} = openWorkspace({}, process.env)
for (const name of await listEditions(manuscript)) {
  const edition = await loadEdition(manuscript, name, sources)
  for (const {text, tree} of editTexts(edition.texts, 'per-text')) {
    const placed = citationsOf(tree, text.citations.citations)
    const notes = noteWords(tree).map(({note, words}): KnownNote => {
      let from = 0
      const citations = placed
        .filter((one) => one.note === note)
        .map(({words: cited, citation: {form, item, locator}}) => {
          const start = Math.max(0, words.indexOf(cited, from))
          from = start + cited.length
          return {start, end: from, form, work: item, locator: locator ?? null}
        })
      return {note, words, citations}
    })
    rows.push([text.id, notes])
  }
}
const heldOut = JSON.parse(
  await readFile(join(project, 'tests', 'bibliography', 'held-out-notes.json'), 'utf8'),
) as {
  runs: {
    name: string
    notes: {
      words: string
      citations: {words: string; form: string; work: string; locator: string | null}[]
    }[]
  }[]
}
for (const {name, notes} of heldOut.runs) {
  rows.push([
    `held out: ${name}`,
    notes.map(({words, citations}, index): KnownNote => {
      let from = 0
      return {
        note: String(index + 1),
        words,
        citations: citations.map(({words: cited, ...fields}) => {
          const start = words.indexOf(cited, from)
          from = start + cited.length
          return {...fields, start, end: from}
        }),
      }
    }),
  ])
}
const isShown = process.argv.includes('--show')
const format = (value: number): string => value.toFixed(3).replace(/^0/, '')
console.log('notes\tcited\tfound\tP\tR\tF1\tform\tlocator\twork\ttext')
for (const [name, notes] of rows) {
  const drafts = draftCitations(notes)
  const score = scoreDrafts(notes, drafts)
  const {precision, recall, f1, form, locator, work} = score
  const figures = [precision, recall, f1, form, locator, work].map(format)
  console.log([notes.length, score.cited, drafts.length, ...figures, name].join('\t'))
  if (isShown) for (const line of score.faults) console.log(`    ${line}`)
}
