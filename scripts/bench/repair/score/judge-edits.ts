import type {Span} from '../../../../build/text/correction.ts'
import {align} from './align.ts'
import {composeText} from './compose-text.ts'
import type {Change, Composed, Zone} from './compose-text.ts'

/** What is made of a stretch of a source by edits that have to do with one another. */
export interface Verdict {
  /** Of each edit of the truth, whether it was undone. */
  readonly undone: ReadonlySet<number>
  /** The edits of the answer that are right, and that are wrong; those in neither have no effect. */
  readonly right: ReadonlySet<number>
  readonly wrong: ReadonlySet<number>
}

/**
 * Compare what an answer makes of a stretch of a source with what the truth makes of it.
 *
 * Both texts are laid side by side. An edit of the truth is undone when what it changes, and the
 * characters on either side, stand in the answer as they do in the truth; an edit of the answer is
 * right when the same is so the other way about. Damage that the answer left exactly as it is does
 * not count against its neighbours. Numbers of edits are their indices.
 */
export function judgeEdits(
  source: string,
  span: Span,
  truth: readonly Change[],
  answer: readonly Change[],
): Verdict {
  const numbered = (edits: readonly Change[]): {change: Change; by: number}[] =>
    edits.map((change, by) => ({change, by}))
  const meant = composeText(source, span, numbered(truth))
  const made = composeText(source, span, numbered(answer))
  /** Whether an edit changes more than how wide a blank is. */
  const hasEffect = (by: number): boolean => {
    const {start, end, reading} = answer[by] as Change
    if (unspaced(source.slice(start, end)) !== unspaced(reading)) return true
    const others = numbered(answer).filter((one) => one.by !== by)
    return textOf(composeText(source, span, others)) !== textOf(made)
  }
  if (textOf(meant) === textOf(made)) {
    const right = made.zones.map(({by}) => by).filter(hasEffect)
    return {undone: new Set(truth.keys()), right: new Set(right), wrong: new Set()}
  }
  const toMade = align(meant.chars, made.chars)
  const toMeant = invert(toMade, made.chars.length)
  const untouched = findUntouched(truth, meant, made, toMade)
  /** Whether a character of the truth was lost, and the answer did nothing about it. */
  const isLost = (index: number, except: number): boolean => {
    const by = meant.chars[index]?.by ?? -1
    return by >= 0 && by !== except && untouched.has(by)
  }
  /** Whether a character of the answer is damage that it left as it is. */
  const isLeft = (index: number, except: number): boolean => {
    const by = meant.gone.get(made.chars[index]?.at ?? -1) ?? -1
    return by >= 0 && by !== except && untouched.has(by) && toMeant[index] === -1
  }
  const undone = new Set(truth.keys())
  for (const zone of meant.zones) {
    const one = {chars: meant.chars, map: toMade, skips: (at: number) => isLost(at, zone.by)}
    const other = {chars: made.chars, skips: (at: number) => isLeft(at, zone.by)}
    if (!standsIn(zone, one, other)) undone.delete(zone.by)
  }
  const right = new Set<number>()
  const wrong = new Set<number>()
  for (const zone of made.zones) {
    if (!hasEffect(zone.by)) continue
    const one = {chars: made.chars, map: toMeant, skips: (at: number) => isLeft(at, -1)}
    const other = {chars: meant.chars, skips: (at: number) => isLost(at, -1)}
    if (standsIn(zone, one, other)) right.add(zone.by)
    else wrong.add(zone.by)
  }
  return {undone, right: new Set([...right].filter((by) => !wrong.has(by))), wrong}
}

function textOf({chars}: Composed): string {
  return chars.map(({char}) => char).join('')
}

function unspaced(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

/** The edits of the truth of which nothing was undone, and nothing else was made. */
function findUntouched(
  truth: readonly Change[],
  meant: Composed,
  made: Composed,
  toMade: Int32Array,
): Set<number> {
  const untouched = new Set(truth.keys())
  for (const [index, {by}] of meant.chars.entries()) {
    if (by >= 0 && toMade[index] !== -1) untouched.delete(by)
  }
  for (const [at, by] of meant.gone) if (made.gone.has(at)) untouched.delete(by)
  return untouched
}

function invert(map: Int32Array, length: number): Int32Array {
  const back = new Int32Array(length).fill(-1)
  for (const [index, other] of map.entries()) if (other >= 0) back[other] = index
  return back
}

interface Side {
  readonly chars: Composed['chars']
  /** Whether a character may be passed over. */
  skips(index: number): boolean
}

/** Whether a zone of one text, with what is beside it, stands in the other as it does here. */
function standsIn(zone: Zone, one: Side & {readonly map: Int32Array}, other: Side): boolean {
  const {chars, map, skips} = one
  let left = zone.from - 1
  while (left >= 0 && skips(left)) left--
  let right = zone.to
  while (right < chars.length && skips(right)) right++
  let last = left < 0 ? -1 : (map[left] ?? -1)
  if (left >= 0 && last < 0) return false
  for (let at = left + 1; at <= right; at++) {
    if (at < zone.from || (at >= zone.to && at < right)) continue
    const next = at < chars.length ? (map[at] ?? -1) : other.chars.length
    if (next < 0) return false
    for (let between = last + 1; between < next; between++) if (!other.skips(between)) return false
    last = next
  }
  return true
}
