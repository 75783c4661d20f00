import {inOrder} from '../text/correction.ts'
import {certain} from './hit.ts'
import type {Hit} from './hit.ts'
import type {Break} from './settle-joins.ts'

/**
 * End paragraphs where they end, so that a blank line tells them apart.
 *
 * Shape: source, its applied hits in order, line ends that end a paragraph → the hits, and
 * one of the rule `paragraph-end` for each line end that no blank line follows. Where a hit takes the line
 * end itself away, its reading ends the paragraph. Marks of quotation are repeated on the blank line.
 */
export function breakParagraphs(
  source: string,
  hits: readonly Hit[],
  ends: readonly Break[],
): Hit[] {
  const made = [...hits]
  const breaks: Hit[] = []
  let next = 0
  const inPlace = [...ends].sort((a, b) => a.at - b.at)
  for (const [index, {at: start, p, evidence}] of inPlace.entries()) {
    if (start === inPlace[index - 1]?.at) continue
    const ending = lineEnd.exec(source.slice(start, start + 2))?.[0]
    if (ending === undefined) continue
    const end = start + ending.length
    while ((made[next]?.end ?? Infinity) <= start) next++
    const hit = made[next]
    if (hit && hit.start < end) {
      if (!/[\r\n]/.test(hit.reading)) made[next] = endAt(source, hit, ending)
      continue
    }
    const quoted = /^[ \t]*(?:>[ \t]?)+/.exec(source.slice(end, end + 40))?.[0] ?? ''
    if (isBlank(source, end + quoted.length, hit)) continue
    const reading = `${ending}${quoted.trimEnd()}${ending}`
    breaks.push(paragraphEnd({start, lemma: ending, reading, p, evidence}))
  }
  return inOrder([...made, ...breaks])
}

const lineEnd = /^(?:\r\n|\n|\r)/

/** Whether nothing more stands in a line; nothing needs to be told from the end of a text. */
function isBlank(source: string, start: number, next: Hit | undefined): boolean {
  const rest = /^[ \t]*(?:[\r\n]|$)/
  if (rest.test(source.slice(start, start + 200))) return true
  // A line that is taken out whole leaves what comes after it.
  const isGone = next?.start === start && next.reading === '' && /[\r\n]$/.test(next.lemma)
  return isGone && rest.test(source.slice(next.end, next.end + 200))
}

/** A hit that takes a line end away, such as that of a running head, ends the paragraph itself. */
function endAt(source: string, hit: Hit, ending: string): Hit {
  const isLine = hit.start === 0 || /[\r\n]/.test(source.charAt(hit.start - 1))
  const reading = `${hit.reading}${ending}${isLine ? '' : ending}`
  return {...hit, reading, candidates: [{reading, p: hit.p}]}
}

/** A hit that ends a paragraph; one that is not certain is proposed. */
export function paragraphEnd(
  hit: Pick<Hit, 'start' | 'lemma' | 'reading' | 'p' | 'evidence'>,
): Hit {
  const {start, lemma, reading, p} = hit
  const status = p < certain ? 'proposed' : 'applied'
  const claims = {rule: 'paragraph-end', kind: 'line/paragraph', status} as const
  const candidates = [
    {reading, p},
    {reading: lemma, p: 1 - p},
  ]
  return {...hit, ...claims, end: start + lemma.length, candidates}
}
