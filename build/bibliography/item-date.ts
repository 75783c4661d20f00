import type {ItemDate} from './item.ts'

/** The months in English, from January. */
export const months = [
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
] as const

/**
 * A date in words: `July 2, 1945`, `May 1975`, `July–September 1976`, `2007–2008`; as the note has it where
 * the date says so; empty when there is none.
 */
export function dateWords(date: ItemDate | undefined): string {
  if (date?.literal !== undefined) return date.literal
  const [from, to] = date?.['date-parts'] ?? []
  if (!from) return ''
  if (!to) return wordsOf(from)
  const isSameYear = from[0] === to[0] && from.length === 2 && to.length === 2
  return `${isSameYear ? monthOf(from) : wordsOf(from)}–${wordsOf(to)}`
}

function wordsOf(parts: readonly number[]): string {
  const [year, , day] = parts
  const name = monthOf(parts)
  if (name === '') return String(year ?? '')
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`
}

function monthOf([, month]: readonly number[]): string {
  return month === undefined ? '' : (months[month - 1] ?? '')
}
