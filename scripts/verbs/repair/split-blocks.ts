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
const blankLines = /(?:\r\n|\n|\r)(?:[ \t>]*(?:\r\n|\n|\r))+/g

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
  const lead = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text)?.[0] ?? ''
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
