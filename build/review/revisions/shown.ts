import {nameOf} from '../../text/characters.ts'
import {invisible} from '../../text/invisible.ts'
import {visible} from '../reporters/visible.ts'

/** Write words on one line, with a sign or a code for everything that could not be seen or told apart. */
export function shown(words: string): string {
  return visible(words).replaceAll(invisible, (character) => `‹${nameOf(character)}›`)
}

/**
 * Cut what is long, in whole characters.
 *
 * Shape: words on one line → at most so many characters, the last one an ellipsis when something is left out.
 */
export function cut(words: string, most = 300): string {
  const characters = [...words]
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`
}

/**
 * Show how words differ, with little of what is the same.
 *
 * Shape: words before and after → both on one line; long ones without what they have in common at their ends, but
 * for a few words.
 */
export function shownDifference(before: string, after: string): [before: string, after: string] {
  if (before.length <= short && after.length <= short) return [shown(before), shown(after)]
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const rest = Math.min(before.length, after.length) - start
  while (end < rest && before.at(-1 - end) === after.at(-1 - end)) end++
  const around = (words: string): string => {
    const from = words.slice(0, start).search(lastWords)
    const tail = words.slice(words.length - end)
    const to = words.length - tail.length + (firstWords.exec(tail)?.[0].length ?? 0)
    const whole = shown(words.slice(Math.max(0, from), to))
    return cut(`${from > 0 ? '…' : ''}${whole}${to < words.length ? '…' : ''}`)
  }
  return [around(before), around(after)]
}

/** What is shown whole. */
const short = 80
/** Up to four words, the last perhaps a beginning. */
const lastWords = /(?:\S+\s+){0,3}\S*$/
const firstWords = /^\S*(?:\s+\S+){0,3}/
