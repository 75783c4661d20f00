import type {SourceWord} from './source-words.ts'

/** Whether the streams are the source; if not, where the furthest attempt ended. */
export type Fit =
  {readonly fits: true} | {readonly fits: false; readonly offset: number; readonly reason: string}

/** A place where more than one stream could go on. */
interface Choice {
  readonly word: number
  readonly at: readonly number[]
  readonly stream: number
}

/** How many other ways are tried before the audit gives up and reports. */
const patience = 20_000

/**
 * Check that the words of a source are several streams, each in its order.
 *
 * A stream goes on as long as its next word is the next of the source; another may take over only
 * where a line begins. Where more than one could, the others are tried when the first fails.
 */
export function isInterleaved(
  words: readonly SourceWord[],
  streams: readonly (readonly string[])[],
): Fit {
  const choices: Choice[] = [{word: 0, at: streams.map(() => 0), stream: 0}]
  let furthest = {word: -1, expected: ''}
  let tries = 0
  for (let choice = choices.pop(); choice && tries < patience; choice = choices.pop(), tries++) {
    const at = [...choice.at]
    let {stream, word} = choice
    for (; word < words.length; word++) {
      const next = words[word] as SourceWord
      const {startsLine, optional} = next
      const taken = (index: number): number => next.take(streams[index] ?? [], at[index] ?? 0)
      const others = startsLine
        ? [...streams.keys()].filter((index) => index !== stream && taken(index) > 0)
        : []
      const ways = [...(taken(stream) > 0 ? [stream] : []), ...others]
      if (optional) ways.push(-1)
      const [way, ...rest] = ways
      for (const other of rest.slice(0, 3).toReversed()) {
        const ahead = [...at]
        if (other >= 0) ahead[other] = (ahead[other] ?? 0) + taken(other)
        choices.push({word: word + 1, at: ahead, stream: other >= 0 ? other : stream})
      }
      if (way === undefined) break
      if (way < 0) continue
      at[way] = (at[way] ?? 0) + taken(way)
      stream = way
    }
    const left = streams.findIndex((list, index) => (at[index] ?? 0) < list.length)
    if (word === words.length && left < 0) return {fits: true}
    if (word > furthest.word) {
      const next = streams[word === words.length ? left : stream]
      furthest = {word, expected: next?.[at[word === words.length ? left : stream] ?? 0] ?? ''}
    }
  }
  const found = words[furthest.word]
  const reason = found
    ? `the source has "${found.word}", the edition goes on with "${furthest.expected}"`
    : `the edition still has "${furthest.expected}" where the source has ended`
  return {fits: false, offset: (found ?? words.at(-1))?.offset ?? 0, reason}
}
