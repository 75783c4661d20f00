import {endFeatures} from './end-features.ts'
import type {Layout, LayoutLine} from './layout.ts'
import {lineFill} from './line-fill.ts'
import {streams} from './streams.ts'

/** What is judged of the end of a line. */
export interface JudgedEnd {
  /** The place of the next line of the same text or note. */
  readonly next: number
  /** How likely a paragraph ends here, from 0 to 1. */
  readonly p: number
  /** How many characters more than the next word are free at the end of the line. */
  readonly margin: number
}

/**
 * Weights of {@link endFeatures}: a logistic regression on prose out of copyright (Gibbon, Keynes,
 * Melville), its paragraphs set in lines of 55 to 100 characters or average widths, with words
 * divided never, sometimes or wherever possible, some with indents, quotations and notes.
 */
const weights = [
  -5.3, 2.61, 1.48, 0.86, 0.17, -2.73, -2.61, -2.4, 1.73, 1.6, 0.92, -0.35, 0.28, -0.13, 0.06, 0.86,
  -0.46, -0.42, 0.84, -0.37, 3.76, -1.35, 0.66, 1.2, 0.98, -0.22, 0.37, 2.12, 2.27,
]

type JudgedEnds = readonly (JudgedEnd | undefined)[]

/** Of each layout: page joins and paragraph ends ask for the same. */
const made = new WeakMap<Layout, JudgedEnds>()

/**
 * Judge of each line of print whether a paragraph ends with it.
 *
 * Shape: text and its layout → for each line that has a next one what is judged, by its place;
 * lines are judged in their order, for it counts how many a paragraph has had.
 */
export function judgeEnds(text: string, layout: Layout): JudgedEnds {
  const known = made.get(layout)
  if (known) return known
  const judged = judge(text, layout)
  made.set(layout, judged)
  return judged
}

function judge(text: string, {lines}: Layout): JudgedEnds {
  const following = streams(lines)
  const judged: (JudgedEnd | undefined)[] = Array.from({length: lines.length})
  for (const role of ['text', 'note'] as const) {
    const pairs = pairsOf(lines, following, role)
    const fill = lineFill(
      text,
      pairs.map(({line, next}) => [line, next] as const),
    )
    let linesBefore = 0
    let before: LayoutLine | undefined
    for (const {at, line, next, to} of pairs) {
      if (line.noteStart !== undefined) linesBefore = 0
      const features = endFeatures(text, line, next, fill, {linesBefore, before})
      const sum = features.reduce(
        (total, feature, index) => total + feature * (weights[index] ?? 0),
        0,
      )
      // Few notes have two paragraphs.
      const p = 1 / (1 + Math.exp(-sum + (role === 'note' ? 3 : 0)))
      judged[at] = {next: to, p, margin: fill.free(line) - fill.firstWord(next)}
      linesBefore = p > 0.5 ? 0 : linesBefore + 1
      before = line
    }
  }
  return judged
}

interface Pair {
  readonly at: number
  readonly to: number
  readonly line: LayoutLine
  readonly next: LayoutLine
}

function pairsOf(
  lines: readonly LayoutLine[],
  following: readonly (number | undefined)[],
  role: 'text' | 'note',
): Pair[] {
  return lines.flatMap((line, at) => {
    const to = following[at]
    const next = to === undefined ? undefined : lines[to]
    return line.role === role && to !== undefined && next ? [{at, to, line, next}] : []
  })
}
