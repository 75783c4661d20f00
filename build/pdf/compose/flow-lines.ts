import type {MeasuredFlow, MeasuredNote} from './measured.ts'

/** A line of a flow, with what decides whether a page may end after it. */
export interface FlowLine {
  readonly top: number
  readonly bottom: number
  readonly block: number
  /** Which line of its block it is, from 0, and how many there are. */
  readonly index: number
  readonly count: number
  readonly kind: MeasuredFlow['blocks'][number]['kind']
  /** Notes that begin on the page of this line, in the order of their calls. */
  readonly notes: readonly number[]
}

/**
 * List the lines of a flow with the notes that must begin on their page.
 *
 * A note belongs to the line that calls it first; what a note calls comes right after it. A note
 * that only itself or such notes call stands at the end of its chapter: nothing is left out.
 *
 * Throws: `RangeError` when a call leads to no note.
 */
export function flowLines(flow: MeasuredFlow, notes: readonly MeasuredNote[]): FlowLine[] {
  const numberOf = new Map(notes.map(({id}, index) => [id, index]))
  const called = new Set<number>()
  const atLine = new Map<string, number[]>()
  const add = (id: string, into: number[]): void => {
    const number = numberOf.get(id)
    if (number === undefined) throw new RangeError(`The call of \`${id}\` leads to no note.`)
    if (called.has(number)) return
    called.add(number)
    into.push(number)
    for (const call of notes[number]?.calls ?? []) add(call.id, into)
  }
  for (const {id, block, line} of flow.calls) {
    const key = `${block}:${line}`
    const list = atLine.get(key) ?? []
    atLine.set(key, list)
    add(id, list)
  }
  for (const {id, chapter} of notes) {
    const end = endOf(flow, chapter)
    const atEnd = atLine.get(end) ?? []
    atLine.set(end, atEnd)
    add(id, atEnd)
  }
  return flow.blocks.flatMap(({lines, kind}, block) =>
    lines.map(([top, bottom], index) => ({
      top,
      bottom,
      block,
      index,
      count: lines.length,
      kind,
      notes: atLine.get(`${block}:${index}`) ?? [],
    })),
  )
}

/** The last line of a chapter, as a key. */
function endOf({blocks}: MeasuredFlow, chapter: number): string {
  const openings = blocks.flatMap(({kind}, block) => (kind === 'opening' ? [block] : []))
  const last = (openings[chapter + 1] ?? blocks.length) - 1
  return `${last}:${(blocks[last]?.lines.length ?? 0) - 1}`
}
