import {formatPlace, toPlace} from '../../text/place.ts'
import type {Piece} from '../../text/pieces.ts'
import type {CorrectRecord} from '../../text/record.ts'
import type {ReviewItem} from '../item.ts'
import type {ReviewText} from '../review-text.ts'
import type {Stretch} from '../stretches.ts'
import {wordChanges} from '../word-changes.ts'
import type {WordChange} from '../word-changes.ts'
import {inForce} from './in-force.ts'
import {sayKind, sayState} from './say-item.ts'
import {visible} from './visible.ts'
import {wordsAround} from './words-around.ts'

/** How changes are painted: with colour, or with signs alone. */
export interface Paint {
  removed(words: string): string
  added(words: string): string
  dim(words: string): string
}

/** What a terminal is shown of a text. */
export interface TerminalReport {
  readonly lines: readonly string[]
  /** How many changes of words are among them. */
  readonly changes: number
}

/** What belongs together: a line for each record or mark, and the words below. */
interface Entry {
  readonly heads: readonly Head[]
  readonly words: readonly string[]
}

/** A line about a record or a mark. */
interface Head {
  readonly start: number
  readonly line: string
}

/**
 * Write a text for a terminal: all that the editors do to it, in the order of the source.
 *
 * Shape: text, paint, whether escapes are shown → lines. A change of words, a question, a place that is kept
 * and what is not applied have their words on a line below; marks have a line each, those that begin between
 * two records of one word with them. Verdicts are shown where there are some. Proposals are left out.
 */
export function terminalReport(review: ReviewText, paint: Paint, all: boolean): TerminalReport {
  const {source, corrected, stretches} = review
  const items = new Map(review.items.map((item) => [`${item.sort} ${item.id}`, item]))
  const isInForce = inForce(review)
  const changes = wordChanges(source.value, corrected, wholePieces(stretches)).filter(
    ({by}) => all || by.some((record) => partsOf(record).some(isNoEscape)),
  )
  const others = review.items.filter(
    (item) => item.sort !== 'proposal' && !(item.act === 'correct' && isInForce(item)),
  )
  const entries = [
    ...changes.map((change) => ofChange(change, review, items, paint)),
    ...others.map((item) => ofItem(item, isInForce(item), review, paint)),
  ]
  const groups = grouped(entries)
  const lines = groups.flatMap(({heads, words}, index) => {
    const isTight = words.length === 0 && groups[index + 1]?.words.length === 0
    return [...heads.map(({line}) => line), ...words, ...(isTight ? [] : [''])]
  })
  return {lines, changes: changes.length}
}

/** Put entries in the order of the source; one that begins before the last record of another joins it. */
function grouped(entries: readonly Entry[]): Entry[] {
  const first = ({heads}: Entry): number => heads[0]?.start ?? 0
  const groups: Entry[] = []
  for (const entry of [...entries].sort((a, b) => first(a) - first(b))) {
    const last = groups.at(-1)
    if (last && first(entry) < (last.heads.at(-1)?.start ?? 0)) {
      const heads = [...last.heads, ...entry.heads].sort((a, b) => a.start - b.start)
      groups[groups.length - 1] = {heads, words: [...last.words, ...entry.words]}
    } else groups.push(entry)
  }
  return groups
}

/** Stretches that touch are one change, whose records are its parts. */
function wholePieces(stretches: readonly Stretch[]): Piece<CorrectRecord>[] {
  const pieces: Piece<CorrectRecord>[] = []
  for (const {src, out, by} of stretches) {
    const last = pieces.at(-1)
    if (!by || !last?.by) {
      pieces.push({src, out, by})
      continue
    }
    const parts = [...partsOf(last.by), by]
    pieces[pieces.length - 1] = {
      src: [last.src[0], src[1]],
      out: [last.out[0], out[1]],
      by: {...last.by, parts},
    }
  }
  return pieces
}

function partsOf(record: CorrectRecord): readonly CorrectRecord[] {
  return record.parts ?? [record]
}

function isNoEscape({kind}: CorrectRecord): boolean {
  return kind !== 'markup/escape'
}

function ofChange(
  {src, before, after, by}: WordChange<CorrectRecord>,
  {source}: ReviewText,
  items: ReadonlyMap<string, ReviewItem>,
  paint: Paint,
): Entry {
  const records = by.flatMap(partsOf)
  const heads = records.map((record): Head => {
    const {start, id, kind, cert, evidence, why} = record
    const doubt = cert === 'high' ? '' : ` (${cert}, ${evidence ?? 'unknown'})`
    const said = verdictsOn(items.get(`record ${id}`))
    const place = formatPlace(toPlace(source.lines, start))
    const line = `${place}  ${id}  ${kind}${doubt}  ${paint.dim(visible(why))}${said}`
    return {start, line}
  })
  const [left, right] = wordsAround(source.value, src)
  const words = `${paint.removed(visible(before))}${paint.added(visible(after))}`
  return {heads, words: [`    ${left}${words}${right}`]}
}

function ofItem(item: ReviewItem, isInForce: boolean, {source}: ReviewText, paint: Paint): Entry {
  const {sort, act, start, end, at, to, id, cert, evidence, reading, why} = item
  const isMark = sort === 'mark'
  const place =
    isMark && end > start ? `${formatPlace(at)}${arrow(item)}${formatPlace(to)}` : formatPlace(at)
  const doubt =
    cert === 'high' ? '' : isMark ? ` (${cert})` : ` (${cert}, ${evidence ?? 'unknown'})`
  const out = isInForce ? '' : '  not applied'
  const line = `${place}  ${id}  ${sayKind(item)}${doubt}${out}  ${paint.dim(visible(why))}${verdictsOn(item)}`
  const heads = [{start, line}]
  if (isMark) return {heads, words: []}
  const [left, right] = wordsAround(source.value, [start, end])
  const words = visible(source.value.slice(start, end))
  const sign = act === 'query' ? '?' : '='
  const instead = reading === undefined ? '' : `  (not “${visible(reading)}”)`
  return {heads, words: [`    ${left}[${sign}${words}${sign}]${right}${instead}`]}
}

/** A join leads to another place; other marks have an extent. */
function arrow({act}: ReviewItem): string {
  return act === 'join' ? ' → ' : '–'
}

/** What the reviewers say, where one has spoken. */
function verdictsOn(item: ReviewItem | undefined): string {
  if (!item) return ''
  const {valid, stale} = item.judgement
  return valid.length + stale.length === 0 ? '' : `  [${sayState(item)}]`
}
