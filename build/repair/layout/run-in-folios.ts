import type {Span} from '../../text/correction.ts'
import type {Sure} from './layout.ts'
import {lineEnd, lineStart} from './line-edges.ts'
import {fitsBetween, missingPage} from './page-places.ts'
import type {PagePlace} from './page-places.ts'
import type {RawLine} from './split-lines.ts'

/** The number of a page that ran into the first line of its text. */
export interface RunInFolio extends Sure {
  readonly line: number
  /** The number with the blanks that part it from the text. */
  readonly head: Span
  readonly number: number
}

interface Candidate {
  readonly line: number
  readonly head: Span
  readonly number: number
  readonly offset: number
  /** What its neighbours say: above 0 that it stands in the middle of a sentence. */
  readonly score: number
}

/** A chain of them needs so much evidence, and so many members. */
const threshold = 6
const fewest = 3

/**
 * Find the numbers of pages that ran into the first lines of the text.
 *
 * Shape: text, lines, the places of pages already found → numbers at the head of lines that count
 * up with the pages and stand in the middle of sentences. A line of the text may begin with a
 * number, and a note does: one number alone is never enough where no other page is known.
 */
export function runInFolios(
  text: string,
  lines: readonly RawLine[],
  places: readonly PagePlace[],
  taken: ReadonlySet<number>,
): RunInFolio[] {
  const candidates = lines.flatMap((line, at) => {
    const one = taken.has(at) ? undefined : candidateAt(text, lines, line, at)
    return one ? [one] : []
  })
  const chosen =
    places.length > 1
      ? candidates.filter(({offset, number, score}) => {
          return score >= 2 && fitsBetween(places, offset, number)
        })
      : fillUp(chainOf(candidates), candidates)
  return chosen.map(({line, head, number}) => {
    return {
      line,
      head,
      number,
      p: 0.95,
      evidence: `The number of page ${number} ran into the line.`,
    }
  })
}

/** “255 and so on”; must not match “1. Item”, “1937–38”, “12,500”. */
const opening = /^[\f\s]*(\d{1,4})[ \t]+(?=[\p{L}“‘"'(])/u

function candidateAt(
  text: string,
  lines: readonly RawLine[],
  {start, end}: RawLine,
  at: number,
): Candidate | undefined {
  const match = opening.exec(text.slice(start, Math.min(end, start + 40)))
  if (!match) return undefined
  let above = at - 1
  while (above >= 0 && lines[above]?.start === lines[above]?.end) above--
  const before = lines[above]
  const closes = before ? lineEnd(text, before) : undefined
  const head = {start, end: start + match[0].length}
  const goesOn = lineStart(text, {start: head.end, end}).kind === 'lower'
  const isOpen = closes !== undefined && closes.kind !== 'stop' && closes.kind !== 'colon'
  const isHyphen = closes?.kind === 'hyphen'
  const score =
    (text.charCodeAt(start) === 12 ? 3 : 0) +
    // The indent of a paragraph that begins with its page.
    (/\d[ \t]{2,}$/.test(match[0]) ? 3 : 0) +
    (goesOn ? (isHyphen ? 4 : isOpen ? 2.5 : 2) : -1)
  return {line: at, head, number: Number(match[1]), offset: start, score}
}

/** The best chain of numbers that count up, a page of about the same length after each. */
function chainOf(candidates: readonly Candidate[]): Candidate[] {
  const last = new Map<number, Node[]>()
  let winner: Node | undefined
  for (const candidate of candidates) {
    const node: Node = {candidate, best: candidate.score, length: 1}
    for (const step of [1, 2, 3]) {
      for (const before of last.get(candidate.number - step) ?? []) {
        if (candidate.offset - before.candidate.offset < 600 * step) continue
        const best = before.best + candidate.score + (step === 1 ? 1 : 0)
        if (best > node.best) Object.assign(node, {best, before, length: before.length + 1})
      }
    }
    last.set(candidate.number, [...(last.get(candidate.number) ?? []).slice(-4), node])
    if (node.length >= fewest && node.best > (winner?.best ?? threshold)) winner = node
  }
  const chain: Candidate[] = []
  for (let node = winner; node; node = node.before) chain.unshift(node.candidate)
  return isRegular(chain) ? chain : []
}

interface Node {
  readonly candidate: Candidate
  best: number
  length: number
  before?: Node
}

/** Add the numbers that are missing in a chain and stand where their pages begin. */
function fillUp(chain: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  if (chain.length <= fewest) return [...chain]
  const places = chain.map(({offset, number}) => ({offset, number}))
  const known = new Set(chain)
  const more = candidates.filter((one) => {
    return !known.has(one) && missingPage(places, one.offset) === one.number
  })
  return [...chain, ...more].toSorted((a, b) => a.line - b.line)
}

function isRegular(chain: readonly Candidate[]): boolean {
  const pages = chain.slice(1).map(({offset, number}, at) => {
    const before = chain[at]
    return before ? (offset - before.offset) / (number - before.number) : 0
  })
  const middle = pages.toSorted((a, b) => a - b)[Math.floor(pages.length / 2)] ?? 0
  const near = pages.filter((page) => Math.abs(page - middle) < middle * 0.4).length
  return near >= pages.length * 0.7
}
