import {parseDocument, visit} from 'yaml'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {EditedText} from '../model/edited-text.ts'

/** How much of a source the files of its text quote. */
export interface Budget {
  /** Share of the source's characters, 0 to 1. */
  readonly share: number
  /** One line for the report; `null` for a text that may be passed on, and so be quoted. */
  readonly line: string | null
  readonly findings: readonly Finding[]
}

const warnAt = 0.05
const failAt = 0.1
/** A run of this many words that also stands in the source counts as quoted. */
const runLength = 5
const word = /\p{L}[\p{L}\p{N}’'-]*/gu

/**
 * Measure how much of its source a text quotes in the repository, for the sources may not enter it.
 *
 * Shape: text → the share of distinct source characters that stand in lemmas, or in runs of five
 * words anywhere else in the files of the text, fields for titles of works aside; for a text that
 * may not be passed on a warning `quotation-budget` from 5 %, an error from 10 %.
 */
export function quotationBudget(text: EditedText): Budget {
  const {value} = text.source
  const quoted = new Uint8Array(value.length)
  for (const {start, end} of text.review.records) quoted.fill(1, start, end)
  markRuns(value, new Set(proseOf(text).flatMap(runsOf)), quoted)
  const number = quoted.reduce((sum, one) => sum + one, 0)
  const share = value.length === 0 ? 0 : number / value.length
  const percent = (share * 100).toFixed(1)
  if (text.config.rights.redistribute) return {share, line: null, findings: []}
  const line = `${text.id}: ${percent} % of the source is quoted in the manuscript`
  if (share < warnAt) return {share, line, findings: []}
  const reason = `Unexpected ${percent} % of a source that may not be passed on in the files of its text; shorten the lemmas, or say \`redistribute: true\` if it may.`
  const severity = share < failAt ? 'warning' : 'error'
  const file = text.files.find(({path}) => path.endsWith('corrections.yaml'))?.path ?? text.id
  return {share, line, findings: [finding({file, ruleId: 'quotation-budget', reason, severity})]}
}

/** Fields that name works, places and lemmas, and are no quotation of their own. */
const exempt = new Set(['title', 'shortTitle', 'published', 'lemma', 'reading', 'file', 'name'])

/** The words the editors wrote, field by field. */
function proseOf(text: EditedText): string[] {
  const prose: string[] = []
  for (const {path, text: content} of text.files) {
    if (!path.endsWith('.yaml')) continue
    visit(parseDocument(content, {schema: 'failsafe'}), {
      Pair: (_, pair) => (exempt.has(String(pair.key)) ? visit.SKIP : undefined),
      Scalar: (key, node) => {
        if (key !== 'key') prose.push(String(node.value))
      },
    })
  }
  return prose
}

/** The runs of words in a text, in one form. */
function runsOf(words: string): string[] {
  const list = (words.match(word) ?? []).map((one) => one.toLowerCase())
  return list.slice(runLength - 1).map((_, index) => list.slice(index, index + runLength).join(' '))
}

/** Mark the places of a source where one of some runs stands. */
function markRuns(source: string, runs: ReadonlySet<string>, quoted: Uint8Array): void {
  const words = [...source.matchAll(word)].map(({0: one, index}) => {
    return {word: one.toLowerCase(), start: index, end: index + one.length}
  })
  for (const [index, first] of words.entries()) {
    const last = words[index + runLength - 1]
    if (!last) return
    const run = words.slice(index, index + runLength).map((one) => one.word)
    if (runs.has(run.join(' '))) quoted.fill(1, first.start, last.end)
  }
}
