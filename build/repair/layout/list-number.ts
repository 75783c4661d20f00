import type {Candidate, Hit} from '../hit.ts'
import type {Look} from '../look.ts'
import type {LayoutLine} from './layout.ts'
import {wordsOf} from './line-fill.ts'
import {streams} from './streams.ts'

/** How often the second of two years is so many years after the first one. */
const spans: readonly (readonly [years: number, p: number])[] = [
  [1, 0.5],
  [2, 0.15],
  [3, 0.08],
]

/**
 * Find numbers at the head of a line that were taken for those of a list.
 *
 * “1937–” at the end of a line and “- Stalin” on the next stood there as “1937–38. Stalin”: a number
 * with a point begins an item of a list, and its dash is all that is left of it. Which number it was
 * the text does not say, unless it has the pair elsewhere: every reading is a proposal.
 *
 * Shape: look → hits of kind `ocr/lacuna`, each with the years that are likely.
 */
export function listNumber({text, layout}: Pick<Look, 'text' | 'layout'>): Hit[] {
  const following = streams(layout.lines)
  return layout.lines.flatMap((line, at): Hit[] => {
    const next = layout.lines[following[at] ?? -1]
    const year = openYear(text, line)
    const item = next && itemStart(text, next)
    return year && item ? [proposal(text, year, item)] : []
  })
}

interface Year {
  readonly start: number
  readonly end: number
  readonly figures: string
  readonly dash: string
}

/** A year with the dash of a pair at the end of a line. Must not match a page number: “255–”. */
const year = /(?<![\d–-])(1\d{3}|20\d\d)([–-])$/

function openYear(text: string, line: LayoutLine): Year | undefined {
  const {start, end} = wordsOf(line)
  const words = text.slice(Math.max(start, end - 40), end).trimEnd()
  const match = year.exec(words)
  if (line.role !== 'text' && line.role !== 'note') return undefined
  if (!match) return undefined
  const last = Math.max(start, end - 40) + words.length
  return {start: last - match[0].length, end: last, figures: match[1] ?? '', dash: match[2] ?? ''}
}

interface Item {
  readonly start: number
  /** Where its first word begins, and where that ends. */
  readonly word: number
  readonly end: number
}

function itemStart(text: string, line: LayoutLine): Item | undefined {
  const {start, end} = wordsOf(line)
  const match = /^(\s*[-*+] )(\p{Lu}[\p{L}\p{M}’']*)/u.exec(
    text.slice(start, Math.min(end, start + 60)),
  )
  if (!match) return undefined
  const word = start + (match[1]?.length ?? 0)
  return {start, word, end: start + match[0].length}
}

function proposal(text: string, first: Year, item: Item): Hit {
  // Between them nothing may stand but the line end: else only the sign of the list is replaced.
  const isNext = text.slice(first.end, item.start).trim() === ''
  const start = isNext ? first.start : item.start
  const end = isNext ? item.end : item.word
  const before = isNext ? `${first.figures}${first.dash}` : ''
  const after = isNext ? text.slice(item.word, item.end) : ''
  const {years, found} = secondYears(text, first)
  const candidates = years.map(([second, p]): Candidate => {
    return {reading: `${before}[${second}]. ${after}`, p}
  })
  const [best] = candidates
  const reason = found
    ? `the text has ${first.figures}${first.dash}${found} elsewhere`
    : 'which one, is a guess'
  return {
    rule: 'list-number',
    status: 'proposed',
    start,
    end,
    lemma: text.slice(start, end),
    reading: best?.reading ?? '',
    kind: 'ocr/lacuna',
    p: best?.p ?? 0,
    evidence: `A second year stood after ${first.figures}${first.dash} and was taken for the number of a list; ${reason}.`,
    candidates,
  }
}

/** The second years that are likely, the likeliest first; and the one that the text has elsewhere. */
function secondYears(
  text: string,
  {figures}: Year,
): {years: (readonly [year: string, p: number])[]; found: string | undefined} {
  const found = new RegExp(`\\b${figures}[–-](\\d{2,4})(?!\\d)`).exec(text)?.[1]
  const guessed = spans.map(([more, p]) => {
    return [String((Number(figures) + more) % 100).padStart(2, '0'), p] as const
  })
  if (found === undefined) return {years: guessed, found}
  const others = guessed.filter(([one]) => one !== found).map(([one, p]) => [one, p / 4] as const)
  return {years: [[found, 0.7] as const, ...others].slice(0, 3), found}
}
