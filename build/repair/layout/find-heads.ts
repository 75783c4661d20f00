import type {Span} from '../../text/correction.ts'
import type {Format} from '../look.ts'
import {headCandidates} from './head-candidates.ts'
import type {HeadCandidate} from './head-candidates.ts'
import {headTitles} from './head-titles.ts'
import {titleOf} from './head-shape.ts'
import type {Sure} from './layout.ts'
import {mergedHeads} from './merged-heads.ts'
import type {WholeHead} from './merged-heads.ts'
import type {NoteCall} from './note-calls.ts'
import {openingHeads, openingTitles} from './opening-heads.ts'
import {pageNumbers} from './page-numbers.ts'
import {pagePlaces} from './page-places.ts'
import {runInFolios} from './run-in-folios.ts'
import type {PagePlace} from './page-places.ts'
import type {RawLine} from './split-lines.ts'

/** A running head or a folio, on a line of its own or in a line of the text. */
export interface FoundHead extends Sure {
  readonly role: 'head' | 'folio'
  /** Its part of the line, when the line is not all of it. */
  readonly head?: Span
  /** The number of the page that it gives. */
  readonly number?: number | undefined
}

/**
 * Find the running heads and folios of a text, by the places of their lines.
 *
 * First those that give a number, then those that ran into a line, then titles alone, which may
 * have run into lines as well.
 */
export function findHeads(
  text: string,
  lines: readonly RawLine[],
  measure: number,
  format: Format,
  calls: readonly NoteCall[],
): Map<number, FoundHead> {
  const found = new Map<number, FoundHead>()
  const placesOf = (): PagePlace[] => {
    const heads = [...found].map(([line, {number}]) => ({offset: lines[line]?.start ?? 0, number}))
    return pagePlaces(heads.toSorted((a, b) => a.offset - b.offset))
  }
  const numberedPlaces = (): PagePlace[] =>
    placesOf().filter(() => [...found].some(([, {number}]) => number !== undefined))
  const addMerged = (heads: readonly WholeHead[], more: readonly string[]): void => {
    for (const {line, ...merged} of mergedHeads(text, lines, heads, placesOf(), more)) {
      found.set(line, {role: 'head', ...merged})
    }
  }
  const opening = openingHeads(text, lines)
  const candidates = headCandidates(text, lines, measure, format, calls)
  const chains = pageNumbers(lines, candidates)
  const numbered = chains.flat()
  const alone = withTextBehind(numbered, opening)
  for (const chain of chains) {
    for (const one of chain.filter((candidate) => !alone.has(candidate))) {
      found.set(one.line, numberedHead(one, chain))
    }
  }
  const whole = numbered.filter((candidate) => !alone.has(candidate))
  const folios = whole.flatMap(({line, shape}) => (shape.title === '' ? [line] : []))
  addMerged(
    whole.map(({line, shape}) => ({line, number: shape.number})),
    [...opening, ...openingTitles(text, lines, folios)],
  )
  // A head that seemed to have text behind it has none when no other head is in it.
  for (const one of alone) {
    const chain = chains.find((candidate) => candidate.includes(one)) ?? []
    if (!found.has(one.line)) found.set(one.line, numberedHead(one, chain))
  }
  const taken = new Set(found.keys())
  for (const {line, ...folio} of runInFolios(text, lines, numberedPlaces(), taken)) {
    found.set(line, {role: 'folio', ...folio})
  }
  const places = [...found].some(([, {number}]) => number !== undefined) ? placesOf() : []
  const titles = headTitles(text, lines, candidates, whole, places, format, measure)
  for (const {line, p, evidence} of titles) {
    if (!found.has(line)) found.set(line, {role: 'head', p, evidence})
  }
  if (titles.some(({p}) => p >= 0.9)) {
    const heads = [...found].flatMap(([line, {head, number}]) => (head ? [] : [{line, number}]))
    addMerged(heads, opening)
  }
  return found
}

/** Heads that begin as another one does: they may be that one, with text of the page behind it. */
function withTextBehind(
  numbered: readonly HeadCandidate[],
  opening: readonly string[],
): Set<HeadCandidate> {
  const titles = Map.groupBy(numbered, ({shape}) => shape.title)
  const known = [...titles.keys(), ...opening.map(titleOf)].filter(Boolean)
  const short = known.length < 400 ? known : []
  return new Set(
    numbered.filter(({shape}) => {
      if ((titles.get(shape.title)?.length ?? 0) > 1) return false
      return short.some((title) => shape.title.startsWith(`${title} `))
    }),
  )
}

function numberedHead({shape}: HeadCandidate, chain: readonly HeadCandidate[]): FoundHead {
  const [first, last] = [chain[0]?.shape.number, chain.at(-1)?.shape.number]
  const evidence =
    chain.length > 1
      ? `The number ${shape.number} is one of those from ${first} to ${last} that count the pages.`
      : `The number ${shape.number} and what stands beside it break a sentence.`
  const role = shape.title === '' ? 'folio' : 'head'
  return {role, number: shape.number, p: chain.length > 1 ? 0.99 : 0.95, evidence}
}
