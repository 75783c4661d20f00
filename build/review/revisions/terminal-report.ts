import type {Bit, Line} from './bits.ts'
import {sectionNames} from './change.ts'
import type {Heading} from './markdown-report.ts'
import {headings} from './report.ts'
import type {Report} from './report.ts'
import {shown} from './shown.ts'

/** How a report is painted: with colour, or with signs alone. */
export interface ReportPaint {
  removed(words: string): string
  added(words: string): string
  dim(words: string): string
}

/**
 * Write a report for a terminal.
 *
 * Shape: report, heading, paint → lines: a line a change, and what differs below it. Each is shown; nothing of what
 * the files say can move the cursor. What could not be read is told elsewhere.
 */
export function terminalReport(
  {told, numbers}: Report,
  {range}: Pick<Heading, 'range'>,
  paint: ReportPaint,
): string[] {
  if (told.length + numbers.length === 0) {
    return [`${shown(range)}: nothing that the editors say has changed.`]
  }
  const write = (line: Line): string => line.map((bit) => writeBit(bit, paint)).join('')
  const sections = sectionNames.flatMap((name) => {
    const own = told.filter(({section}) => section === name)
    if (own.length === 0) return []
    let group = ''
    const lines = own.flatMap(({unit}) => {
      const isNew = unit.group !== group
      group = unit.group
      return [
        ...(isNew ? [`  ${paint.dim(shown(group))}`] : []),
        `    ${write(unit.head)}`,
        ...unit.details.map((line) => `      ${write(line)}`),
      ]
    })
    return [headings[name], ...lines, '']
  })
  const counts = numbers.map(({group, line}) => `  ${shown(group)}: ${write(line)}`)
  return [...sections, ...(counts.length > 0 ? [headings.numbers, ...counts] : [])]
}

function writeBit(bit: Bit, paint: ReportPaint): string {
  if (typeof bit === 'string') return bit
  if ('code' in bit) return shown(bit.code)
  if ('prose' in bit) return shown(bit.prose)
  if ('removed' in bit) return paint.removed(bit.removed)
  if ('added' in bit) return paint.added(bit.added)
  return shown(bit.scan === null ? `p. ${bit.page}` : `p. ${bit.page} (${bit.scan})`)
}
