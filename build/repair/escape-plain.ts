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
    const hits: Hit[] = []
    for (const {0: line, index: lineStart} of source.matchAll(/[^\r\n]+/g)) {
      const lead = /^[ \t]*/.exec(line)?.[0].length ?? 0
      const atHead = head.exec(line.slice(lead))?.[0] ?? ''
      if (atHead !== '') hits.push(hit(lineStart + lead, atHead))
      const from = lead + atHead.length
      for (const {0: lemma, index} of line.slice(from).matchAll(anywhere)) {
        hits.push(hit(lineStart + from + index, lemma))
      }
      const body = line.trimEnd()
      const trail = /^ {2,}$/.test(line.slice(body.length)) && body !== ''
      if (trail) hits.push(hit(lineStart + body.length, line.slice(body.length)))
    }
    return hits
  },
}

/** Markup at the start of a line: a list number (`12.` before a blank), or characters. */
const head = /^(?:\d{1,9}[.)](?=[ \t]|$)|[#>+=*_`[<~-]+)/
/** Markup anywhere. Must not match "3 Owen" or "55–59.". */
const anywhere = /(?:[*_`[<~]|\\(?=[!-/:-@[-`{-~]|$)|&(?=#?\w{1,32};))+/g

/** A list number is escaped before its point; blanks that would break the line become one. */
function hit(start: number, lemma: string): Hit {
  const reading = /^\d/.test(lemma)
    ? `${lemma.slice(0, -1)}\\${lemma.slice(-1)}`
    : lemma.startsWith(' ')
      ? ' '
      : lemma.replaceAll(/[^]/g, '\\$&')
  return {start, end: start + lemma.length, lemma, reading}
}
