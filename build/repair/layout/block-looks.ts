import type {Span} from '../../text/correction.ts'

/** Whether a line looks like a title: short, no full stop, most of its long words with capitals. */
export function looksLikeTitle(text: string, {start, end}: Span): boolean {
  if (end - start > 130) return false
  const words = text.slice(start, end).match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []
  const long = words.filter((word) => word.length > 3)
  const capital = long.filter((word) => /^\p{Lu}/u.test(word)).length
  return long.length > 0 && capital >= long.length * 0.6
}

/** Whether a line begins as an item of a list does: “(ii)”, “3.”, “a)”. */
export function looksLikeItem(text: string, {start, end}: Span): boolean {
  return /^\s*(?:\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,3}|[a-z]|[ivxIVX]{1,5})[.)])\s/.test(
    text.slice(start, Math.min(end, start + 16)),
  )
}

const notesHeading =
  /^\W*(?:(?:foot|end)?notes?|(?:notes and )?references|anmerkungen|fu(?:ß|ss)noten|endnoten)\W*$/i

/** Whether a line is the heading of a list of notes. */
export function looksLikeNotesHeading(text: string, {start, end}: Span): boolean {
  return end - start < 60 && notesHeading.test(text.slice(start, end))
}

/** Whether a line is broken by its author, or follows one that is: two blanks end it, or a stroke. */
export function looksLikeVerse(text: string, {start, end}: Span): boolean {
  const hard = /(?: {2,}|\\)$/
  if (hard.test(text.slice(Math.max(start, end - 8), end))) return true
  const before = text.slice(Math.max(0, start - 12), start)
  return /(?: {2,}|\\)(?:\r\n?|\n)$/.test(before)
}

/** What stands after the last full stop of a line. */
export function lastClause(text: string, {start, end}: Span): string {
  const tail = text.slice(Math.max(start, end - 200), end)
  return (
    /(?:^|[.!?][”"’)]*(?:<sup>\d+<\/sup>|[⁰¹²³⁴-⁹]+)?\s+)((?:(?![.!?][”"’)]*\s).)*)$/su.exec(
      tail,
    )?.[1] ?? tail
  ).trim()
}

/** How far brackets are looked for. */
const reach = 800

/** Whether a bracket that the first half opens is closed by the second. */
export function leavesBracketOpen(text: string, one: Span, other: Span): boolean {
  const before = text.slice(Math.max(one.start, one.end - reach), one.end)
  if (before.lastIndexOf('(') <= before.lastIndexOf(')')) return false
  const after = text.slice(other.start, Math.min(other.end, other.start + reach))
  const [closes, opens] = [after.indexOf(')'), after.indexOf('(')]
  return closes >= 0 && (opens < 0 || closes < opens)
}
