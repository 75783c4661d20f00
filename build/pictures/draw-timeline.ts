import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {outlineWords, widthOf} from './outlines.ts'
import type {Lettering} from './outlines.ts'
import {closePicture, greys, measure, points} from './picture.ts'
import type {DrawnPicture} from './picture.ts'
import {spread} from './spread.ts'
import {dateLettering, labelLettering, lead, timelineEntries} from './timeline-entries.ts'
import type {Entry} from './timeline-entries.ts'
import type {TimelineEvent, TimelineOptions} from './timeline.ts'

const yearLettering: Lettering = {face: 'regular', size: points(7.2)}
/** From the edges, between labels, between bars. */
const margin = 26
const gap = 9
const laneWidth = 15
/** Where the years end, and the line stands. */
const yearsEnd = 92
const axis = 112
/** How wide the dates may be, and how far leaders run. */
const dateWidth = 205
const leaderWidth = 84

/**
 * Draw a timeline: a line of years from top to bottom, dots and bars on it, and beside it what happened.
 *
 * Years are as long as each other; where much happened the words are pushed apart, and thin lines
 * lead to their dates. Upright, for words are then legible on a page and on a small screen.
 *
 * Shape: events in any order → a picture as wide as the measure, the events in words, and findings:
 * `timeline-date`, `timeline-label`, `picture-glyph`. The same events give the same bytes.
 */
export function drawTimeline(
  events: readonly TimelineEvent[],
  options: TimelineOptions,
): DrawnPicture {
  const {file, tallest = 1800} = options
  const lanes = Math.max(-1, ...events.map(({until, lane}) => (until ? (lane ?? 0) : -1))) + 1
  const bars = axis + 14 + Math.min(lanes, 6) * laneWidth
  const dates = bars + leaderWidth
  const labels = dates + dateWidth + 16
  const columns = {dates: dateWidth, labels: measure - labels - 4}
  const {entries, findings} = timelineEntries(events, options, columns)
  if (entries.length === 0) {
    const reason = 'The timeline has no event that can be drawn; give it some.'
    findings.push(finding({file, ruleId: 'timeline-date', reason}))
  }
  const sizes = entries.map(heightOf)
  const needed = sizes.reduce((sum, size) => sum + size, 2 * margin)
  const height = Math.ceil(Math.max(needed, Math.min(tallest, Math.max(400, needed * 1.15))))
  if (needed > tallest) {
    const over = Math.ceil((needed - tallest) / 10)
    const reason = `The labels of the timeline need ${over} mm more than a page has; shorten some, or leave events out.`
    findings.push(finding({file, ruleId: 'timeline-label', reason}))
  }
  const span = spanOf(entries)
  const scale = (height - 2 * margin) / (span.to - span.from)
  const yOf = (year: number): number => margin + (year - span.from) * scale
  const wants = entries.map((entry, index) => {
    return {top: signOf(entry, yOf) - lead / 2, size: sizes[index] ?? 0}
  })
  const tops = spread(wants, margin - lead / 2, height - margin + gap)
  const missing: Finding[] = []
  const words = entries.map((entry, index) => {
    const top = tops[index] ?? 0
    const set = (lines: readonly string[], x: number, lettering: Lettering): string[] =>
      lines.map((line, row) => {
        const y = top + points(6.8) + row * lead
        const drawn = outlineWords(line, {x, y}, lettering)
        if (drawn.missing.length > 0) missing.push(tellMissing(entry, drawn.missing, file))
        return drawn.path
      })
    const paths = [
      ...set(entry.dateLines, dates, dateLettering),
      ...set(entry.labelLines, labels, labelLettering),
    ]
    return `<path d="${paths.join('')}" fill="${greys.black}"/>`
  })
  const leaders = entries.map((entry, index) => {
    const [x, y] = [round(startOf(entry)), round(signOf(entry, yOf))]
    const end = round((tops[index] ?? 0) + lead / 2)
    return `M${x} ${y}H${bars + 8}L${dates - 26} ${end}H${dates - 8}`
  })
  const svg = closePicture(measure, height, [
    `<path d="${leaders.join('')}" fill="none" stroke="${greys.middle}" stroke-width="1"/>`,
    ...drawYears(span, scale, yOf),
    ...entries.map((entry) => drawSign(entry, yOf)),
    ...words,
  ])
  const description = entries.map(({event, said}) => {
    return {kind: 'event', label: event.label, position: said}
  })
  return {svg, width: measure, height, description, findings: [...findings, ...missing]}
}

