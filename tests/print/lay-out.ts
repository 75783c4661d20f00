import {fileURLToPath} from 'node:url'
import {auditPdf} from '../../build/audit/audit-pdf.ts'
import {auditPdfBook} from '../../build/audit/audit-pdf-book.ts'
import {readPdf} from '../../build/audit/pdf-file.ts'
import type {PdfFile} from '../../build/audit/pdf-file.ts'
import {isError} from '../../build/finding.ts'
import type {Finding} from '../../build/finding.ts'
import {makeBook} from '../../build/html/book.ts'
import type {EditionBook} from '../../build/html/documents.ts'
import type {EditionConfig, Paper, TextConfig} from '../../build/model/config.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import type {Machine} from '../../build/pdf/browser/machine.ts'
import type {Composition} from '../../build/pdf/compose/compose.ts'
import {writePdf} from '../../build/pdf/write-pdf.ts'
import {editText} from '../../build/pipeline.ts'
import {indexLines} from '../../build/text/place.ts'

/** The machine of the tests, with the browser of the lock file. */
export const machine: Machine = {
  platform: process.platform,
  arch: process.arch,
  environment: process.env,
  isRoot: process.getuid?.() === 0,
  cache: fileURLToPath(new URL('../../.cache', import.meta.url)),
}

const text: TextConfig = {
  title: 'A Case',
  authors: [{name: 'A. Tester', fileAs: 'Tester, A.', role: 'aut'}],
  language: 'en',
  published: 'Nowhere.',
  prefix: 'c',
  source: {sha256: '', bytes: 0, file: 'source', obtained: 'Written here.', collated: true},
  format: 'markdown',
  pagination: {status: 'none', evidence: 'It was never printed.'},
  notes: [{references: 'footnote', bodies: 'footnote'} as TextConfig['notes'][number]],
  rights: {holder: 'A. Tester', statement: 'Free to use.', redistribute: true},
  state: 'As good as new.',
}

const edition: EditionConfig = {
  title: 'Cases',
  identifier: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  language: 'en',
  modified: '2026-01-31T12:00:00Z',
  description: 'Texts for a test.',
  editors: [],
  subjects: [],
  numbering: 'per-text',
  paper: 'a4',
  rights: 'Written for this project.',
  texts: [],
}

/** Edit a text of Markdown, with the notes of its dialect. */
export function editCase(value: string, id: string): TextEdition {
  const source = {path: id, sha256: '', value, lines: indexLines(value)}
  const edited = {id, config: text, source, records: [], marks: [], files: []}
  return editText(edited, {numbering: 'printed', notesBefore: 0})
}

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
  const edited = values.map((value, index) => editCase(value, `case${index}`))
  const texts = edited.filter(({findings}) => !findings.some(isError))
  const {identifier, modified} = edition
  const book = alter(makeBook(edition, texts, {identifier, modified}))
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
