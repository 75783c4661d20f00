import {auditPdf} from './audit/audit-pdf.ts'
import {auditPdfCitations} from './audit/audit-pdf-citations.ts'
import {auditPdfIndex} from './audit/audit-pdf-index.ts'
import {auditPdfBook} from './audit/audit-pdf-book.ts'
import type {CitationPair} from './audit/citation-pairs.ts'
import type {IndexEntry} from './audit/index-entry.ts'
import {readPdf} from './audit/read-pdf.ts'
import type {EditionBook} from './html/documents.ts'
import {bibliographyName} from './html/glosses.ts'
import {indexName} from './html/index-document.ts'
import type {TextEdition} from './model/edited-text.ts'
import type {Made} from './made.ts'
import type {PdfOptions} from './pdf/lay-out-book.ts'
import {printId} from './pdf/html/print-html.ts'
import {writePdf} from './pdf/write-pdf.ts'

/**
 * Make the PDF of a book, and read it back.
 *
 * Shape: name of the file, book, its texts, the notes and entries that lead to each other, the entries
 * of the index, options → the file, and what laying out and audit
 * found. Throws: `ToolError` when no browser is found, or it fails.
 */
export async function makePdf(
  file: string,
  book: EditionBook,
  texts: readonly TextEdition[],
  pairs: readonly CitationPair[],
  entries: readonly IndexEntry[],
  options: PdfOptions,
  say: (what: string) => void,
): Promise<Made> {
  const made = await writePdf(book, file, options)
  const findings = [...made.findings]
  if (made.bytes === null) return {outputs: [], findings}
  say('reading the PDF back')
  const read = await readPdf(made.bytes)
  try {
    const {title, language} = book
    const ids = texts.map(({text}) => text.id)
    findings.push(...(await auditPdfBook(read, {name: file, title, language, texts: ids})))
    const late = new Set(made.composition.late)
    const idOf = (id: string): string => printId(id, 'bibliography')
    const printed = pairs.map((pair) => ({...pair, entry: idOf(pair.entry)}))
    const at = book.documents.findIndex(({kind}) => kind === 'bibliography')
    const next = at < 0 ? undefined : book.documents[at + 1]
    const nextId = next && printId(next.name, next.kind)
    const head = idOf(bibliographyName)
    findings.push(...(await auditPdfCitations(read, file, head, nextId, printed)))
    findings.push(...(await auditPdfIndex(read, file, printId(indexName, 'index'), entries)))
    for (const {text} of texts) findings.push(...(await auditPdf(read, text, {name: file, late})))
  } finally {
    await read.close()
  }
  const browser = {
    version: made.browser,
    isPinned: made.origin === 'packed',
    isSandboxed: made.isSandboxed,
  }
  return {outputs: [{name: file, content: made.bytes}], findings, browser}
}
