import {formatPlace} from '../../text/place.ts'
import type {ReviewText} from '../review-text.ts'
import {reviewersOf, selectFor} from './select.ts'
import type {ListName} from './select.ts'

/** What a spreadsheet takes for a formula. */
const formula = /^[=+\-@\t\r]/

const columns = [
  'text',
  'id',
  'place',
  'page',
  'paragraph',
  'note',
  'source',
  'edition',
  'act',
  'kind',
  'certainty',
  'evidence',
  'by',
  'reason',
  'state',
  'reviewers',
] as const

/**
 * Write a list of records as a table.
 *
 * Shape: text, list, whether it is for a spreadsheet → CSV with a row of names, all cells in quotes, lines
 * that end with CR LF. Cells are exact; for a spreadsheet an apostrophe stands before what it would run, and a
 * byte order mark before the table, without which some take it for other letters.
 * Source: RFC 4180.
 */
export function csvList(review: ReviewText, list: ListName, isForSpreadsheet: boolean): string {
  const rows = selectFor(list, review.items).map((item) => {
    const {id, at, locator, lemma, reading, act, kind, cert, evidence, by, why, judgement} = item
    const cells: Record<(typeof columns)[number], string> = {
      text: review.id,
      id,
      place: formatPlace(at),
      page: locator.page ?? '',
      paragraph: String(locator.paragraph ?? ''),
      note: locator.note ?? '',
      source: lemma,
      edition: act === 'correct' ? (reading ?? '') : '',
      act,
      kind,
      certainty: cert,
      evidence: evidence ?? '',
      by,
      reason: why,
      state: judgement.state,
      reviewers: reviewersOf(item),
    }
    return columns.map((column) => cells[column])
  })
  const write = (cell: string): string => {
    const safe = isForSpreadsheet && formula.test(cell) ? `'${cell}` : cell
    return `"${safe.replaceAll('"', '""')}"`
  }
  const table = [columns, ...rows].map((row) => `${row.map(write).join(',')}\r\n`).join('')
  return isForSpreadsheet ? `\u{FEFF}${table}` : table
}
