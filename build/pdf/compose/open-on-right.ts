import type {FlowLine} from './flow-lines.ts'
import type {PagePlan} from './measured.ts'

/**
 * Let each chapter open on a right-hand page, so that a course reader can be taken apart.
 *
 * Shape: pages, the number of the first → the same pages with blank ones between them.
 */
export function openOnRight(
  plans: readonly PagePlan[],
  lines: readonly FlowLine[],
  first: number,
): PagePlan[] {
  const placed: PagePlan[] = []
  for (const plan of plans) {
    const {start, end} = plan
    const isOpening = end > start && lines[start]?.kind === 'opening'
    const isLeft = (first + placed.length) % 2 === 0
    if (isOpening && isLeft) placed.push(blankBefore(start))
    placed.push(plan)
  }
  return placed
}

/** Add a blank page where the flow that follows would begin on a left-hand one. */
export function endOnLeft(plans: readonly PagePlan[]): PagePlan[] {
  const end = plans.at(-1)?.end ?? 0
  return plans.length % 2 === 0 ? [...plans] : [...plans, blankBefore(end)]
}

/** Whether nothing stands on a page. */
export function isBlank({start, end, notes}: PagePlan): boolean {
  return start === end && notes.length === 0
}

function blankBefore(line: number): PagePlan {
  return {start: line, end: line, notes: []}
}
