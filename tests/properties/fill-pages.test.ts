import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fillPages, heightOf, TallBlockError} from '../../build/pdf/compose/fill-pages.ts'
import {flowLines} from '../../build/pdf/compose/flow-lines.ts'
import {lateNotes} from '../../build/pdf/compose/late-notes.ts'
import type {
  Extent,
  Frame,
  MeasuredBlock,
  MeasuredFlow,
  MeasuredNote,
} from '../../build/pdf/compose/measured.ts'

const frame: Frame = {height: 900, separator: 15, line: 20}

interface Drawn {
  readonly flow: MeasuredFlow
  readonly notes: readonly MeasuredNote[]
}

/** Lay blocks below each other, with gaps between them. */
function draw(
  blocks: readonly {lines: number; kind: MeasuredBlock['kind']; gap: number; pitch: number}[],
  notes: readonly {lines: number; series: number}[],
  places: readonly number[],
): Drawn {
  let top = 0
  const measured = blocks.map(({lines, kind, gap, pitch}) => {
    top += gap
    const isOne = kind === 'solid' || kind === 'opening'
    const extents = Array.from({length: isOne ? 1 : lines}, (): Extent => {
      const begin = top
      top += isOne ? lines * pitch : pitch
      return [begin, top]
    })
    return {lines: extents, kind}
  })
  const all = measured.flatMap(({lines}, block) => lines.map((_, line) => ({block, line})))
  const calls = notes
    .map((_, note) => ({id: `n${note}`, at: (places[note] ?? 0) % all.length}))
    .toSorted((a, b) => a.at - b.at)
    .map(({id, at}) => ({id, ...(all[at] as {block: number; line: number})}))
  return {
    flow: {blocks: measured, calls, anchors: [], locators: [], wide: []},
    notes: notes.map(({lines, series}, note) => ({
      id: `n${note}`,
      series,
      chapter: 0,
      lines: Array.from({length: lines}, (_, index): Extent => [index * 15, index * 15 + 15]),
      calls: [],
      anchors: [],
    })),
  }
}

const drawn = fc
  .tuple(
    fc.array(
      fc.record({
        lines: fc.integer({min: 1, max: 14}),
        kind: fc.constantFrom('text', 'text', 'text', 'text', 'keep', 'solid', 'opening'),
        gap: fc.constantFrom(0, 0, 0, 10, 40),
        pitch: fc.constantFrom(20, 18),
      }),
      {minLength: 1, maxLength: 60},
    ),
    fc.array(
      fc.record({
        lines: fc.oneof(fc.integer({min: 1, max: 8}), fc.integer({min: 1, max: 200})),
        series: fc.constantFrom(0, 0, 0, 1),
      }),
      {maxLength: 40},
    ),
    fc.array(fc.nat(), {minLength: 40, maxLength: 40}),
  )
  .map(([blocks, notes, places]) => draw(blocks, notes, places))

/** The sum of the heights of all notes that a line calls. */
function needs(notes: readonly number[], all: readonly MeasuredNote[]): number {
  const parts = notes.map((note) => ({note, from: 0, to: all[note]?.lines.length ?? 0}))
  return heightOf(parts, all, frame)
}

