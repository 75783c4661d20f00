import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {breakWords, widthOf} from './outlines.ts'
import type {Lettering} from './outlines.ts'
import {points} from './picture.ts'
import {readDate, sayDate} from './timeline.ts'
import type {Moment, TimelineEvent, TimelineOptions} from './timeline.ts'

/** How dates and labels are set, and from one base line to the next. */
export const dateLettering: Lettering = {face: 'semibold', size: points(7.2)}
export const labelLettering: Lettering = {face: 'regular', size: points(7.6)}
export const lead = points(9.6)

/** An event that can be drawn. */
export interface Entry {
  readonly event: TimelineEvent
  readonly when: Moment
  /** The year in which its sign stands. */
  readonly middle: number
  readonly lasts: boolean
  readonly lane: number
  readonly said: string
  readonly dateLines: readonly string[]
  readonly labelLines: readonly string[]
}

/** The columns of words, from left to right. */
export interface Columns {
  readonly dates: number
  readonly labels: number
}

/** The most columns of bars that leave room for words. */
const mostLanes = 6

/**
 * Read events and break their words into lines.
 *
 * Shape: events in any order → entries in the order of time, and findings at their places:
 * `timeline-date` for a date that is none, an end before its beginning or a lane that is none, and
 * `timeline-label` for a word wider than its column.
 */
export function timelineEntries(
  events: readonly TimelineEvent[],
  {file, sayDate: say = sayDate}: TimelineOptions,
  columns: Columns,
): {entries: Entry[]; findings: Finding[]} {
  const findings: Finding[] = []
  const entries: Entry[] = []
  for (const event of events) {
    const {date, until, label, lane = 0, origin} = event
    const tell = (ruleId: string, reason: string): void => {
      const where = {file: origin?.file ?? file, place: origin?.place}
      findings.push(finding({...where, ruleId, reason}))
    }
    const begin = readDate(date)
    const end = until === undefined ? begin : readDate(until)
    if (!begin || !end) {
      const wrong = begin ? until : date
      tell(
        'timeline-date',
        `Unexpected date \`${wrong}\` of \`${label}\`, expected one such as 1945-08-09, 1945-08 or 1945.`,
      )
      continue
    }
    if (end.to < begin.to || (until !== undefined && end.from < begin.from)) {
      tell('timeline-date', `\`${label}\` ends in ${until}, before it begins in ${date}.`)
      continue
    }
    if (!Number.isInteger(lane) || lane < 0 || lane >= mostLanes) {
      tell(
        'timeline-date',
        `Unexpected lane ${lane} of \`${label}\`, expected one from 0 to ${mostLanes - 1}.`,
      )
      continue
    }
    // Lines end between dates, not within them.
    const whole = (words: string): string => words.replaceAll(' ', '\u00A0')
    const said = until === undefined ? [say(date)] : [`${say(date)} –`, say(until)]
    const dateLines = breakWords(said.map(whole).join(' '), columns.dates, dateLettering)
    const labelLines = breakWords(label, columns.labels, labelLettering)
    const isWide =
      dateLines.some((line) => widthOf(line, dateLettering) > columns.dates) ||
      labelLines.some((line) => widthOf(line, labelLettering) > columns.labels)
    if (isWide) {
      tell(
        'timeline-label',
        `A word of \`${label}\` or its date is wider than the timeline has room for; shorten it.`,
      )
    }
    const when = {from: begin.from, to: end.to}
    const lasts = until !== undefined
    const middle = (when.from + when.to) / 2
    entries.push({event, when, middle, lasts, lane, said: said.join(' '), dateLines, labelLines})
  }
  // What lasted is named where it begins.
  const start = ({lasts, when, middle}: Entry): number => (lasts ? when.from : middle)
  entries.sort((one, other) => start(one) - start(other))
  return {entries, findings}
}
