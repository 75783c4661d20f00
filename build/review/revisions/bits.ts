/**
 * A piece of a line of a report: words of the report itself, or of the files, which no format may take for markup.
 *
 * `code`: exact words, as of a lemma or an id; `prose`: sentences of the editors; `removed` and `added`: exact words
 * that are gone or new; `page`: the label of a page, and an address at which it can be seen.
 */
export type Bit =
  | string
  | {readonly code: string}
  | {readonly prose: string}
  | {readonly removed: string}
  | {readonly added: string}
  | {readonly page: string; readonly scan: string | null}

/** A line of a report. */
export type Line = readonly Bit[]

/** What is told as one thing: a change, or all changes of one form by a rule. */
export interface Unit {
  /** Where it stands: the edition, and the text when it belongs to one. */
  readonly group: string
  readonly head: Line
  readonly details: readonly Line[]
}

/** Put lines on one, with words between them. */
export function joinLines(lines: readonly Line[], between: string): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [between, ...line]))
}
