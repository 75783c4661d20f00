import type {Span} from '../build/text/correction.ts'

/**
 * Find words in a text; any blanks and line breaks may stand between them.
 *
 * Shape: text and words → the spans where they stand, in order.
 */
export function findWords(text: string, words: string): Span[] {
  const parts = words.trim().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  const pattern = new RegExp(parts.map((part) => escape(part)).join(String.raw`\s+`), 'gu')
  return [...text.matchAll(pattern)].map(({0: match, index}) => ({
    start: index,
    end: index + match.length,
  }))
}

/** Find a run of characters exactly as it is given. */
export function findExactly(text: string, run: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(run); run !== '' && at >= 0; at = text.indexOf(run, at + 1)) {
    spans.push({start: at, end: at + run.length})
  }
  return spans
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
