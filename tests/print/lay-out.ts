import {auditPdf} from '../../build/audit/audit-pdf.ts'
import {auditPdfBook} from '../../build/audit/audit-pdf-book.ts'
import {readPdf} from '../../build/audit/read-pdf.ts'
import type {PdfFile} from '../../build/audit/pdf-model.ts'
import {isError} from '../../build/finding.ts'
import type {Finding} from '../../build/finding.ts'
import {makeBook} from '../../build/html/book.ts'
import type {EditionBook} from '../../build/html/documents.ts'
import type {Paper} from '../../build/model/config.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import type {Composition} from '../../build/pdf/compose/compose.ts'
import {writePdf} from '../../build/pdf/write-pdf.ts'
import {editText} from '../../build/pipeline.ts'
import {plainEdition, plainText} from '../../scripts/bench/plain-edition.ts'
import {readOutputFlags} from '../../scripts/output-options.ts'

/** The machine of the tests, with the browser of the lock file. */
export const {machine} = readOutputFlags({}).pdf

/** Texts that were laid out. */
export interface LaidOut {
  readonly bytes: Uint8Array
  readonly file: PdfFile
  readonly texts: readonly TextEdition[]
  readonly composition: Composition
  /** What laying out and reading back found. */
  readonly findings: readonly Finding[]
}

/** Lay out some texts as a PDF and read it back; texts that cannot be edited are left out. */
export async function layOut(
  values: readonly string[],
  paper: Paper = 'a4',
  alter: (book: EditionBook) => EditionBook = (book) => book,
): Promise<LaidOut> {
  const edited = values.map((value, index) =>
    editText(plainText(value, `case${index}`), {numbering: 'printed', notesBefore: 0}),
  )
  const texts = edited.filter(({findings}) => !findings.some(isError))
  const {identifier, modified} = plainEdition
  const book = alter(makeBook(plainEdition, texts, {identifier, modified}))
  const made = await writePdf(book, 'case.pdf', {paper, machine, timeout: 60_000})
  if (made.bytes === null) throw new Error(made.findings.map(String).join('\n'))
  const {bytes, composition} = made
  const file = await readPdf(bytes)
  const late = new Set(composition.late)
  const audits = texts.map((one) => auditPdf(file, one.text, {name: 'case.pdf', late}))
  const found = [
    ...(await auditPdfBook(file, {
      name: 'case.pdf',
      title: book.title,
      language: 'en',
      texts: texts.map((one) => one.text.id),
    })),
    ...(await Promise.all(audits)).flat(),
  ]
  return {bytes, file, texts, composition, findings: [...made.findings, ...found]}
}
