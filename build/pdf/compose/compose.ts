import type {Page} from 'puppeteer'
import type {PrintEntry} from '../html/print-html.ts'
import {fillPages} from './fill-pages.ts'
import {flowLines} from './flow-lines.ts'
import {lateNotes} from './late-notes.ts'
import type {Frame} from './measured.ts'
import {measureFrame} from './measure-frame.ts'
import {measurePage} from './measure-page.ts'
import {numberPages} from './number-pages.ts'
import {openOnRight} from './open-on-right.ts'
import {anchorsOf, composedPage, marginOf, planPage} from './plan-pages.ts'
import type {ComposedPage} from './plan-pages.ts'
import {runningHeads} from './running-heads.ts'
import {writePages} from './write-pages.ts'

/** A flow to be composed. */
export interface FlowSettings {
  readonly id: string
  readonly numbering: 'arabic' | 'roman'
}

/** What composing came to. */
export interface Composition {
  readonly pages: readonly ComposedPage[]
  /** Where each element with an id stands: its page, from 0. */
  readonly pageOf: ReadonlyMap<string, number>
  /** Notes that could not begin on the page of their call. */
  readonly late: readonly string[]
  /** What reaches beyond its measure, or makes a page too tall. */
  readonly faults: readonly string[]
}

/** What composing is told. */
export interface ComposeOptions {
  /** The flows in the order in which they are printed; the first is the front matter. */
  readonly flows: readonly FlowSettings[]
  readonly entries: readonly PrintEntry[]
  readonly title: string
  /** Height of a sheet in CSS pixels. */
  readonly pageHeight: number
}

interface ComposedFlow {
  readonly settings: FlowSettings
  readonly pages: readonly ComposedPage[]
  readonly anchors: ReadonlyMap<string, number>
  readonly blanks: number
  readonly late: readonly string[]
}

/**
 * Break the flows of a page into pages.
 *
 * The page only measures and writes; where to break is decided here, by heights alone. What refers
 * to pages is filled in before the flow that holds it is measured, so the front comes last.
 *
 * Throws: `TallBlockError` when a block that cannot be cut is taller than a page.
 */
export async function compose(page: Page, options: ComposeOptions): Promise<Composition> {
  const [front, ...others] = options.flows
  const order = [...others, ...(front ? [front] : [])]
  const faults: string[] = []
  const done = new Map<string, ComposedFlow>()
  let number = 1
  for (const settings of order) {
    const first = settings === front ? 1 : number
    const isLast = settings === options.flows.at(-1)
    const flow = await composeFlow(page, settings, first, isLast, options, faults)
    done.set(settings.id, flow)
    if (settings !== front) number += flow.pages.length
    const labels = [...flow.anchors].map(([id, at]) => [id, flow.pages[at]?.label ?? ''] as const)
    await page.evaluate(fillReferences, Object.fromEntries(labels))
  }
  const pages: ComposedPage[] = []
  const pageOf = new Map<string, number>()
  for (const {id} of options.flows) {
    const flow = done.get(id)
    if (!flow) continue
    for (const [anchor, at] of flow.anchors) pageOf.set(anchor, pages.length + at)
    pages.push(...flow.pages)
    for (let blank = 0; blank < flow.blanks; blank++) {
      const label = numberPages(flow.settings.numbering, flow.pages.length + blank + 1)
      pages.push({flow: id, label, notes: [], continued: []})
    }
  }
  return {pages, pageOf, late: [...done.values()].flatMap((flow) => flow.late), faults}
}

async function composeFlow(
  page: Page,
  settings: FlowSettings,
  first: number,
  isLast: boolean,
  options: ComposeOptions,
  faults: string[],
): Promise<ComposedFlow> {
  const selector = `#${settings.id}`
  const {head, folio, separator, line} = await page.evaluate(measureFrame, selector)
  const room = options.pageHeight - head - folio
  const frame: Frame = {height: Math.floor(room / line) * line, separator, line}
  const measured = await page.evaluate(measurePage, {flow: selector, notes: '#_notes > .note'})
  faults.push(...measured.flow.wide.map((words) => `too wide: ${words}`))
  const lines = flowLines(measured.flow, measured.notes)
  const filled = fillPages(lines, measured.notes, frame)
  const isBody = settings.numbering === 'arabic'
  const plans = isBody ? openOnRight(filled, lines, first) : filled
  const heads = runningHeads(plans, lines, measured.flow, options.entries, options.title)
  const labels = plans.map((_, index) => numberPages(settings.numbering, first + index))
  const pages = plans.map((plan, index) => ({
    ...planPage(plan, lines, measured, labels[index] ?? '', first + index, heads[index] ?? null),
    locators: marginOf(plan, lines, measured, head),
  }))
  const blanks =
    !isLast && (first - 1 + pages.length) % 2 === 1 && settings.numbering === 'roman' ? 1 : 0
  const pageHeight = options.pageHeight
  const {tall, wide} = await page.evaluate(writePages, {
    selector,
    pages,
    pageHeight,
    isLast,
    blanks,
  })
  faults.push(...tall.map((one) => `page ${labels[one.page]} too tall by ${one.by.toFixed(1)} px`))
  // The browser would shrink every page to make room for it.
  if (wide > 1) faults.push(`the ${settings.id.slice(1)} matter reaches ${wide} px beyond its page`)
  return {
    settings,
    blanks,
    late: lateNotes(plans, lines).map((note) => measured.notes[note]?.id ?? ''),
    pages: plans.map((plan, index) =>
      composedPage(plan, measured.notes, settings.id, labels[index] ?? ''),
    ),
    anchors: anchorsOf(plans, lines, measured),
  }
}

/** Fill in the numbers of pages. Runs in the page: it may use nothing but its arguments. */
function fillReferences(labels: Readonly<Record<string, string>>): void {
  for (const reference of document.querySelectorAll<HTMLElement>('.page-reference')) {
    const label = labels[reference.dataset['target'] ?? '']
    if (label !== undefined) reference.textContent = label
  }
}
