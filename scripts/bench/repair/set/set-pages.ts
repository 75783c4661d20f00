import type {Block, Original} from '../../../specimen/read-original.ts'
import {setLines} from './set-lines.ts'
import type {LineMeasure, TypeLine} from './set-lines.ts'

/** A line of the text. */
export interface BodyLine extends TypeLine {
  readonly block: Block
  /** Whether its block begins with it. */
  readonly isFirst: boolean
}

/** A line of a note. */
export interface NoteLine extends TypeLine {
  readonly label: string
  readonly isFirst: boolean
}

/** A page as it was printed. */
export interface Page {
  readonly lines: readonly BodyLine[]
  readonly notes: readonly NoteLine[]
}

/** The measure of pages. */
export interface PageMeasure extends LineMeasure {
  /** Lines on a page, notes included. */
  readonly lines: number
  /** Where the notes stand. */
  readonly notes: 'foot' | 'end'
  /** How much wider the lines of notes are, since their fount is smaller. */
  readonly noteWidth: number
  /** How much narrower quotations are. */
  readonly quotationIndent: number
}

/**
 * Set a text in pages. All notes that a page calls begin at its foot; of the last one, what finds
 * no room runs on at the foot of the next page.
 */
export function setPages({blocks, notes}: Original, measure: PageMeasure): Page[] {
  const lines = blocks.flatMap((block) =>
    setLines(block.signs, measureOf(block, measure)).map((line, index): BodyLine => {
      return {...line, block, isFirst: index === 0}
    }),
  )
  const pages: Page[] = []
  let page: BodyLine[] = []
  let foot: readonly NoteLine[] = []
  const turn = (): void => {
    const room = Math.max(measure.lines - page.length, leastOf(foot))
    pages.push({lines: page, notes: foot.slice(0, room)})
    page = []
    foot = foot.slice(room)
  }
  for (const [index, line] of lines.entries()) {
    const called = measure.notes === 'foot' ? notesOf(line, notes, measure) : []
    // A heading does not stand at the foot of a page.
    const more = line.block.kind === 'heading' && index < lines.length - 1 ? 3 : 1
    const needed = page.length + more + leastOf([...foot, ...called])
    if (page.length > 0 && needed > measure.lines) turn()
    page.push(line)
    foot = [...foot, ...called]
  }
  while (page.length > 0 || foot.length > 0) turn()
  return pages
}

function notesOf({signs}: BodyLine, notes: Original['notes'], measure: PageMeasure): NoteLine[] {
  const width = measure.noteWidth
  return signs.flatMap(({call}) => {
    const own = call === undefined ? undefined : notes.get(call)
    if (call === undefined || !own) return []
    return setLines(own, {...measure, width, indent: 0}).map((line, index): NoteLine => {
      return {...line, label: call, isFirst: index === 0}
    })
  })
}

/** How many lines must stand on the page: the last note may be cut after its first line. */
function leastOf(foot: readonly NoteLine[]): number {
  return Math.max(0, foot.findLastIndex(({isFirst}) => isFirst) + 1, Math.min(foot.length, 1))
}

function measureOf({kind}: Block, measure: PageMeasure): LineMeasure {
  if (kind === 'heading') return {...measure, indent: 0, divide: () => []}
  if (kind === 'quotation')
    return {...measure, indent: 0, width: measure.width - measure.quotationIndent}
  return measure
}
