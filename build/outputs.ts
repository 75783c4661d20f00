import {join} from 'node:path'
import {auditCitations} from './audit/audit-citations.ts'
import type {IndexEntry} from './audit/index-entry.ts'
import type {CitationPair} from './audit/citation-pairs.ts'
import {auditIndex} from './audit/audit-index.ts'
import {auditText} from './audit/audit-text.ts'
import {editText} from './pipeline.ts'
import {writeEpub} from './epub/write-epub.ts'
import {finding} from './finding.ts'
import {makeBook} from './html/book.ts'
import {citationPairs} from './cite-texts.ts'
import {bibliographyName} from './html/glosses.ts'
import {indexName} from './html/index-document.ts'
import {indexEntries} from './index-entries.ts'
import type {BookOptions} from './html/book.ts'
import type {EditionBook} from './html/documents.ts'
import {hasLabels} from './html/labels.ts'
import type {Made, Output} from './made.ts'
import {cleanedManuscript} from './markdown/cleaned-manuscript.ts'
import type {EditionConfig} from './model/config.ts'
import type {EditedText, TextEdition} from './model/edited-text.ts'
import {countNumbered} from './notes/number-notes.ts'
import type {Numbering} from './notes/number-notes.ts'
import type {PdfOptions} from './pdf/lay-out-book.ts'

/** The texts of an edition, edited in their order. */
export function editTexts(texts: readonly EditedText[], numbering: Numbering): TextEdition[] {
  let notesBefore = 0
  return texts.map((text) => {
    const edition = editText(text, {numbering, notesBefore})
    notesBefore += countNumbered(edition.tree)
    return edition
  })
}

/** The kinds of files that are made. */
export const formats = ['epub', 'pdf', 'markdown'] as const

/** A kind of file that is made. */
export type Format = (typeof formats)[number]

/** What is to be made. */
export interface OutputOptions extends BookOptions {
  /** One kind alone; left out when all are wanted. */
  readonly only?: Format | undefined
  /** How the PDF is made; left out when none is wanted. */
  readonly pdf?: PdfOptions | undefined
  /** Told what is being done, for those who wait. */
  say?(what: string): void
}

/**
 * Make the outputs of an edition, and read them back.
 *
 * Shape: name of the edition, its configuration, edited texts, options → EPUB, PDF and cleaned
 * manuscripts as far as they are wanted, and what the audit of the finished files found.
 * Throws: `ToolError` when the PDF needs a browser and none is found, or it fails.
 */
export async function makeOutputs(
  name: string,
  config: EditionConfig,
  texts: readonly TextEdition[],
  options: OutputOptions,
): Promise<Made> {
  const book = makeBook(config, texts, options)
  const {say = () => undefined, pdf, only, cited, said} = options
  const pairs = cited ? citationPairs(cited) : []
  const entries = said ? indexEntries(said.names, texts) : []
  const isWanted = (format: Format): boolean => only === undefined || only === format
  const parts: Made[] = []
  if (!hasLabels(config.language)) {
    const reason = `Expected labels for the language \`${config.language}\`; English ones are used.`
    const labels = finding({file: name, ruleId: 'labels-language', reason, severity: 'warning'})
    parts.push({outputs: [], findings: [labels]})
  }
  if (isWanted('epub')) {
    say('writing the EPUB')
    parts.push(await makeEpub(`${name}.epub`, book, texts, pairs, entries))
  }
  if (pdf && isWanted('pdf')) {
    say('laying out the PDF')
    // Browser and readers of PDF are heavy; who wants none does not wait for them.
    const {makePdf} = await import('./make-pdf.ts')
    parts.push(await makePdf(`${name}.pdf`, book, texts, pairs, entries, pdf, say))
  }
  if (isWanted('markdown')) parts.push({outputs: makeManuscripts(name, texts), findings: []})
  return {
    outputs: parts.flatMap(({outputs}) => outputs),
    findings: parts.flatMap(({findings}) => findings),
    browser: parts.find(({browser}) => browser !== undefined)?.browser,
  }
}

async function makeEpub(
  file: string,
  book: EditionBook,
  texts: readonly TextEdition[],
  pairs: readonly CitationPair[],
  entries: readonly IndexEntry[],
): Promise<Made> {
  const {bytes, missingOnCover} = await writeEpub(book)
  const findings = texts.flatMap((edition) => auditText(bytes, file, edition.text))
  findings.push(...auditCitations(bytes, file, bibliographyName, pairs))
  findings.push(...auditIndex(bytes, file, indexName, entries))
  if (missingOnCover.length > 0) {
    const reason = `The face of the cover has no ${missingOnCover.join(' ')}; they are left out there.`
    findings.push(finding({file, ruleId: 'cover-glyph', reason, severity: 'warning'}))
  }
  return {outputs: [{name: file, content: bytes}], findings}
}

function makeManuscripts(name: string, texts: readonly TextEdition[]): Output[] {
  return texts.map((edition) => ({
    name: join(name, `${edition.text.id}.md`),
    content: cleanedManuscript(edition),
  }))
}
