import type {Hit, JoinHit} from './hit.ts'

/**
 * Say which form of a text a hit is about, so that hits of the same form can be judged together.
 *
 * Shape: source and hit → its lemma; where that has neither letters nor figures, the word it stands in;
 * of a join the words on both sides. Line ends inside a form are left out.
 */
export function formOf(source: string, hit: Hit | JoinHit): string {
  const {start, end} = hit
  if ('glue' in hit) return `${wordBefore(source, start)} … ${wordAfter(source, end)}`
  const {lemma} = hit
  const form = /[\p{L}\p{N}]/u.test(lemma)
    ? lemma
    : `${wordBefore(source, start)}${lemma}${wordAfter(source, end)}`
  return form.replaceAll(/[\r\n]+/g, '').trim()
}

/** How many characters of a word are looked at. */
const longest = 60

function wordBefore(text: string, offset: number): string {
  return /\S*$/.exec(text.slice(Math.max(0, offset - longest), offset))?.[0] ?? ''
}

function wordAfter(text: string, offset: number): string {
  return /^\S*/.exec(text.slice(offset, offset + longest))?.[0] ?? ''
}
