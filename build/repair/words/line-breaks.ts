import type {Hit} from '../hit.ts'
import type {Layout} from '../layout/layout.ts'

/** A dash, or a hyphen beside a figure, at the end of a line; no blank before it. */
const atEnd = /(?<=[\p{L}\p{M}\p{N})\]”’"*])(?:[–—]|(?<=\p{N})[-\u2010])$|(?<=\p{L})[-\u2010]$/u

/** What a hyphen ties to a figure: letters of a series, and words that stand before years. */
const takesFigure = /(?:\p{Lu}{2}|\b(?:[Mm]id|[Pp]re|[Pp]ost|[Ee]arly|[Ll]ate|[Uu]nder))[-\u2010]$/u

/**
 * Find line ends after a dash or after the hyphen of a number: no blank belongs there.
 *
 * A hyphen between letters is judged elsewhere; one before or after a figure belongs to the text:
 * “1937-⏎38”, “20-⏎year”, “NSC-⏎48”.
 */
export function findLineBreaks(text: string, {lines}: Layout): Hit[] {
  const hits: Hit[] = []
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (!next || (line.role !== 'text' && line.role !== 'note') || next.role !== line.role) continue
    if (next.note !== line.note || next.noteStart !== undefined) continue
    const words = text.slice(line.start, line.end).trimEnd()
    const mark = atEnd.exec(words)?.[0]
    if (mark === undefined) continue
    const start = line.start + words.length
    const head = /^[ \t]*/.exec(text.slice(next.start, next.end))?.[0] ?? ''
    const after = text.charAt(next.start + head.length)
    const isDash = /[–—]/.test(mark)
    const isFigure = /\p{N}/u.test(after)
    const beforeFigure = /\p{N}/u.test(words.charAt(words.length - 2))
    if (isDash && !/[\p{L}\p{N}“‘("*]/u.test(after)) continue
    if (!isDash && beforeFigure && !/[\p{L}\p{N}]/u.test(after)) continue
    // After half a word a figure is the number of a page.
    if (!isDash && !beforeFigure && !(isFigure && takesFigure.test(words))) continue
    const end = next.start + head.length
    hits.push({
      start,
      end,
      lemma: text.slice(start, end),
      reading: '',
      rule: 'line-hyphen',
      kind: isDash ? 'line/break' : 'line/hyphen',
      status: 'applied',
      p: 0.98,
      candidates: [{reading: '', p: 0.98}],
      evidence: isDash ? 'no blank stands beside the dash' : 'the hyphen stands beside a figure',
    })
  }
  return hits
}