function heightOf({dateLines, labelLines}: Entry): number {
  return Math.max(dateLines.length, labelLines.length) * lead + gap
}

/** Whole years around all events. */
function spanOf(entries: readonly Entry[]): {from: number; to: number} {
  const from = Math.floor(Math.min(...entries.map(({when}) => when.from)))
  const to = Math.ceil(Math.max(...entries.map(({when}) => when.to)))
  return entries.length === 0 ? {from: 0, to: 1} : {from, to: Math.max(to, from + 1)}
}

/** At what height the leader of an event begins: the middle of a date, or soon after a beginning. */
function signOf({lasts, when, middle}: Entry, yOf: (year: number) => number): number {
  return lasts ? Math.min(yOf(when.from) + 5, yOf(middle)) : yOf(middle)
}

function startOf({lasts, lane}: Entry): number {
  return lasts ? axis + 14 + lane * laneWidth + 4 : axis
}

/** A dot on the line, or a bar beside it; so short a bar that it cannot be seen is made longer. */
function drawSign({lasts, lane, when, middle}: Entry, yOf: (year: number) => number): string {
  if (!lasts) {
    return `<circle cx="${axis}" cy="${round(yOf(middle))}" r="5" fill="${greys.black}"/>`
  }
  const x = axis + 14 + lane * laneWidth
  const high = Math.max(7, yOf(when.to) - yOf(when.from))
  return `<rect x="${x}" y="${round(yOf(when.from))}" width="8" height="${round(high)}" fill="${greys.middle}"/>`
}

/** The line, a stroke for each year, and as many of their numbers as can stand. */
function drawYears(
  {from, to}: {readonly from: number; readonly to: number},
  scale: number,
  yOf: (year: number) => number,
): string[] {
  const stepFor = (room: number): number =>
    [1, 2, 5, 10, 20, 50, 100, 200, 500].find((years) => years * scale >= room) ?? 1000
  const every = stepFor(8)
  const named = stepFor(34)
  const ticks: string[] = []
  const numbers: string[] = []
  for (let year = from; year <= to; year += 1) {
    const isNamed = year % named === 0
    if (year % every !== 0 && !isNamed) continue
    const y = round(yOf(year))
    ticks.push(`M${axis} ${y}h${isNamed ? -12 : -7}`)
    if (!isNamed) continue
    const words = String(year)
    const at = {x: yearsEnd - widthOf(words, yearLettering), y: y + yearLettering.size * 0.33}
    numbers.push(outlineWords(words, at, yearLettering).path)
  }
  const line = `M${axis} ${round(yOf(from))}V${round(yOf(to))}`
  return [
    `<path d="${line}${ticks.join('')}" fill="none" stroke="${greys.black}" stroke-width="2"/>`,
    `<path d="${numbers.join('')}" fill="${greys.dark}"/>`,
  ]
}

function tellMissing({event}: Entry, letters: readonly string[], file: string): Finding {
  const {label, origin} = event
  const said = [...new Set(letters)].map((letter) => `\`${letter}\``).join(', ')
  return finding({
    file: origin?.file ?? file,
    place: origin?.place,
    ruleId: 'picture-glyph',
    reason: `Unexpected ${said} in \`${label}\`, which the face of pictures does not have; write it in other letters.`,
    severity: 'warning',
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
