import {visible} from './visible.ts'

/** Words before and after a change that are shown with it. */
const context = 5

/**
 * The words of a source before and after a span.
 *
 * Shape: source, span → up to five words on each side, and what is left of a word that the span cuts, with
 * the blanks next to the span, on one line.
 */
export function wordsAround(
  source: string,
  [start, end]: readonly [number, number],
): [before: string, after: string] {
  const lead = source.slice(Math.max(0, start - 200), start)
  const trail = source.slice(end, end + 200)
  const left = new RegExp(String.raw`(?:\S+\s+){0,${context}}\S*$`).exec(lead)?.[0] ?? ''
  const right = new RegExp(String.raw`^\S*(?:\s+\S+){0,${context}}`).exec(trail)?.[0] ?? ''
  return [visible(left), visible(right)]
}
