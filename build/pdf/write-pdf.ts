import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {EditionBook} from '../html/documents.ts'
import {labelsFor} from '../html/labels.ts'
import {ToolError} from '../tool-error.ts'
import {findBrowser} from './browser/find-browser.ts'
import type {Browser} from './browser/machine.ts'
import {withPage} from './browser/open-page.ts'
import type {Composition} from './compose/compose.ts'
import {TallBlockError} from './compose/fill-pages.ts'
import {missingLetters} from './faces.ts'
import {finishPdf} from './finish/finish-pdf.ts'
import {UnexpectedPdfError} from './finish/unexpected-pdf.ts'
import {composeBook, pageOptions, printBook} from './lay-out-book.ts'
import type {PdfOptions} from './lay-out-book.ts'

/** A finished PDF, and how it came about. */
export interface WrittenPdf {
  readonly bytes: Uint8Array
  readonly composition: Composition
  /** Name and version of the browser, and where it was found. */
  readonly browser: string
  readonly origin: Browser['origin']
  /** Whether the browser kept the page in its sandbox. */
  readonly isSandboxed: boolean
  readonly findings: readonly Finding[]
}

/**
 * Write an edition as a PDF.
 *
 * Shape: book, name for messages, options → PDF; `null` with findings when the pages cannot be
 * made: `print-overflow` for what is wider or taller than it may be. Warnings: `print-note-late`
 * for a note that cannot begin on its page, `print-glyph` for letters that no face has.
 * Throws: `ToolError` when no browser is found, or it fails.
 */
export async function writePdf(
  book: EditionBook,
  name: string,
  options: PdfOptions,
): Promise<WrittenPdf | {readonly bytes: null; readonly findings: readonly Finding[]}> {
  const {paper, machine, timeout} = options
  const labels = labelsFor(book.language)
  const print = printBook(book, labels, paper)
  const browser = await findBrowser(machine)
  try {
    const opening = pageOptions(print, book, options)
    const made = await withPage(browser, opening, async ({page, version, isSandboxed}) => {
      const composition = await composeBook(page, print, book, paper)
      const raw = await page.pdf({tagged: true, outline: false, preferCSSPageSize: true, timeout})
      return {composition, raw, version, isSandboxed}
    })
    const {composition, raw, version, isSandboxed} = made
    const bytes = await finishPdf(raw, {book, labels, print, composition})
    const findings = [
      ...composition.faults.map((fault) => overflow(name, `Unexpected overflow: ${fault}.`)),
      ...composition.late.map((note) => late(name, note)),
      ...strange(name, print.letters),
    ]
    const {origin} = browser
    return {bytes, composition, browser: version, origin, isSandboxed, findings}
  } catch (error) {
    if (error instanceof TallBlockError) {
      return {bytes: null, findings: [overflow(name, `${error.message} Make it shorter.`)]}
    }
    // What the browser wrote is not what the finishing pass expects: the browser is at fault.
    if (error instanceof UnexpectedPdfError) {
      throw new ToolError(`The pages of ${browser.path} cannot be used: ${error.message}`, {
        cause: error,
      })
    }
    throw error
  }
}

function late(file: string, note: string): Finding {
  const reason = `The line that calls the note ${note} calls more notes than a page can hold; the note begins on the next page.`
  return finding({file, ruleId: 'print-note-late', reason, severity: 'warning'})
}

/** Letters for which the browser has to find a face by itself, if the system has one. */
function strange(file: string, letters: ReadonlySet<string>): Finding[] {
  const missing = missingLetters(letters)
  if (missing.length === 0) return []
  const shown = `${missing.slice(0, 12).join(' ')}${missing.length > 12 ? ' …' : ''}`
  const reason = `No face of the edition has ${shown}; another face stands in if the system has one, else they are lost.`
  return [finding({file, ruleId: 'print-glyph', reason, severity: 'warning'})]
}

function overflow(file: string, reason: string): Finding {
  return finding({file, ruleId: 'print-overflow', reason})
}
