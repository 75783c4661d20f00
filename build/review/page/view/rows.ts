import type {Span} from '../../../text/correction.ts'
import type {Rows, Segment} from '../state/segments.ts'
import {el} from './element.ts'
import type {Child} from './element.ts'
import {addedWords, nothing, removedWords, words} from './words.ts'

/** The two rows of a card: for each column what the source has, and what the edition has below it. */
export interface Columns {
  readonly language: string
  readonly columns: readonly {
    readonly source: Child[]
    readonly edition: Child[]
    readonly role: string
  }[]
}

/** Set two rows one below the other, column under column; where there is no room they run on. */
export function twoRows({language, columns}: Columns): HTMLElement {
  const row = (label: string, cells: readonly Child[][]): HTMLElement =>
    el(
      'div',
      {class: 'row'},
      el('h3', {class: 'label'}, label),
      el(
        'p',
        {class: 'line', lang: language},
        ...cells.map((cell, index) =>
          el('span', {class: `cell ${columns[index]?.role ?? ''}`}, ...cell),
        ),
      ),
    )
  const element = el(
    'div',
    {class: 'rows'},
    row(
      'Source',
      columns.map(({source}) => source),
    ),
    row(
      'Edition',
      columns.map(({edition}) => edition),
    ),
  )
  element.style.setProperty('--columns', String(columns.length))
  return element
}

/** Let rows run on when they are wider than the card; to be called when they are on the page. */
export function fitRows(element: HTMLElement): void {
  element.classList.remove('flowing')
  if (element.scrollWidth > element.clientWidth + 1) element.classList.add('flowing')
}

/** The columns of a change of the text. `isAsked`: it changes nothing, and its words are only pointed at. */
export function columnsOfChange(
  {window, segments}: Rows,
  language: string,
  isAsked: boolean,
): Columns {
  const columns = segments.map((segment) => ({
    source: sourceCell(segment, isAsked),
    edition: editionCell(segment, isAsked),
    role: isAsked && segment.role === 'mine' ? 'mine asked' : segment.role,
  }))
  return {
    language,
    columns: [...ellipsis(window.isCutBefore), ...columns, ...ellipsis(window.isCutAfter)],
  }
}

/** A column that says that the line goes on. */
export function ellipsis(isCut: boolean): Columns['columns'][number][] {
  const sign = (): HTMLElement => el('span', {class: 'more', 'aria-hidden': 'true'}, '…')
  return isCut ? [{source: [sign()], edition: [sign()], role: 'same'}] : []
}

/** A column of words that are the same in both rows. */
export function sameColumn(source: string, span: Span): Columns['columns'][number] {
  const cell = (): HTMLElement[] => words(source.slice(span.start, span.end), {start: span.start})
  return {source: cell(), edition: cell(), role: 'same'}
}

function sourceCell({role, before, after, start}: Segment, isAsked: boolean): Child[] {
  if (role === 'mine' && isAsked) return words(before, {start, where: 'change'})
  if (role === 'mine') return removedWords(before, after, start)
  return words(before, {start, where: role === 'other' ? 'change' : 'text'})
}

function editionCell({role, before, after, start, end}: Segment, isAsked: boolean): Child[] {
  if (role === 'mine' && isAsked) return words(after, {start, where: 'change'})
  if (role === 'mine') return addedWords(before, after, {start, end})
  if (role === 'other')
    return after === '' ? [nothing()] : words(after, {start, end, where: 'change'})
  return words(after, {start})
}
