import type {Kind} from '../../build/text/record.ts'
import type {Damaged} from './damaged.ts'

/** Something that was read as something else. */
export interface Misreading {
  /** Words that stand once in the source, and hold what is misread. */
  readonly was: string
  /** The same words as they were read. */
  readonly is: string
  /** Left out when nothing is lost, for the markup says the same. */
  readonly kind?: Kind
}

/**
 * Misread some words of a damaged source.
 *
 * Throws: `RangeError` when the words do not stand there exactly once.
 */
export function misread(damaged: Damaged, misreadings: readonly Misreading[]): Damaged {
  return misreadings.reduce((before, misreading) => misreadOne(before, misreading), damaged)
}

function misreadOne({source, damages, structures}: Damaged, misreading: Misreading): Damaged {
  const {was, is, kind} = misreading
  const at = source.indexOf(was)
  if (at < 0 || source.indexOf(was, at + 1) >= 0) {
    throw new RangeError(`“${was}” does not stand in the source exactly once`)
  }
  const [lead, tail] = commonEnds(was, is)
  const start = at + lead
  const wasEnd = at + was.length - tail
  const isEnd = at + is.length - tail
  const reading = source.slice(start, wasEnd)
  const shift = isEnd - wasEnd
  const move = <T extends {start: number; end?: number}>(one: T): T => ({
    ...one,
    start: one.start >= wasEnd ? one.start + shift : one.start,
    ...(one.end === undefined ? {} : {end: one.end >= wasEnd ? one.end + shift : one.end}),
  })
  const moved = damages.map(move)
  if (kind) moved.push({start, end: isEnd, reading, kind})
  return {
    source: source.slice(0, at) + is + source.slice(at + was.length),
    damages: moved.toSorted((a, b) => a.start - b.start),
    structures: structures.map(move),
  }
}

/** How many characters two texts have in common at their start, and at their end. */
function commonEnds(one: string, other: string): [lead: number, tail: number] {
  const most = Math.min(one.length, other.length)
  let lead = 0
  while (lead < most && one[lead] === other[lead]) lead++
  let tail = 0
  while (tail < most - lead && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  return [lead, tail]
}
