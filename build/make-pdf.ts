import {auditPdf} from './audit/audit-pdf.ts'
import {auditPdfCitations} from './audit/audit-pdf-citations.ts'
import {auditPdfBook} from './audit/audit-pdf-book.ts'
import type {CitationPair} from './audit/citation-pairs.ts'
import {readPdf} from './audit/read-pdf.ts'
import type {EditionBook} from './html/documents.ts'
import {bibliographyName} from './html/glosses.ts'
import type {TextEdition} from './model/edited-text.ts'
import type {Made} from './made.ts'
import type {PdfOptions} from './pdf/lay-out-book.ts'
import {printId} from './pdf/html/print-html.ts'
import {writePdf} from './pdf/write-pdf.ts'

/**
 * Make the PDF of a book, and read it back.
 *
 * Shape: name of the file, book, its texts, the notes and entries that lead to each other, options → the file, and what laying out and audit
 * found. Throws: `ToolError` when no browser is found, or it fails.
 */
export async function makePdf(
  file: string,
  book: EditionBook,
  texts: readonly TextEdition[],
  pairs: readonly CitationPair[],
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
    findings.push(...(await auditPdfCitations(read, file, idOf(bibliographyName), printed)))
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
