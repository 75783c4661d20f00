import type {Span} from '../build/text/correction.ts'
import {formatPlace, parsePlace, toOffset, toPlace} from '../build/text/place.ts'
import type {Lines} from '../build/text/place.ts'
import {UsageError} from './exit.ts'

/**
 * Choose the one place that is meant; several are listed, never chosen among.
 *
 * Shape: the places where the words stand, what was sought, the source and its lines, the place
 * the caller named and the option that names it → the span.
 * Throws: `UsageError` when there is none or more than one.
 */
export function choosePlace(
  spans: readonly Span[],
  sought: string,
  source: string,
  lines: Lines,
  at?: string,
  flag = '--at',
): Span {
  const named = at === undefined ? undefined : parsePlace(at)
  if (at !== undefined && !named)
    throw new UsageError(`\`${at}\` is no place; write line and column, such as 12:5.`)
  const offset = named && toOffset(lines, named)
  const fitting = named ? spans.filter(({start}) => start === offset) : spans
  const [span] = fitting
  if (span && fitting.length === 1) return span
  const many = spans.map(({start, end}) => `  ${listPlace(source, lines, start, end)}`)
  if (spans.length === 0)
    throw new UsageError(`${JSON.stringify(sought)} does not stand in the source.`)
  const problem = named
    ? `does not stand at ${formatPlace(named)}`
    : `stands at ${spans.length} places`
  throw new UsageError(
    `${JSON.stringify(sought)} ${problem}; say which with ${flag}:\n${many.join('\n')}`,
  )
}

/** A place with the words around it, on one line. */
export function listPlace(source: string, lines: Lines, start: number, end: number): string {
  const words = `${source.slice(Math.max(0, start - 24), start)}[${source.slice(start, end)}]${source.slice(end, end + 24)}`
  return `${formatPlace(toPlace(lines, start))}\t${words.replaceAll(/\s+/g, ' ').trim()}`
}
