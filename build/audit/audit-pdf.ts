import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {EditedText} from '../model/edited-text.ts'
import {toPlace} from '../text/place.ts'
import {isInterleaved} from './interleave.ts'
import {pageLabels} from './page-labels.ts'
import type {PdfFile, PdfPage} from './pdf-model.ts'
import {pdfWords} from './pdf-words.ts'
import {sourceWords} from './source-words.ts'
import type {SourceWord} from './source-words.ts'

/** What the audit of a PDF is told besides the file. */
export interface PdfAuditOptions {
  /** Name of the file, for messages. */
  readonly name: string
  /** Calls whose notes cannot stand on their page, as the composer has said. */
  readonly late: ReadonlySet<string>
}

/**
 * Hold a finished PDF against the source of a text.
 *
 * As in the EPUB, the words of the source must be those of the body and of the notes. Besides,
 * each note must begin on the page of its call, and the numbers in the margin must be those of the
 * printed pages.
 *
 * Shape: file, text, options → findings `audit-missing`, `audit-residual`, `audit-note-page`,
 * `audit-page`; none when all is right.
 */
export async function auditPdf(
  file: PdfFile,
  text: EditedText,
  options: PdfAuditOptions,
): Promise<Finding[]> {
  const {name, late} = options
  const say = (ruleId: string, reason: string): Finding => finding({file: name, ruleId, reason})
  const first = await file.pageOf(text.id)
  if (first < 0) return [say('audit-missing', `Expected a page of the text \`${text.id}\`.`)]
  const following = file.outline.map(({page}) => page).filter((page) => page > first)
  const pages = file.pages.slice(first, Math.min(...following, file.pages.length))
  const findings: Finding[] = []
  const shown = pdfWords(pages, first)
  const streams = [shown.body, ...shown.notes.map(({words}) => words)].map((words) =>
    words.map(fold),
  )
  const result = isInterleaved(sourceWords(text, fold).map(acrossLines), streams)
  if (!result.fits) {
    const {path, lines, value} = text.source
    const place = toPlace(lines, Math.min(Math.max(0, result.offset), value.length))
    const reason = `Unexpected words in the finished PDF: ${result.reason}.`
    findings.push(finding({file: path, place, ruleId: 'audit-residual', reason}))
  }
  for (const {call, page} of shown.notes) {
    const note = call.replace(/^fnref-/, 'fn-')
    const callPage = await file.pageOf(call)
    const isCalled = pages[page - first]?.links.some(({target}) => target === note) ?? false
    const isLate = late.has(note) && page > callPage
    if ((callPage !== page || !isCalled) && !isLate) {
      const [here, there] = [file.pages[page]?.label ?? '', file.pages[callPage]?.label ?? '?']
      const reason = `Unexpected note ${note} on page ${here}; it is called on page ${there}.`
      findings.push(say('audit-note-page', reason))
    }
  }
  const wanted = pageLabels(text).join(' ')
  const labels = marginLabels(pages).join(' ')
  if (bare(labels) !== bare(wanted)) {
    const reason = `Unexpected pages ${labels} in the margin, expected ${wanted}.`
    findings.push(say('audit-page', reason))
  }
  return findings
}

/** A word of the source that a line of the PDF may have parted, as long addresses are. */
function acrossLines(word: SourceWord): SourceWord {
  const take = (shown: readonly string[], at: number): number => {
    const [here = '', next = ''] = [shown[at]?.trimEnd(), shown[at + 1]?.trimEnd()]
    if (shown[at] === undefined) return 0
    const taken = word.take([here, next], 0)
    if (taken > 0) return taken
    let joined = here
    for (let end = at; shown[end]?.endsWith('\n') && shown[end + 1] !== undefined; end++) {
      joined += shown[end + 1]?.trimEnd()
      if (word.take([joined], 0) > 0) return end + 2 - at
    }
    return 0
  }
  return {...word, take}
}

/**
 * What a PDF cannot tell apart, or not in every reader: letters and their parts, hyphens that
 * differ only in how lines break at them, signs without a shape.
 */
function fold(words: string): string {
  return words
    .normalize('NFKD')
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
}

/** How far from the text the numbers of printed pages stand at least, in points. */
const outer = 22

/** How far above the body the running head ends, in points from the top of the page. */
const headRoom = 60

/**
 * What stands in the outer part of the margin, from above.
 *
 * The folio stands at the outer edge of the text, so it says where the text ends on its side.
 */
function marginLabels(pages: readonly PdfPage[]): string[] {
  return pages.flatMap(({artifacts, label, height}) => {
    // A paragraph may have the number of the page, but nothing stands below the folio.
    const [folio] = artifacts.toSorted((a, b) => a.bottom - b.bottom)
    if (folio?.words.trim() !== label) return []
    const {left, right} = folio
    return artifacts
      .filter((one) => one.bottom < height - headRoom && one.bottom > folio.bottom)
      .filter((one) => one.right < left - outer || one.left > right + outer)
      .toSorted((a, b) => b.bottom - a.bottom || a.left - b.left)
      .map(({words}) => words)
  })
}

/** Labels without what parts them: a reader may part them anywhere. */
function bare(labels: string): string {
  return labels.normalize('NFKC').replaceAll(/[\s/]/g, '')
}
