import type {RawLine} from './split-lines.ts'
import {smallWords} from './title-words.ts'

/**
 * Find the beginning that lines share when the same running head ran into all of them.
 *
 * Shape: text and lines → heads as they stand, with `\0` for the number, that no line has alone:
 * at least two lines begin with a number, a sign and the same words, and their numbers count up.
 */
export function openingHeads(text: string, lines: readonly RawLine[]): string[] {
  const groups = new Map<string, Opening[]>()
  for (const {start, end} of lines) {
    const head = text.slice(start, Math.min(end, start + 120))
    const match = before.exec(head)?.groups
    const other = match ? undefined : after.exec(head)?.groups
    const {number, sign = '', words, title = ''} = match ?? other ?? {}
    // A year is no number of a page.
    if (number === undefined || (sign === '' && /^1[5-9]\d\d$|^20\d\d$/.test(number))) continue
    const parts = (words ?? title).trim().split(/\s+/)
    const key = match ? `0 ${sign} ${parts[0]}` : `1 ${sign} ${parts.join(' ')}`
    const group = groups.get(key)
    const entry = {number: Number(number), words: parts, start}
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  const heads: string[] = []
  for (const [key, group] of groups) {
    const isCounting = group.every(({number}, at) => number > (group[at - 1]?.number ?? -1))
    const isNear = (group.at(-1)?.number ?? 0) - (group[0]?.number ?? 0) < group.length * 8
    if (group.length < 2 || !isCounting || !isNear) continue
    const sign = key.slice(2).split(' ')[0] ?? ''
    const title = sharedWords(group.map(({words}) => words))
    // Without a sign a number and words may begin notes as well.
    const isBare = sign === '' && key.startsWith('0')
    if (sign === '' && (title.match(/(?:^|\s)\p{Lu}/gu)?.length ?? 0) < 2) continue
    // On the other pages the number may stand after the same words.
    const isOther = (groups.get(`1  ${title}`)?.length ?? 0) > 1
    if (!isPaged(group, isBare ? 800 : 400)) continue
    if (isBare && group.length < 3 && !isOther) continue
    const parts = [sign, ...(sign === '' ? [] : [' '])].join('')
    heads.push(key.startsWith('0') ? `\0 ${parts}${title}` : `${title} ${parts}\0`)
  }
  return heads
}

interface Opening {
  readonly number: number
  readonly words: readonly string[]
  readonly start: number
}

/** Whether numbers are as far from one another as those of pages. */
function isPaged(group: readonly Opening[], page: number): boolean {
  return group.slice(1).every(({number, start}, at) => {
    const before = group[at] ?? {number: 0, start: 0}
    return start - before.start > page * (number - before.number)
  })
}

/**
 * Find the title that lines share which follow the numbers of pages.
 *
 * Shape: the places of folios → titles that ran into the lines below most of them.
 */
export function openingTitles(
  text: string,
  lines: readonly RawLine[],
  folios: readonly number[],
): string[] {
  const groups = new Map<string, string[][]>()
  for (const folio of folios) {
    let next = folio + 1
    while (next < lines.length && lines[next]?.start === lines[next]?.end) next++
    const {start = 0, end = 0} = lines[next] ?? {}
    const words = text
      .slice(start, Math.min(end, start + 100))
      .trim()
      .split(/\s+/)
    const [key = ''] = words
    if (!/^\p{Lu}/u.test(key)) continue
    const group = groups.get(key)
    if (group) group.push(words)
    else groups.set(key, [words])
  }
  return [...groups.values()].flatMap((group) => {
    const title = sharedWords(group)
    return group.length > 2 && group.length > folios.length * 0.3 && title.includes(' ')
      ? [title]
      : []
  })
}

/** Signs that part number and title: letters of other languages, and signs that are no points. */
const sign = '[^\\p{ASCII}\\s“”‘’–—…]|[|~^\\u0001-\\u0008\\u000e-\\u001f]'
const title = `\\p{Lu}[\\p{L}’'-]*:?(?:\\s+(?:\\p{Lu}[\\p{L}’'-]*:?|${smallWords.join('|')})){1,9}`
/** “14 Ë The Lost Ligature and so on”, “14 The Lost Ligature and so on”. */
const before = new RegExp(
  `^[\\f\\s]*(?<number>\\d{1,4})\\s+(?:(?<sign>${sign})\\s+(?<words>\\S.*)|(?<title>${title})\\s.*)$`,
  'u',
)
/** “The Lost Ligature Ë 13 and so on”, “The Lost Ligature 13 and so on”. */
const after = new RegExp(
  `^[\\f\\s]*(?:(?<words>\\p{L}.{2,70}?)\\s+(?<sign>${sign})|(?<title>${title}))\\s+(?<number>\\d{1,4})(?=\\s|$)`,
  'u',
)

function sharedWords(lists: readonly (readonly string[])[]): string {
  const [first = [], ...others] = lists
  let count = 0
  while (count < first.length && others.every((words) => words[count] === first[count])) count++
  return first.slice(0, count).join(' ')
}
