import {difference} from '../state/difference.ts'
import {shown} from '../state/signs.ts'
import {el} from './element.ts'

/** What words are shown as, and where they stand in the source; nowhere when `start` is left out. */
export interface WordsOptions {
  readonly where?: 'text' | 'change'
  /** Whether a line end is a blank, as it is in what people read. */
  readonly isRead?: boolean
  readonly start?: number | undefined
  /** Where their place in the source ends, when they are not the words of the source themselves. */
  readonly end?: number | undefined
}

/**
 * Show words, with signs in boxes for what cannot be seen.
 *
 * Each run says where it stands in the source, so that a selection can be found there: `data-start`, and
 * `data-end` where it is other than its length says.
 */
export function words(text: string, options: WordsOptions = {}): HTMLElement[] {
  const {where = 'text', isRead = false, start, end} = options
  let at = start
  return shown(text, where).map((run) => {
    const length = 'text' in run ? run.text.length : run.for.length
    const place = at === undefined ? {} : {'data-start': at, 'data-end': end ?? at + length}
    if (at !== undefined && end === undefined) at += length
    if ('text' in run) return el('span', place, run.text)
    if (isRead && /^[\r\n]/.test(run.for)) return el('span', place, ' ')
    return el('span', {...place, class: 'sign', role: 'img', 'aria-label': run.name}, run.sign)
  })
}

/** Show that nothing is left: an empty box. */
export function nothing(): HTMLElement {
  return el('span', {class: 'sign nothing', role: 'img', 'aria-label': 'nothing'})
}

/** Show what a change takes from the source: what is removed is struck. */
export function removedWords(before: string, after: string, start: number): HTMLElement[] {
  const {lead, removed, trail} = difference(before, after)
  const at = start + lead.length
  return [
    ...words(lead, {start}),
    ...(removed === '' ? [] : [el('del', {}, ...words(removed, {where: 'change', start: at}))]),
    ...words(trail, {start: at + removed.length}),
  ]
}

/** Show what a change puts into the edition: what is added is underlined. It stands for a span of the source. */
export function addedWords(
  before: string,
  after: string,
  span: {readonly start?: number; readonly end?: number} = {},
): HTMLElement[] {
  const {lead, added, trail} = difference(before, after)
  return [
    ...words(lead, span),
    ...(added === '' ? [] : [el('ins', {}, ...words(added, {...span, where: 'change'}))]),
    ...words(trail, span),
    ...(after === '' ? [nothing()] : []),
  ]
}
