import type {Span} from '../../../text/correction.ts'
import type {Passage, PassageRun} from '../../page-data.ts'
import type {ReviewItem} from '../../item.ts'

/** A run of a passage as it is shown. */
export interface PassagePart {
  readonly words: string
  /** Where it comes from; `null` for what the edition adds. */
  readonly src: Span | null
  /** The record that made it; `null` when it is verbatim or added. */
  readonly by: string | null
  /** Whether it is what is judged. */
  readonly isMine: boolean
  /** Whether what is judged leaves nothing here, and this is where it was. */
  readonly isPoint: boolean
}

/** A passage with what is judged marked in it. */
export interface ShownPassage {
  readonly passage: Passage
  readonly parts: readonly PassagePart[]
}

/** The passages that hold what is judged, and those before and after them. */
export interface Surroundings {
  readonly before: Passage | null
  readonly held: readonly ShownPassage[]
  /** How many passages between the first and the last that hold it are left out. */
  readonly leftOut: number
  readonly after: Passage | null
}

/**
 * Find the passages that hold an item, and mark it in them.
 *
 * Shape: passages, item, source → the first and last passage with words of it; of what leaves no words (a
 * deletion, a head that is dropped, a join) the passage that ends or goes on where it stood.
 */
export function surroundingsOf(
  passages: readonly Passage[],
  item: ReviewItem,
  source: string,
): Surroundings {
  const holding = passages.flatMap(({runs}, index) =>
    runs.some((run) => isMine(run, item)) ? [index] : [],
  )
  const point = holding.length > 0 ? null : pointOf(passages, item)
  const indexes = point ? [point.passage] : holding
  const [first, last] = [indexes[0], indexes.at(-1)]
  if (first === undefined || last === undefined) {
    return {before: null, held: [], leftOut: 0, after: null}
  }
  const kept = first === last ? [first] : [first, last]
  const held = kept.flatMap((index): ShownPassage[] => {
    const passage = passages[index]
    const at = point?.passage === index ? point.run : null
    return passage ? [{passage, parts: partsOf(passage, item, source, at)}] : []
  })
  const neighbour = (index: number, to: Passage | undefined): Passage | null => {
    const passage = passages[index]
    return passage && passage.note === (to?.note ?? null) ? passage : null
  }
  return {
    before: neighbour(first - 1, passages[first]),
    held,
    leftOut: Math.max(0, last - first - 1),
    after: neighbour(last + 1, passages[last]),
  }
}

function spanOf(run: PassageRun): Span | null {
  if (!('text' in run)) return {start: run[0], end: run[1]}
  return run.src ? {start: run.src[0], end: run.src[1]} : null
}

function isMine(run: PassageRun, {id, act, start, end}: ReviewItem): boolean {
  // What stands between the halves of a join is not joined.
  if (act === 'join') return false
  if ('text' in run && run.by === id) return run.text !== ''
  const span = spanOf(run)
  return span !== null && span.start < end && span.end > start
}

/** After which run what is judged stood, when it left no words: the nearest before it. */
function pointOf(
  passages: readonly Passage[],
  {start, end}: Span,
): {passage: number; run: number} | null {
  let best: {passage: number; run: number; end: number} | null = null
  let after: {passage: number; run: number; start: number} | null = null
  for (const [passage, {runs}] of passages.entries()) {
    for (const [run, one] of runs.entries()) {
      const span = spanOf(one)
      if (!span) continue
      if (span.end <= start && span.end > (best?.end ?? -1)) best = {passage, run, end: span.end}
      if (span.start >= end && span.start < (after?.start ?? Infinity)) {
        after = {passage, run: run - 1, start: span.start}
      }
    }
  }
  return best ?? after
}

function partsOf(
  {runs}: Passage,
  item: ReviewItem,
  source: string,
  point: number | null,
): PassagePart[] {
  const mark: PassagePart = {words: '', src: null, by: item.id, isMine: true, isPoint: true}
  const parts = runs.flatMap((run, index): PassagePart[] => {
    const made = splitRun(run, item, source)
    return index === point ? [...made, mark] : made
  })
  return point === -1 ? [mark, ...parts] : parts
}

/** Cut a run where what is judged begins and ends. */
function splitRun(run: PassageRun, item: ReviewItem, source: string): PassagePart[] {
  const isPoint = false
  if ('text' in run) {
    return [{words: run.text, src: spanOf(run), by: run.by, isMine: isMine(run, item), isPoint}]
  }
  const [start, end] = run
  const cuts = [start, item.start, item.end, end].filter((at) => at >= start && at <= end)
  const places = [...new Set(cuts)].sort((one, other) => one - other)
  return places.slice(0, -1).map((from, index): PassagePart => {
    const to = places[index + 1] ?? end
    const src = {start: from, end: to}
    const mine = from < item.end && to > item.start
    return {words: source.slice(from, to), src, by: null, isMine: mine, isPoint}
  })
}
