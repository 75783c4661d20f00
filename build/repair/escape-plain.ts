import type {Hit} from './hit.ts'

/**
 * Escape what Markdown would read as markup in a plain text.
 *
 * A text in `format: plain` has no markup, so a character that would make some is literal. Line
 * starts: `#`, `>`, `+`, `-`, `=`, fences, list numbers, and the stroke of a table; anywhere:
 * `\` before punctuation and at the end of a line, `*`, `_`, `` ` ``, `[`, `<`, `~` and character references.
 * Shape: text → a hit for each character, which may touch; blanks that break a line are one hit.
 */
export function escapePlain(text: string): Hit[] {
  const hits: Hit[] = []
  for (const {0: line, index: lineStart} of text.matchAll(/[^\r\n]+/g)) {
    const lead = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const number = listNumber.exec(line.slice(lead, lead + 12))?.[1]
    const atHead = number === undefined ? (head.exec(line.slice(lead))?.[0] ?? '') : ''
    const from = lead + atHead.length
    if (number !== undefined) {
      // Its point alone, for the figures may be misread.
      escapeEach(hits, lineStart + lead + number.length - 1, number.slice(-1))
    }
    escapeEach(hits, lineStart + lead, atHead)
    for (const {0: lemma, index} of line.slice(from).matchAll(anywhere)) {
      escapeEach(hits, lineStart + from + index, lemma)
    }
    const body = line.trimEnd()
    const trail = line.slice(body.length)
    // Blanks that would break the line become one.
    if (body !== '' && /^ {2,}$/.test(trail)) {
      hits.push(escapeHit(lineStart + body.length, trail, ' '))
    }
  }
  return hits
}

/** A list number at the start of a line, `12.` before a blank. */
const listNumber = /^(\d{1,9}[.)])(?=[ \t]|$)/
/** Markup at the start of a line. */
const head = /^[#>+=*_`[<~-]+/
/** Markup anywhere. Must not match "3 Owen" or "55–59.". */
const anywhere = /(?:[*_`[<~]|\\(?=[!-/:-@[-`{-~]|$)|&(?=#?\w{1,32};))+/g

function escapeEach(hits: Hit[], start: number, run: string): void {
  for (let at = 0; at < run.length; at++) {
    const character = run.charAt(at)
    hits.push(escapeHit(start + at, character, `\\${character}`))
  }
}

function escapeHit(start: number, lemma: string, reading: string): Hit {
  const evidence = 'Markdown would take this for markup.'
  const claims = {rule: 'escape', kind: 'markup/escape', status: 'applied', p: 1} as const
  const candidates = [{reading, p: 1}]
  return {start, end: start + lemma.length, lemma, reading, evidence, candidates, ...claims}
}
