import type {MeasuredFlow, MeasuredNote} from './measured.ts'

/** What the page tells before anything is broken. */
export interface MeasuredPage {
  readonly flow: MeasuredFlow
  readonly notes: readonly MeasuredNote[]
}

/** Where to measure: a flow, the notes, blocks that hold lines, and blocks that are never cut. */
export interface PageSelectors {
  readonly flow: string
  readonly notes: string
  readonly leaf: string
  readonly solid: string
}

/**
 * Measure a flow and the notes. Runs in the page: it may use nothing but its arguments.
 *
 * Shape: selectors → lines of every block, the line of every call and
 * of every id, what is too wide. Only reads. Units: CSS pixels from the top of the document.
 */
export function measurePage(selectors: PageSelectors): MeasuredPage {
  // One range for all: each living range is touched by every later change of the document.
  const range = document.createRange()
  const flow = document.querySelector(selectors.flow) as HTMLElement
  const leavesOf = (root: Element): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>(selectors.leaf)].filter(
      (leaf) => !leaf.parentElement?.closest(selectors.solid),
    )

  const linesOf = (leaf: HTMLElement): [number, number][] => {
    const box = leaf.getBoundingClientRect()
    const pitch = Number.parseFloat(getComputedStyle(leaf).lineHeight)
    const count = Math.round(box.height / pitch)
    if (leaf.matches(selectors.solid) || !(count > 0)) return [[box.top, box.bottom]]
    if (Math.abs(count * pitch - box.height) < 0.5) {
      return Array.from({length: count}, (_, index) => [
        box.top + index * pitch,
        box.top + (index + 1) * pitch,
      ])
    }
    // Lines of different heights: from the boxes of their words.
    const lines: [number, number][] = []
    range.selectNodeContents(leaf)
    for (const {top, bottom} of range.getClientRects()) {
      const last = lines.at(-1)
      if (last && top < last[1] - 2) {
        last[0] = Math.min(last[0], top)
        last[1] = Math.max(last[1], bottom)
      } else lines.push([top, bottom])
    }
    return lines
  }
  const lineAt = (
    lines: readonly [number, number][],
    element: {getClientRects(): ArrayLike<DOMRect>},
  ): number => {
    const {top, bottom} = element.getClientRects()[0] ?? {top: 0, bottom: 0}
    const middle = (top + bottom) / 2
    const index = lines.findIndex(([, end]) => end > middle)
    return index < 0 ? lines.length - 1 : index
  }
  /** A page begins with its first word, which may stand a line below its mark. */
  const wordsAfter = (leaf: HTMLElement, mark: HTMLElement): DOMRect[] => {
    range.selectNodeContents(leaf)
    range.setStartAfter(mark)
    return [...range.getClientRects()].filter(({width}) => width > 0)
  }
  const idOfCall = (call: Element): string => (call.getAttribute('href') ?? '').slice(1)

  const right = flow.getBoundingClientRect().right
  const measured: MeasuredFlow = {blocks: [], calls: [], anchors: [], locators: [], wide: []}
  const into = measured as {-readonly [K in keyof MeasuredFlow]: MeasuredFlow[K][number][]}
  const leaves = leavesOf(flow)
  leaves.forEach((leaf, block) => {
    const lines = linesOf(leaf)
    const isHeading = /^H[1-6]$/.test(leaf.tagName)
    const isSolid = leaf.matches(selectors.solid)
    const kind = leaf.matches('.opens-page')
      ? 'opening'
      : isSolid
        ? 'solid'
        : isHeading || leaf.matches('.keep')
          ? 'keep'
          : 'text'
    into.blocks.push({lines, kind})
    if (leaf.scrollWidth > leaf.clientWidth + 1 || leaf.getBoundingClientRect().right > right + 1) {
      into.wide.push((leaf.textContent ?? '').trim().slice(0, 60))
    }
    for (const call of leaf.querySelectorAll('a.noteref')) {
      into.calls.push({id: idOfCall(call), block, line: lineAt(lines, call)})
    }
    for (const locator of leaf.querySelectorAll<HTMLElement>('.locator')) {
      const kind = locator.matches('.page') ? 'page' : 'paragraph'
      const isAtStart = kind === 'paragraph'
      const line = isAtStart ? 0 : lineAt(lines, {getClientRects: () => wordsAfter(leaf, locator)})
      const style = getComputedStyle(leaf)
      const size = Number.parseFloat(style.fontSize)
      const leading = Number.parseFloat(style.lineHeight)
      const label = locator.dataset['label'] ?? ''
      into.locators.push({kind, label, block, line, size, leading})
    }
    for (const element of [leaf, ...leaf.querySelectorAll('[id]')]) {
      const line = element === leaf ? 0 : lineAt(lines, element)
      if (element.id) into.anchors.push({id: element.id, block, line})
    }
  })
  for (const element of flow.querySelectorAll('[id]')) {
    if (element.matches(selectors.leaf) || element.parentElement?.closest(selectors.leaf)) continue
    const block = leaves.findIndex((leaf) => element.contains(leaf))
    if (block >= 0) into.anchors.push({id: element.id, block, line: 0})
  }
  const notes = [...document.querySelectorAll<HTMLElement>(selectors.notes)].map((note) => {
    const lines: [number, number][] = []
    const calls: {id: string; line: number}[] = []
    const anchors: {id: string; line: number}[] = []
    for (const leaf of leavesOf(note)) {
      const own = linesOf(leaf)
      for (const call of leaf.querySelectorAll('a.noteref')) {
        calls.push({id: idOfCall(call), line: lines.length + lineAt(own, call)})
      }
      for (const element of leaf.querySelectorAll('[id]')) {
        anchors.push({id: element.id, line: lines.length + lineAt(own, element)})
      }
      lines.push(...own)
      if (leaf.scrollWidth > leaf.clientWidth + 1) {
        into.wide.push((leaf.textContent ?? '').trim().slice(0, 60))
      }
    }
    const {series = 0, chapter = 0} = note.dataset
    return {id: note.id, series: Number(series), chapter: Number(chapter), lines, calls, anchors}
  })
  return {flow: measured, notes}
}
