import type {Hit, Rule} from './rule.ts'

/**
 * Escape what Markdown would read as markup in a plain source.
 *
 * A source in `format: plain` has no markup, so a character that would make some is literal. Line
 * starts: `#`, `>`, `+`, `-`, `=`, fences, list numbers, and the stroke of a table; anywhere:
 * `\` before punctuation and at the end of a line, `*`, `_`, `` ` ``, `[`, `<`, `~` and character references.
 */
export const escapePlain: Rule = {
  id: 'escape',
  version: 1,
  kind: 'markup/escape',
  why: 'The source is plain text: this character is no markup.',
  formats: ['plain'],
  find(source) {
    return [...source.matchAll(pattern)].map((match): Hit => {
      const [lemma] = match
      const start = match.index
      const isNumber = /^\d/.test(lemma)
      const isBlank = lemma.startsWith(' ')
      const reading = isBlank
        ? ' '
        : isNumber
          ? `${lemma.slice(0, -1)}\\${lemma.slice(-1)}`
          : lemma.replaceAll(/[^]/g, '\\$&')
      return {start, end: start + lemma.length, lemma, reading}
    })
  },
}

/**
 * Runs of characters to escape: a list number (`12.` before a blank, escaped before its point), or
 * characters that are markup at the start of a line, or the blanks at the end of a line that would
 * break it, or characters that are markup anywhere. It must not match "3 Owen" or "55–59.".
 */
const pattern = new RegExp(
  [
    String.raw`(?<=^[ \t]*)\d{1,9}[.)](?=[ \t]|$)`,
    String.raw`(?<=^[ \t]*)[#>+=*_\`[<~-]+`,
    String.raw`(?<=\S) {2,}$`,
    String.raw`(?:[*_\`[<~]|\\(?=[!-\/:-@[-\`{-~]|$)|&(?=#?\w{1,32};))+`,
  ].join('|'),
  'gm',
)
