import type {Span} from '../../../../build/text/correction.ts'
import {align} from './align.ts'
import type {Char} from './align.ts'

/** A change of a text. */
export interface Change extends Span {
  readonly reading: string
}

/** A place of a text where an edit made a difference: between two indices, which may be equal. */
export interface Zone {
  readonly from: number
  readonly to: number
  readonly by: number
}

/** A stretch of a text after edits. */
export interface Composed {
  /** Its characters; every run of blanks and line ends is one blank, and none stands at its ends. */
  readonly chars: readonly Char[]
  /** Where edits made a difference that is not one of blanks only. */
  readonly zones: readonly Zone[]
  /** The offsets of the source that are gone, by the edit that took them. */
  readonly gone: ReadonlyMap<number, number>
}

/**
 * Apply edits to a stretch of a source.
 *
 * An edit is taken by its effect: what its lemma and its reading have in common is not changed by
 * it. Edits do not overlap; they are numbered in the order of their list.
 */
export function composeText(
  source: string,
  {start, end}: Span,
  edits: readonly {readonly change: Change; readonly by: number}[],
): Composed {
  const raw: Char[] = []
  const rawZones: Zone[] = []
  const gone = new Map<number, number>()
  let at = start
  const copy = (to: number): void => {
    for (; at < to; at++) raw.push({char: source.charAt(at), at, by: -1})
  }
  for (const {change, by} of edits) {
    copy(change.start)
    for (const step of stepsOf(source, change)) {
      if (step.isKept) copy(at + step.length)
      else {
        const from = raw.length
        for (let index = 0; index < step.length; index++) gone.set(at++, by)
        for (const char of step.reading.split('')) raw.push({char, at: -1, by})
        rawZones.push({from, to: raw.length, by})
      }
    }
  }
  copy(end)
  return {...foldBlanks(raw, rawZones), gone}
}

interface Step {
  readonly isKept: boolean
  /** How many characters of the lemma it takes. */
  readonly length: number
  readonly reading: string
}

/** Take an edit apart into what it keeps and what it changes. */
function stepsOf(source: string, {start, end, reading}: Change): Step[] {
  const lemma = source.slice(start, end)
  if (reading === '' || lemma === '') return [{isKept: false, length: lemma.length, reading}]
  const charsOf = (text: string): Char[] =>
    text.split('').map((char) => ({char: /\s/.test(char) ? ' ' : char, at: -1, by: -1}))
  const map = align(charsOf(lemma), charsOf(reading))
  const steps: Step[] = []
  let [from, to] = [0, 0]
  const change = (lemmaEnd: number, readingEnd: number): void => {
    if (lemmaEnd > from || readingEnd > to) {
      steps.push({isKept: false, length: lemmaEnd - from, reading: reading.slice(to, readingEnd)})
    }
    ;[from, to] = [lemmaEnd, readingEnd]
  }
  for (const [index, other] of map.entries()) {
    if (other < 0) continue
    change(index, other)
    steps.push({isKept: true, length: 1, reading: ''})
    ;[from, to] = [index + 1, other + 1]
  }
  change(lemma.length, reading.length)
  return steps
}

function foldBlanks(raw: readonly Char[], zones: readonly Zone[]): Omit<Composed, 'gone'> {
  const chars: Char[] = []
  // Where the character of an index, or the one after it that is kept, stands after folding.
  const moved: number[] = []
  let isBlank = true
  for (const one of raw) {
    moved.push(chars.length)
    const blank = /\s/.test(one.char)
    if (!blank) chars.push(one)
    else if (!isBlank) chars.push({...one, char: ' '})
    isBlank = blank
  }
  if (chars.at(-1)?.char === ' ') chars.pop()
  moved.push(chars.length)
  const fold = (index: number): number => Math.min(moved[index] ?? chars.length, chars.length)
  return {chars, zones: zones.map((zone) => ({...zone, from: fold(zone.from), to: fold(zone.to)}))}
}
