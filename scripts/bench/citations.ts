import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {draftCitations} from '../../build/bibliography/draft/draft-citations.ts'
import {noteWords} from '../../build/bibliography/draft/note-words.ts'
import {citationsOf} from '../../build/bibliography/placed-citations.ts'
import {editTexts} from '../../build/outputs.ts'
import {listEditions, loadEdition} from '../../build/store/load-edition.ts'
import {openWorkspace, project} from '../workspace.ts'
import {scoreDrafts} from './score-drafts.ts'
import type {DraftScore, KnownNote} from './score-drafts.ts'

/*
 * How well the drafting parser finds what notes cite: against what the editors say of the texts whose sources
 * are there, and against notes of invented works, written by somebody who did not know the parser.
 *
 *   npm run bench:citations                 figures, as a table
 *   … -- --show                             what went wrong, in the texts and the part to look at
 *
 * The part that is only scored is not shown unless `--insist` is given: a parser that is made to fit it is
 * measured by nothing any more.
 */

const {values} = parseArgs({
  options: {
    show: {type: 'boolean', default: false},
    insist: {type: 'boolean', default: false},
  },
})

/** A citation that stands in its note once, or after those before it. */
interface SaidCitation {
  readonly words: string
  readonly form: string
  readonly work: string
  readonly locator: string | null
}

/** Notes of one text, in their order. */
interface Run {
  readonly part: 'editors' | 'look' | 'score'
  readonly name: string
  readonly notes: readonly KnownNote[]
}

const runs = [...(await runsOfEditors()), ...(await inventedRuns())]
const scored = runs.map(({part, name, notes}) => {
  return {part, name, notes: notes.length, score: scoreDrafts(notes, draftCitations(notes))}
})
console.log('| Notes of | Notes | Cited | P | R | F1 | form | locator | work |')
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for (const [part, title] of [
  ['editors', 'the specimen and the course reader'],
  ['look', 'invented works, to look at'],
  ['score', 'invented works, only scored'],
] as const) {
  const own = scored.filter((one) => one.part === part)
  const notes = own.reduce((sum, one) => sum + one.notes, 0)
  if (notes > 0) console.log(row(title, notes, sumOf(own.map(({score}) => score))))
}
if (values.show) {
  for (const {part, name, score} of scored) {
    if (part === 'score' && !values.insist) continue
    for (const fault of score.faults) console.log(`${name}: ${fault}`)
  }
}

function sumOf(scores: readonly DraftScore[]): DraftScore {
  const add = (field: keyof Omit<DraftScore, 'faults'>): number =>
    scores.reduce((sum, one) => sum + one[field], 0)
  return {
    cited: add('cited'),
    drafted: add('drafted'),
    found: add('found'),
    form: add('form'),
    locator: add('locator'),
    back: add('back'),
    work: add('work'),
    faults: [],
  }
}

function row(title: string, notes: number, score: DraftScore): string {
  const {cited, drafted, found} = score
  const figures = [
    found / drafted,
    found / cited,
    (2 * found) / (drafted + cited),
    score.form / found,
    score.locator / found,
    score.work / score.back,
  ].map((value) => value.toFixed(2))
  return `| ${[title, notes, cited, ...figures].join(' | ')} |`
}

async function runsOfEditors(): Promise<Run[]> {
  const {manuscript, sources} = openWorkspace({}, process.env)
  const found: Run[] = []
  for (const name of await listEditions(manuscript)) {
    const edition = await loadEdition(manuscript, name, sources)
    for (const {text, tree} of editTexts(edition.texts, 'per-text')) {
      const placed = citationsOf(tree, text.citations.citations)
      const notes = noteWords(tree).map(({note, words}) => {
        const own = placed.filter((one) => one.note === note)
        const said = own.map(({words: cited, citation: {form, item, locator = null}}) => {
          return {words: cited, form, work: item, locator}
        })
        return known(note, words, said)
      })
      if (placed.length > 0) found.push({part: 'editors', name: text.id, notes})
    }
  }
  return found
}

async function inventedRuns(): Promise<Run[]> {
  const path = join(project, 'tests', 'bibliography', 'held-out-notes.json')
  const {runs: invented} = JSON.parse(await readFile(path, 'utf8')) as {
    runs: {
      name: string
      part: 'look' | 'score'
      notes: {words: string; citations: SaidCitation[]}[]
    }[]
  }
  return invented.map(({name, part, notes}) => ({
    name,
    part,
    notes: notes.map(({words, citations}, index) => known(String(index + 1), words, citations)),
  }))
}

function known(note: string, words: string, said: readonly SaidCitation[]): KnownNote {
  let from = 0
  const citations = said.map(({words: cited, form, work, locator}) => {
    const start = Math.max(0, words.indexOf(cited, from))
    from = start + cited.length
    return {start, end: from, form, work, locator}
  })
  return {note, words, citations}
}
