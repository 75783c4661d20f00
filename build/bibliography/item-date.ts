import type {ItemDate} from './item.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A date in words: `July 2, 1945`, `May 1975`, `2007–2008`; empty when there is none. */
export function dateWords(date: ItemDate | undefined): string {
  const [from, to] = date?.['date-parts'] ?? []
  if (!from) return ''
  return to ? `${wordsOf(from)}–${wordsOf(to)}` : wordsOf(from)
}

function wordsOf([year, month, day]: readonly number[]): string {
  const name = month === undefined ? '' : (months[month - 1] ?? '')
  if (name === '') return String(year ?? '')
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`
}
