import type {Change} from '../../text/compose.ts'
import {misreadPattern, rereadBytes} from './misread-bytes.ts'

/** Characters that stand one after the other and can be read again as UTF-8. */
export interface MisreadRun extends Change {
  /** How many characters were made of others. */
  readonly count: number
  /** How many times over it was misread. */
  readonly depth: number
}

/** How many times over a text can have been misread. */
const deepest = 3

/**
 * Find what can be read again as UTF-8, whether it was misread or not.
 *
 * Shape: text → runs in its order; no two touch. What is still misread when it is read again is read
 * again, for which the control characters of a step between are needed.
 */
export function misreadRuns(text: string): MisreadRun[] {
  return groupsOf(text).flatMap(({start, end, readings}) => {
    let reading = readings.join('')
    let depth = 1
    for (; depth < deepest; depth++) {
      const deeper = reread(reading)
      if (deeper === reading || (!isHidden(reading) && isHidden(deeper))) break
      reading = deeper
    }
    if (isHidden(reading)) return []
    return [{start, end, lemma: text.slice(start, end), reading, count: readings.length, depth}]
  })
}

interface Group {
  readonly start: number
  readonly end: number
  readonly readings: readonly string[]
}

/** What can be read again, in groups without a gap. */
function groupsOf(text: string): Group[] {
  const groups: {start: number; end: number; readings: string[]}[] = []
  for (const {0: lemma, index: start} of text.matchAll(misread)) {
    const reading = rereadBytes(lemma)
    if (reading === null) continue
    const end = start + lemma.length
    const last = groups.at(-1)
    if (last?.end === start) {
      last.readings.push(reading)
      last.end = end
    } else groups.push({start, end, readings: [reading]})
  }
  return groups
}

const misread = new RegExp(misreadPattern, 'g')

function reread(text: string): string {
  return text.replace(misread, (lemma) => rereadBytes(lemma) ?? lemma)
}

/** Whether control characters are there that no text has. */
function isHidden(text: string): boolean {
  return /[\u0080-\u009F]/.test(text)
}
