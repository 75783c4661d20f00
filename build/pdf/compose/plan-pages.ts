import type {FlowLine} from './flow-lines.ts'
import type {MeasuredNote, PagePlan} from './measured.ts'
import type {MeasuredPage} from './measure-page.ts'
import {isBlank} from './open-on-right.ts'
import type {WrittenLocator, WrittenPage} from './written.ts'

/** What is written onto a page; without heads it opens a chapter or is blank. */
export function planPage(
  plan: PagePlan,
  lines: readonly FlowLine[],
  {notes}: MeasuredPage,
  label: string,
  number: number,
  heads: {readonly recto: string; readonly verso: string} | null,
): Omit<WrittenPage, 'locators'> {
  const side = number % 2 === 1 ? 'recto' : 'verso'
  const last = plan.end > plan.start ? lines[plan.end - 1] : undefined
  const next = lines[plan.end]
  const isCut = last !== undefined && next !== undefined && last.block === next.block
  return {
    last: last?.block ?? null,
    next: next?.block ?? null,
    cutAt: isCut ? last.bottom : null,
    notes: inSeries(plan, notes).map(({note, from, to}) => {
      const {id = '', series = 0, lines: own = []} = notes[note] ?? {}
      const cutAt = to < own.length ? (own[to - 1]?.[1] ?? null) : null
      return {id, series, cutAt, isContinued: from > 0}
    }),
    head: heads?.[side] ?? '',
    // A title page shows none.
    folio: label === 'i' || isBlank(plan) ? '' : label,
    side,
  }
}

/** The numbers in the margin of a page; its lines begin below a head of this height. */
export function marginOf(
  {start, end}: PagePlan,
  lines: readonly FlowLine[],
  {flow}: MeasuredPage,
  head: number,
): WrittenLocator[] {
  const top = lines[start]?.top ?? 0
  const [first, last] = [lines[start], lines[end - 1]]
  if (end === start || !first || !last) return []
  const own = flow.locators.filter(({block, line}) => {
    const isBefore = block < first.block || (block === first.block && line < first.index)
    return !isBefore && (block < last.block || (block === last.block && line <= last.index))
  })
  const written: WrittenLocator[] = []
  for (const {kind, label, block, line, size, leading} of own) {
    const [at = top] = flow.blocks[block]?.lines[line] ?? []
    const before = written.at(-1)
    const isSame = before?.kind === kind && before.top === head + at - top
    // Two printed pages may begin on one line.
    if (isSame) written.splice(-1, 1, {...before, label: `${before.label} / ${label}`})
    else written.push({kind, label, top: head + at - top, size, leading})
  }
  return written
}

/** Series below series, each in the order of the calls. */
function inSeries({notes: parts}: PagePlan, notes: readonly MeasuredNote[]): PagePlan['notes'] {
  return parts.toSorted((a, b) => (notes[a.note]?.series ?? 0) - (notes[b.note]?.series ?? 0))
}

/** The page of each id of a flow and of its notes, counted within the flow from 0. */
export function anchorsOf(
  plans: readonly PagePlan[],
  lines: readonly FlowLine[],
  {flow, notes}: MeasuredPage,
): Map<string, number> {
  const firstLine = new Map<number, number>()
  lines.forEach(({block, index}, at) => index === 0 && firstLine.set(block, at))
  const pageOfLine = plans.flatMap(({start, end}, index) =>
    Array.from({length: end - start}, () => index),
  )
  const inNotes = plans.flatMap((plan, page) =>
    plan.notes.flatMap(({note, from, to}) =>
      (notes[note]?.anchors ?? [])
        .filter(({line}) => from <= line && line < to)
        .map(({id}) => [id, page] as const),
    ),
  )
  return new Map([
    ...flow.anchors.map(({id, block, line}) => {
      return [id, pageOfLine[(firstLine.get(block) ?? 0) + line] ?? 0] as const
    }),
    ...inNotes,
  ])
}
