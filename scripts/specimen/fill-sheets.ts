import {breakLines} from './break-lines.ts'
import type {Line} from './break-lines.ts'
import type {Block, Original} from './read-original.ts'

/** A line with what it belongs to. */
export interface SetLine extends Line {
  readonly block: Block
  /** Whether its block begins with it. */
  readonly isFirst: boolean
}

/** A line of a note at the foot. */
export interface NoteLine extends Line {
  readonly label: string
  readonly isFirst: boolean
}

/** A page as it was set: lines of the text above, lines of its notes below. */
export interface Sheet {
  readonly lines: readonly SetLine[]
  readonly notes: readonly NoteLine[]
}

/** The measure of a page, in characters and lines. */
export interface Measure {
  readonly width: number
  readonly lines: number
  /** Lines that notes may take on one page; a longer note runs on to the next. */
  readonly notes: number
}

/** Set a text in pages, its notes at the foot of the page of their call. */
export function fillSheets({blocks, notes}: Original, measure: Measure): Sheet[] {
  const lines = blocks.flatMap((block) =>
    breakLines(block.signs, measure.width).map((line, index) => {
      return {...line, block, isFirst: index === 0}
    }),
  )
  const noteLines = (label: string): NoteLine[] =>
    breakLines(notes.get(label) ?? [], measure.width).map((line, index) => {
      return {...line, label, isFirst: index === 0}
    })
  const sheets: Sheet[] = []
  let waiting: NoteLine[] = []
  let page: SetLine[] = []
  const turn = (): void => {
    const here = Math.min(waiting.length, measure.notes)
    sheets.push({lines: page, notes: waiting.slice(0, here)})
    waiting = waiting.slice(here)
    page = []
  }
  for (const line of lines) {
    const called = line.signs.flatMap(({call}) => (call && notes.has(call) ? noteLines(call) : []))
    const feet = Math.min(waiting.length + called.length, measure.notes)
    if (page.length > 0 && page.length + 1 + feet > measure.lines) turn()
    page.push(line)
    waiting.push(...called)
  }
  while (page.length > 0 || waiting.length > 0) turn()
  return sheets
}
