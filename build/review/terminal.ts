import {formatPlace, toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'
import type {CorrectRecord} from '../text/record.ts'
import type {WordChange} from './word-changes.ts'

/** How changes are painted: with colour, or with signs alone. */
export interface Paint {
  removed(words: string): string
  added(words: string): string
  dim(words: string): string
}

/** Words before and after a change that are shown with it. */
const context = 5

/**
 * Write changes for a terminal: place, kind and reason on a line, the words below.
 *
 * Shape: changes, the source and its lines, paint → lines of text. Line ends show as ⏎.
 */
export function terminalDiff(
  changes: readonly WordChange<CorrectRecord>[],
  source: string,
  lines: Lines,
  paint: Paint,
): string[] {
  return changes.flatMap(({src, before, after, by}) => {
    const heads = by
      .flatMap((record) => record.parts ?? [record])
      .map((record) => {
        const doubt =
          record.cert === 'high' ? '' : ` (${record.cert}, ${record.evidence ?? 'unknown'})`
        return `${formatPlace(toPlace(lines, record.start))}  ${record.id}  ${record.kind}${doubt}  ${paint.dim(record.why)}`
      })
    const [left, right] = wordsAround(source, src)
    const words = `${paint.removed(visible(before))}${paint.added(visible(after))}`
    return [...heads, `    ${left}${words}${right}`, '']
  })
}

function wordsAround(source: string, [start, end]: readonly [number, number]): [string, string] {
  const lead = source.slice(Math.max(0, start - 200), start)
  const trail = source.slice(end, end + 200)
  const left = new RegExp(String.raw`(?:\S+\s+){0,${context}}$`).exec(lead)?.[0] ?? ''
  const right = new RegExp(String.raw`^(?:\s+\S+){0,${context}}`).exec(trail)?.[0] ?? ''
  return [visible(left), visible(right)]
}

function visible(words: string): string {
  return words.replaceAll(/\r\n?|\n/g, '⏎').replaceAll('\t', '⇥')
}
