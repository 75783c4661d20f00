import type {FlowLine} from './flow-lines.ts'
import type {PagePlan} from './measured.ts'

/** List the notes that do not begin on the page of the line that calls them. */
export function lateNotes(plans: readonly PagePlan[], lines: readonly FlowLine[]): number[] {
  return plans.flatMap(({start, end, notes}) => {
    const begun = new Set(notes.filter(({from}) => from === 0).map(({note}) => note))
    const called = lines.slice(start, end).flatMap((line) => line.notes)
    return called.filter((note) => !begun.has(note))
  })
}
