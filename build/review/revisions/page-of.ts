import type {Entry, RevisedText} from '../../model/revision.ts'
import {numberPages} from '../../structure/number-pages.ts'
import type {Place} from '../../text/place.ts'
import {isBefore} from '../../text/place-after.ts'
import {isRejected} from '../../verdicts/judge.ts'
import {scanOf} from '../scans.ts'
import {saidOf} from './said-of.ts'

/** The page of a place, and where it can be seen. */
export interface PageOfPlace {
  readonly page: string | null
  readonly scan: string | null
}

/**
 * Say on which page of the source a place lies, without the source.
 *
 * Shape: text at a revision → a function from place to the label of its page, from pagination and page marks as
 * for the outputs (but the page of a note is the one at whose foot, or on which, it is printed), and to the address
 * of the page when text.yaml names scans.
 */
export function pageOf(text: RevisedText): (place: Place | null) => PageOfPlace {
  const said = saidOf(text)
  const marks = text.entries
    .filter(({sort, type}) => sort === 'mark' && type === 'page')
    .filter(({id, of}) => of === null || !isRejected(of, said.get(id) ?? []))
    .flatMap((mark) => (mark.at ? [{at: mark.at, label: labelOf(mark)}] : []))
    .sort((a, b) => (isBefore(a.at, b.at) ? -1 : 1))
  const labels = numberPages(
    marks.map(({label}) => label),
    text.pagination,
  )
  const sheets = [...new Set(labels)]
  return (place) => {
    if (!labels || !place) return {page: null, scan: null}
    const page = labels[marks.filter(({at}) => !isBefore(place, at)).length] ?? null
    const scan =
      page === null || text.scan === null ? null : scanOf(text.scan, page, sheets.indexOf(page) + 1)
    return {page, scan}
  }
}

function labelOf({fields}: Entry): string | undefined {
  const {label} = fields
  // Half a character can be written in YAML, and in no address.
  return typeof label === 'string' ? label.toWellFormed() : undefined
}
