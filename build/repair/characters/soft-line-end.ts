import type {Hit} from '../hit.ts'
import type {Layout, LayoutLine} from '../layout/layout.ts'
import {appliedHit} from './applied-hit.ts'
import {beginsAnew, halfAfter, halfBefore} from './soft-hyphen.ts'

/**
 * Find soft hyphens (U+00AD) at the ends of lines, in words that go on in the next line.
 *
 * Shape: text and its layout → a hit for each, with the line end, the blanks and the marks of quotation
 * behind it. What a page, a head or a note parts is left to the joins, as is what may not go on at all:
 * before a capital after a small letter, and beside figures.
 */
export function softLineEnd(text: string, {lines}: Pick<Layout, 'lines'>): Hit[] {
  return lines.flatMap((line, at): Hit[] => {
    const next = lines[at + 1]
    if (!next || !goesOn(line, next)) return []
    const words = text.slice(Math.max(line.start, line.end - 60), line.end)
    const blanks = /[ \t]*$/.exec(words)?.[0].length ?? 0
    const marks = /\u00AD+$/.exec(words.slice(0, words.length - blanks))?.[0]
    if (marks === undefined) return []
    const start = line.end - blanks - marks.length
    const lead = /^[ \t]*(?:>[ \t]?)*/.exec(text.slice(next.start, next.start + 60))?.[0] ?? ''
    const end = next.start + lead.length
    const before = halfBefore.exec(text.slice(Math.max(0, start - 2), start))?.[0]
    const after = halfAfter.exec(text.slice(end, end + 2))?.[0]
    if (before === undefined || after === undefined || beginsAnew(before, after)) return []
    const lemma = text.slice(start, end)
    const evidence = 'A soft hyphen (U+00AD) at the end of a line is no part of the word.'
    const fields = {rule: 'soft-hyphen', kind: 'line/hyphen', start, lemma} as const
    return [appliedHit({...fields, reading: '', evidence})]
  })
}

/** Whether the next line is of the same text or note. */
function goesOn(line: LayoutLine, next: LayoutLine): boolean {
  if (line.role !== 'text' && line.role !== 'note') return false
  if (line.role !== next.role || line.note !== next.note) return false
  return next.noteStart === undefined && line.head === undefined && next.head === undefined
}
