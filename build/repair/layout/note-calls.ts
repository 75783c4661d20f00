import type {Span} from '../../text/correction.ts'

/** How the number of a note is written where it is called. */
export type CallStyle = 'sup' | 'raised' | 'caret' | 'plain'

/** A place where a note is called; or, at the start of a line, where one may begin. */
export interface NoteCall extends Span {
  /** The number as it is printed, raised figures as plain ones; letters may stand in it. */
  readonly printed: string
  /** Its value; `NaN` when it is no number. */
  readonly value: number
  readonly style: CallStyle
  /** Whether it begins its line. */
  readonly isFirst: boolean
}

/** Ordinals (`<sup>nd</sup>`) and powers are not among them: only figures, or letters read for some. */
const pattern =
  /<sup>\s*(?<sup>[\dlIOoSsBZzg|]{1,4})\s*<\/sup>|(?<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|\[\^(?<caret>[^\]\s]{1,12})\]/g

/** Find the calls of notes in a text, in its order. */
export function noteCalls(text: string): NoteCall[] {
  const calls: NoteCall[] = []
  for (const match of text.matchAll(pattern)) {
    const {sup, raised, caret} = match.groups ?? {}
    const start = match.index
    const end = start + match[0].length
    const printed =
      sup ?? caret ?? Array.from(raised ?? '', (sign) => sign.normalize('NFKC')).join('')
    const style = sup !== undefined ? 'sup' : raised !== undefined ? 'raised' : 'caret'
    if (sup !== undefined && !/\d/.test(sup) && !/^[lI|]{1,2}$/.test(sup)) continue
    if (style !== 'caret' && isPower(text, start)) continue
    const value = /^\d+$/.test(printed) ? Number(printed) : NaN
    calls.push({printed, value, style, start, end, isFirst: beginsLine(text, start)})
  }
  return calls
}

/** Whether what stands raised belongs to a formula or a unit: x², 10³, km². */
function isPower(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  return /(?:^|[^\p{L}\p{M}\p{N}’'])(?:\p{L}|[cdkm]m|mi|ft|yd|sq)$|[\d)]$(?<![.,;:!?”’"']\)|\p{L}\)|\d{4}|\d{4}\))/u.test(
    before,
  )
}

function beginsLine(text: string, start: number): boolean {
  let at = start - 1
  while (at >= 0 && /[ \t\f]/.test(text.charAt(at))) at--
  return at < 0 || /[\r\n]/.test(text.charAt(at))
}

/**
 * Find figures on the line that call notes: “its end.12 The next”.
 *
 * Only where nothing in the text is raised; whether they call notes, their order tells.
 */
export function plainCalls(text: string): NoteCall[] {
  const calls: NoteCall[] = []
  for (const {0: printed, index} of text.matchAll(
    /(?<=\p{L}{2}[.,;:!?]?[”’"')\]]{0,2})(?<![.,]\d{0,3})\d{1,3}(?=\s|$)/gu,
  )) {
    const end = index + printed.length
    calls.push({printed, value: Number(printed), style: 'plain', start: index, end, isFirst: false})
  }
  return calls
}
