import type {Hit, JoinHit} from './hit.ts'
import type {Look} from './look.ts'

/** Words that a page has at the least, but for the last one of a chapter. */
const leastWords = 40
/** Which part of the heads must cut a sentence; pages that all end with one are rare. */
const leastCuts = 0.25
/** What is doubted is this likely at the most. */
const doubtful = 0.8

/**
 * Doubt running heads that do not part pages.
 *
 * Numbers that rise stand before questions, steps and verses too. Heads stand a page apart, and
 * some of them cut a sentence; where they do not, they are proposed.
 *
 * Shape: look and the hits of running heads → the same hits, applied or proposed.
 */
export function doubtHeads({text}: Pick<Look, 'text'>, heads: readonly Hit[]): Hit[] {
  const applied = heads.filter(({status}) => status === 'applied')
  if (applied.length === 0) return [...heads]
  // Figures that begin a line, and nothing else in the text that parts pages, may be anything.
  const areFigures = applied.every(({lemma}) => /^[^\p{L}\r\n]+$/u.test(lemma))
  const cuts = applied.filter((head) => cutsSentence(text, head, areFigures)).length
  const gaps = applied.slice(1).map(({start}, index) => {
    return countWords(text.slice(applied[index]?.end ?? 0, start))
  })
  // A head and a folio of one page stand side by side.
  const pages = gaps.filter((words) => words > 3).toSorted((a, b) => a - b)
  const usual = pages[pages.length >> 1] ?? Infinity
  const isLikely = cuts > 0 && cuts / applied.length >= leastCuts && usual >= leastWords
  return isLikely ? [...heads] : heads.map(doubt)
}

/**
 * Doubt joins to what begins like a note, a caption or a row of a table, and joins of paragraphs
 * between which nothing stands and of which the second begins with a capital.
 *
 * Shape: look and joins → the same joins, applied or proposed.
 */
export function doubtJoins({text}: Pick<Look, 'text'>, joins: readonly JoinHit[]): JoinHit[] {
  return joins.map((join) => {
    const after = text.slice(join.end, join.end + 40)
    if (beginsApart.test(after)) return doubt(join)
    const isBare = /^[\s>]*$/.test(text.slice(join.start, join.end))
    const goesOn = /^[\s*_"'“‘(]*\p{Ll}/u.test(after)
    const isOpen =
      /(?:^|\s)(?:a|an|the|of|to|and|or|in|with|for|by|from|as|at|on|that|which|whose)$/u
    const before = text.slice(Math.max(0, join.start - 20), join.start)
    return isBare && !goesOn && !isOpen.test(before) ? doubt(join) : join
  })
}

/** A note, a caption, a row, an item: none of them goes on with a sentence. */
const beginsApart =
  /^\s*(?:\d{1,3}[.)\]]?\s+\p{Lu}|\[\d{1,3}\]|\[\^|<sup>\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]|[*†‡]\s|\|)|^\s*(?:Fig(?:ure|\.)|Table|Plate|Map|Chart)\s*\d/u

/** Whether a sentence goes on past a head. */
function cutsSentence(text: string, {start, end}: Hit, isBeforeOnly: boolean): boolean {
  const before = /(\S)\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[1]
  if (before !== undefined && /[\p{L}\p{N},;-]/u.test(before)) return true
  const after = /^\s*(\S)/.exec(text.slice(end, end + 200))?.[1]
  return !isBeforeOnly && after !== undefined && /\p{Ll}/u.test(after)
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

function doubt<One extends Hit | JoinHit>(one: One): One {
  return {...one, status: 'proposed', p: Math.min(one.p, doubtful)}
}
