import type {PrintEntry} from '../html/print-html.ts'
import type {FlowLine} from './flow-lines.ts'
import type {MeasuredFlow, PagePlan} from './measured.ts'
import {isBlank} from './open-on-right.ts'

/** What the head of a page says, on the left and on the right. */
export interface RunningHead {
  readonly verso: string
  readonly recto: string
}

/**
 * Say the running heads of a flow.
 *
 * On the left the title of the text; on the right its section, the last that begins on the page or
 * before it. `null` for a page that a chapter opens, and for a blank one.
 */
export function runningHeads(
  plans: readonly PagePlan[],
  lines: readonly FlowLine[],
  flow: MeasuredFlow,
  entries: readonly PrintEntry[],
  title: string,
): (RunningHead | null)[] {
  const chapters = new Map(entries.map((entry) => [entry.id, entry.title]))
  const sections = new Map(
    entries.flatMap(({children}) => children.map((child) => [child.id, child.title] as const)),
  )
  const idsAt = new Map<number, string[]>()
  for (const {id, block} of flow.anchors) idsAt.set(block, [...(idsAt.get(block) ?? []), id])
  let chapter = title
  let section: string | null = null
  return plans.map((plan) => {
    const {start, end} = plan
    const isBare = isBlank(plan) || lines[start]?.kind === 'opening'
    for (let at = start; at < end; at++) {
      const line = lines[at] as FlowLine
      if (line.index > 0) continue
      for (const id of idsAt.get(line.block) ?? []) {
        const newChapter = chapters.get(id)
        if (newChapter !== undefined) [chapter, section] = [newChapter, null]
        section = sections.get(id) ?? section
      }
    }
    return isBare ? null : {verso: chapter, recto: section ?? chapter}
  })
}
