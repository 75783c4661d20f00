import type {Span} from '../../../text/correction.ts'

/**
 * Find words in a source.
 *
 * Shape: source, words as a reader types them, how many places at most → spans in order. Capitals do not
 * matter; a blank stands for any blanks and for a line end, with or without blanks around it.
 */
export function findWords(source: string, words: string, most = 200): Span[] {
  const wanted = words.trim()
  if (wanted === '') return []
  const pattern = wanted
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`)
  const spans: Span[] = []
  for (const match of source.matchAll(new RegExp(pattern, 'giu'))) {
    spans.push({start: match.index, end: match.index + match[0].length})
    if (spans.length === most) break
  }
  return spans
}