describe('breaking into pages', () => {
  test('every line stands on one page, in order, and pages are not too tall', () => {
    fc.assert(
      fc.property(drawn, ({flow, notes}) => {
        const lines = flowLines(flow, notes)
        const pages = fillPages(lines, notes, frame)
        let at = 0
        for (const {start, end, notes: parts} of pages) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThanOrEqual(start)
          at = end
          const body = end > start ? (lines[end - 1]?.bottom ?? 0) - (lines[start]?.top ?? 0) : 0
          expect(body + heightOf(parts, notes, frame)).toBeLessThanOrEqual(frame.height + 0.1)
          for (const line of lines.slice(start + 1, end)) expect(line.kind).not.toBe('opening')
          const isOpening = end > start && lines[start]?.kind === 'opening'
          expect(isOpening && parts.some(({from}) => from > 0)).toBe(false)
        }
        expect(at).toBe(lines.length)
      }),
      {numRuns: 2000},
    )
  })

  test('every line of every called note stands on one page, in order, from the page of its call', () => {
    fc.assert(
      fc.property(drawn, ({flow, notes}) => {
        const lines = flowLines(flow, notes)
        const pages = fillPages(lines, notes, frame)
        const late = new Set(lateNotes(pages, lines))
        const shown = new Map<number, number>()
        pages.forEach(({start, end, notes: parts}) => {
          const called = lines.slice(start, end).flatMap((line) => line.notes)
          for (const {note, from, to} of parts) {
            expect(from).toBe(shown.get(note) ?? 0)
            expect(to).toBeGreaterThan(from)
            shown.set(note, to)
            if (from === 0 && !late.has(note)) expect(called).toContain(note)
          }
        })
        for (const note of new Set(lines.flatMap((line) => line.notes))) {
          expect(shown.get(note)).toBe(notes[note]?.lines.length)
        }
        // Late is only what one line calls and no page could hold beside that line.
        for (const line of lines) {
          if (!line.notes.some((note) => late.has(note))) continue
          expect(line.notes.length).toBeGreaterThan(1)
          expect(needs(line.notes, notes) + line.bottom - line.top).toBeGreaterThan(frame.height)
        }
      }),
      {numRuns: 2000},
    )
  })

  test('a paragraph keeps two lines on either side of a break where the page leaves a choice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 1, max: 14}), {minLength: 1, maxLength: 80}),
        (blocks) => {
          const plain = blocks.map((lines) => ({lines, kind: 'text' as const, gap: 0, pitch: 20}))
          const {flow, notes} = draw(plain, [], [])
          const lines = flowLines(flow, notes)
          for (const {end} of fillPages(lines, notes, frame)) {
            const [before, after] = [lines[end - 1], lines[end]]
            if (!after || before?.block !== after.block) continue
            expect(before?.index).toBeGreaterThanOrEqual(1)
            expect(after.count - after.index).toBeGreaterThanOrEqual(2)
          }
        },
      ),
    )
  })

  test('a heading is never the last line of a page', () => {
    const blocks = Array.from({length: 60}, (_, index) => ({
      lines: index % 3 === 0 ? 1 : 7,
      kind: index % 3 === 0 ? ('keep' as const) : ('text' as const),
      gap: index % 3 === 0 ? 40 : 0,
      pitch: 20,
    }))
    const {flow, notes} = draw(blocks, [], [])
    const lines = flowLines(flow, notes)
    const pages = fillPages(lines, notes, frame)
    expect(pages.length).toBeGreaterThan(5)
    for (const {end} of pages.slice(0, -1)) expect(lines[end - 1]?.kind).toBe('text')
  })

  test('a chapter does not end in a line or two on a page of their own', () => {
    for (let count = 40; count < 60; count++) {
      const line = {lines: 1, kind: 'text' as MeasuredBlock['kind'], gap: 0, pitch: 20}
      const opening = {...line, lines: 4, kind: 'opening' as const}
      const blocks = [opening, ...Array.from({length: count}, () => line)]
      const {flow, notes} = draw(blocks, [], [])
      const lines = flowLines(flow, notes)
      const pages = fillPages(lines, notes, frame)
      const last = pages.at(-1)
      expect(last).toBeDefined()
      if (pages.length > 1 && last) expect(last.end - last.start).toBeGreaterThanOrEqual(5)
    }
  })

  test('a note of three pages leaves room for the text that calls nothing', () => {
    const blocks = Array.from({length: 20}, () => ({
      lines: 8,
      kind: 'text' as const,
      gap: 0,
      pitch: 20,
    }))
    const {flow, notes} = draw(blocks, [{lines: 150, series: 0}], [3])
    const pages = fillPages(flowLines(flow, notes), notes, frame)
    const parts = pages.flatMap((page) => page.notes)
    expect(parts.length).toBeGreaterThanOrEqual(3)
    for (const {start, end} of pages) expect(end).toBeGreaterThan(start)
  })

  test('notes that notes call follow them', () => {
    const {flow, notes} = draw(
      [{lines: 4, kind: 'text', gap: 0, pitch: 20}],
      [
        {lines: 2, series: 0},
        {lines: 2, series: 0},
      ],
      [0, 3],
    )
    const nested = notes.map((note, index) =>
      index === 0 ? {...note, calls: [{id: 'n1', line: 1}]} : note,
    )
    const lines = flowLines({...flow, calls: flow.calls.slice(0, 1)}, nested)
    expect(lines[0]?.notes).toEqual([0, 1])
  })

  test('a note that only itself calls stands at the end', () => {
    const {flow, notes} = draw(
      [{lines: 4, kind: 'text', gap: 0, pitch: 20}],
      [{lines: 2, series: 0}],
      [0],
    )
    const lines = flowLines({...flow, calls: []}, notes)
    expect(lines.map((line) => line.notes)).toEqual([[], [], [], [0]])
  })

  test('what no page can hold is refused, with the block', () => {
    const {flow, notes} = draw([{lines: 60, kind: 'solid', gap: 0, pitch: 20}], [], [])
    expect(() => fillPages(flowLines(flow, notes), notes, frame)).toThrow(TallBlockError)
  })

  test('a call that leads to no note is refused', () => {
    const {flow} = draw([{lines: 3, kind: 'text', gap: 0, pitch: 20}], [{lines: 1, series: 0}], [0])
    expect(() => flowLines(flow, [])).toThrow(RangeError)
  })
})
