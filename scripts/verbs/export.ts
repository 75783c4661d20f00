import {toBiblatex} from '../../build/bibliography/export/biblatex.ts'
import {exportCitations} from '../../build/bibliography/export/citations.ts'
import {toCsl} from '../../build/bibliography/export/csl.ts'
import {toRis} from '../../build/bibliography/export/ris.ts'
import type {Items} from '../../build/bibliography/item.ts'
import {citeTexts} from '../../build/cite-texts.ts'
import {isError} from '../../build/finding.ts'
import {editTexts} from '../../build/outputs.ts'
import {csvList} from '../../build/review/apparatus/csv.ts'
import {listNames} from '../../build/review/apparatus/select.ts'
import type {ListName} from '../../build/review/apparatus/select.ts'
import {teiList} from '../../build/review/apparatus/tei.ts'
import {reviewText} from '../../build/review/review-text.ts'
import {exportNotes, exportRecords, exportText} from '../../build/review/export.ts'
import {printFindings} from '../report.ts'
import {exit, UsageError} from '../exit.ts'
import type {Call, Verb} from '../verb.ts'
import {editAlone, explainMissing, openEdition, openText} from '../workspace.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'

/** `edition export`: give what is known of a text, or of what an edition cites, to other programs. */
export const exportVerb: Verb = {
  name: 'export',
  usage:
    'records|notes|citations|text TEXT --json | apparatus|errata TEXT --format F | bibliography EDITION --format F',
  help: `Prints on standard output; every offset counts UTF-16 units of the source.
  records       [{id, start, end, line, column, lemma, reading, act, kind, cert, by}]
  notes         [{id, printed, marker, text, references: [{start, end}], spans: [{start, end}]}]
  citations     [{id, note, start, end, item, form, locator, normalised: {label, value}, antecedent}]: what the
                notes cite; the locator as printed, and in the terms of CSL
  text          {id, title, sha256, corrected, pieces, blocks}: the corrected text with its source map, and the
                blocks of the edition in the reading order with page, paragraph and note
  apparatus     the records in force that repair words, or are not certain: tei, stand-off, or csv
  errata        what author or publisher would be told: questions, their slips, and what was changed though they
                may have meant it; likewise
  bibliography  the items that an edition cites: csl, CSL-JSON without loss; biblatex; ris. Long titles are whole
                where the sources are there.`,
  options: {
    json: {type: 'boolean', help: 'print JSON (the only format of texts)'},
    format: {
      type: 'string',
      value: 'F',
      help: 'of a bibliography csl, biblatex or ris; of apparatus and errata tei or csv',
    },
    'for-spreadsheet': {
      type: 'boolean',
      help: 'csv: a byte order mark, and an apostrophe before what would be taken for a formula',
    },
  },
  run(call) {
    const [what = ''] = call.words
    if (what === 'bibliography') return exportBibliography(call)
    const list = listNames.find((name) => name === what)
    return list ? exportList(list, call) : exportOfText(call)
  },
}

/** What is known of a text, edited, by the word that asks for it. */
const ofText: Readonly<Record<string, (edition: TextEdition) => unknown>> = {
  notes: exportNotes,
  text: exportText,
  citations: ({text, tree}) => exportCitations(text.id, tree, text.citations.citations),
}

async function exportOfText({words, flags, workspace}: Call): Promise<number> {
  const [what = '', name, ...rest] = words
  if (!name || rest.length > 0 || (what !== 'records' && !Object.hasOwn(ofText, what))) {
    throw new UsageError(
      'Expected records, notes, citations or text, apparatus or errata, and one TEXT; or bibliography and one EDITION.',
    )
  }
  if (flags['format'] !== undefined) {
    throw new UsageError(`Expected --format with bibliography alone; ${what} are JSON.`)
  }
  const opened = await openText(workspace, name)
  if (!opened) return exit.findings
  if (what === 'records') {
    printJson(exportRecords(opened.text))
    return exit.fine
  }
  const edition = editAlone(opened.text)
  printFindings(edition.findings)
  if (edition.findings.some(isError)) return exit.findings
  printJson(ofText[what]?.(edition))
  return exit.fine
}

async function exportList(list: ListName, {words, flags, workspace}: Call): Promise<number> {
  const [, name, ...rest] = words
  const format = String(flags['format'] ?? 'tei')
  if (!name || rest.length > 0) throw new UsageError(`Expected ${list} and one TEXT.`)
  if (flags['json'] === true || (format !== 'tei' && format !== 'csv')) {
    const given = flags['json'] === true ? 'json' : format
    throw new UsageError(`Expected --format tei or csv, not \`${given}\`.`)
  }
  const isForSpreadsheet = flags['for-spreadsheet'] === true
  if (isForSpreadsheet && format !== 'csv') {
    throw new UsageError('Expected --for-spreadsheet with --format csv.')
  }
  const opened = await openText(workspace, name)
  if (!opened?.edition.config) return exit.findings
  const edited = editAlone(opened.text)
  printFindings(edited.findings)
  if (edited.findings.some(isError)) return exit.findings
  const review = reviewText(edited, opened.edition.config.review)
  process.stdout.write(
    format === 'tei' ? teiList(review, list) : csvList(review, list, isForSpreadsheet),
  )
  return exit.fine
}

/** How a bibliography is written, by format. */
const writers: Readonly<Record<string, (items: Items) => string>> = {
  csl: (items) => `${JSON.stringify(toCsl(items), null, 2)}\n`,
  biblatex: toBiblatex,
  ris: toRis,
}

async function exportBibliography({words, flags, workspace}: Call): Promise<number> {
  const [, name, ...rest] = words
  const format = String(flags['format'] ?? 'csl')
  const write = Object.hasOwn(writers, format) ? writers[format] : undefined
  if (!name || rest.length > 0) throw new UsageError('Expected bibliography and one EDITION.')
  if (!write) throw new UsageError(`Expected --format csl, biblatex or ris, not \`${format}\`.`)
  const edition = await openEdition(workspace, name)
  for (const one of edition.missing) console.error(explainMissing(one, workspace))
  const texts = editTexts(edition.texts, 'per-text')
  const {items, findings} = citeTexts(texts, edition.bibliography, false)
  const all = [...edition.findings, ...texts.flatMap((one) => one.findings), ...findings]
  printFindings(all)
  if (all.some(isError)) return exit.findings
  process.stdout.write(write(items))
  return exit.fine
}

function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2))
}
