import type {Span} from '../../../build/text/correction.ts'

/** A paragraph of a text, with the blank lines after it. */
export interface TextBlock extends Span {
  readonly text: string
  readonly after: string
}

/** A text as its paragraphs. */
export interface TextBlocks {
  /** Blank lines before the first. */
  readonly lead: string
  readonly blocks: readonly TextBlock[]
}

/** Blank lines, which may carry marks of quotation. */
const blankLines = /(?:\r\n|\n|\r)(?:[ \t>]*(?:\r\n|\n|\r)){1,1000}/g

/**
 * Split a text into what blank lines part.
 *
 * Shape: text, and offsets where a running head was taken out → blocks; together they are the text, but
 * where a head stood alone, the blank lines before and after it are one.
 */
export function splitBlocks(text: string, gone: readonly number[]): TextBlocks {
  const blocks: TextBlock[] = []
  const isGone = (start: number, end: number): boolean =>
    gone.some((at) => start <= at && at <= end)
  const lead = leadOf(text)
  let start = lead.length
  for (const {0: after, index} of text.matchAll(blankLines)) {
    if (index < start) continue
    const next = index + after.length
    const ending = /^(?:\r\n|\n|\r)/.exec(after)?.[0] ?? '\n'
    const isOne = isGone(index, next) && !after.includes('>')
    const kept = isOne ? `${ending}${next < text.length ? ending : ''}` : after
    blocks.push({start, end: index, text: text.slice(start, index), after: kept})
    start = next
  }
  if (start < text.length)
    blocks.push({start, end: text.length, text: text.slice(start), after: ''})
  return {lead: isGone(0, lead.length) && lead !== '' ? '' : lead, blocks}
}

/** Blank lines before the first word; found without a pattern, for there may be millions. */
function leadOf(text: string): string {
  let end = 0
  for (let at = 0; at < text.length && /[ \t\r\n]/.test(text.charAt(at)); at++) {
    if (/[\r\n]/.test(text.charAt(at))) end = at + 1
  }
  return text.slice(0, end)
}
