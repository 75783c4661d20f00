import type {Origin} from '../text/record.ts'

/** Something that happened, on a day, in a month or a year, or from one to another. */
export interface TimelineEvent {
  /** `1945`, `1945-08` or `1945-08-09`. */
  readonly date: string
  readonly until?: string | undefined
  readonly label: string
  /** In which column, from 0, the bar of what lasted stands (default: 0). */
  readonly lane?: number | undefined
  /** Where the editors say so. */
  readonly origin?: Origin | undefined
}

/** How a timeline is drawn. */
export interface TimelineOptions {
  /** The file that findings are about when an event does not say where it is from. */
  readonly file: string
  /** How tall it may be, in tenths of a millimetre (default: 1800). */
  readonly tallest?: number
  /** Say a date in words (default: `9 Aug 1945`). */
  readonly sayDate?: (date: string) => string
}

/** A date on the line: the year and the part of it that has gone by when it begins, and when it ends. */
export interface Moment {
  readonly from: number
  readonly to: number
}

/** Read `1945`, `1945-08` or `1945-08-09`; nothing when the calendar has no such date. */
export function readDate(date: string): Moment | undefined {
  const [, years, months, days] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  if (years === undefined) return undefined
  const [year, month, day] = [Number(years), Number(months ?? 1) - 1, Number(days ?? 1)]
  const first = at(year, month, day)
  // The calendar of the machine knows no 31 June: it makes 1 July of it.
  if (new Date(first).toISOString().slice(0, date.length) !== date) return undefined
  const last =
    months === undefined
      ? at(year + 1, 0, 1)
      : days === undefined
        ? at(year, month + 1, 1)
        : at(year, month, day + 1)
  return {from: inYears(first), to: inYears(last)}
}

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Say a date in English: `9 Aug 1945`. */
export function sayDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  const name = month === undefined ? undefined : names[Number(month) - 1]
  return [day === undefined ? undefined : Number(day), name, year]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** Milliseconds; years below 100 are years, and not those of the last century. */
function at(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day)
}

function inYears(moment: number): number {
  const year = new Date(moment).getUTCFullYear()
  const start = at(year, 0, 1)
  return year + (moment - start) / (at(year + 1, 0, 1) - start)
}
