import type {Page} from 'puppeteer'
import type {PrintEntry} from '../html/print-html.ts'
import {fillPages} from './fill-pages.ts'
import {fillReferences} from './fill-references.ts'
import {flowLines} from './flow-lines.ts'
import {lateNotes} from './late-notes.ts'
import {blockSelectors} from './measured.ts'
import type {Frame} from './measured.ts'
import {measureFrame} from './measure-frame.ts'
import {measurePage} from './measure-page.ts'
import {numberPages} from './number-pages.ts'
import {endOnLeft, openOnRight} from './open-on-right.ts'
import {anchorsOf, marginOf, planPage} from './plan-pages.ts'
import {runningHeads} from './running-heads.ts'
import {writePages} from './write-pages.ts'

/** A flow to be composed. */
export interface FlowSettings {
  readonly id: string
  readonly numbering: 'arabic' | 'roman'
}

/** What composing came to. */
export interface Composition {
  /** The labels of the pages, in their order. */
  readonly labels: readonly string[]
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
  readonly labels: readonly string[]
  /** The page of each id, within the flow. */
  readonly anchors: ReadonlyMap<string, number>
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
    if (settings !== front) number += flow.labels.length
    const known = [...flow.anchors].map(([id, at]) => [id, flow.labels[at] ?? ''] as const)
    await page.evaluate(fillReferences, Object.fromEntries(known))
  }
  const flows = options.flows.flatMap(({id}) => done.get(id) ?? [])
  const labels: string[] = []
  const pageOf = new Map<string, number>()
  for (const flow of flows) {
    for (const [anchor, at] of flow.anchors) pageOf.set(anchor, labels.length + at)
    labels.push(...flow.labels)
  }
  return {labels, pageOf, late: flows.flatMap(({late}) => late), faults}
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
  const measured = await page.evaluate(measurePage, {
    flow: selector,
    notes: '#_notes > .note',
    ...blockSelectors,
  })
  faults.push(...measured.flow.wide.map((words) => `too wide: ${words}`))
  const lines = flowLines(measured.flow, measured.notes)
  const filled = fillPages(lines, measured.notes, frame)
  const isFront = settings.numbering === 'roman'
  const plans = isFront ? endOnLeft(filled) : openOnRight(filled, lines, first)
  const heads = runningHeads(plans, lines, measured.flow, options.entries, options.title)
  const labels = plans.map((_, index) => numberPages(settings.numbering, first + index))
  const pages = plans.map((plan, index) => ({
    ...planPage(plan, lines, measured, labels[index] ?? '', first + index, heads[index] ?? null),
    locators: marginOf(plan, lines, measured, head),
  }))
  const {pageHeight} = options
  const written = {selector, ...blockSelectors, pages, pageHeight, isLast}
  const {tall, wide} = await page.evaluate(writePages, written)
  faults.push(...tall.map((one) => `page ${labels[one.page]} too tall by ${one.by.toFixed(1)} px`))
  // The browser would shrink every page to make room for it.
  if (wide > 1) faults.push(`the ${settings.id.slice(1)} matter reaches ${wide} px beyond its page`)
  return {
    labels,
    anchors: anchorsOf(plans, lines, measured),
    late: lateNotes(plans, lines).map((note) => measured.notes[note]?.id ?? ''),
  }
}
