/** Permanent ids of the outputs; a reader's highlights and citations hold on to them. */

/** Id of a numbered paragraph of a text. */
export function paragraphId(text: string, number: number): string {
  return `${text}-p${number}`
}

/** Id of a heading of a text. */
export function headingId(text: string, slug: string): string {
  return `${text}-h-${slug}`
}

/** Id of a note of a text. */
export function noteId(text: string, note: string): string {
  return `fn-${text}-${plain(note)}`
}

/** Id of the nth call of a note. */
export function referenceId(text: string, note: string, time: number): string {
  return `fnref-${text}-${plain(note)}${time === 1 ? '' : `-${time}`}`
}

/** Id of the beginning of a printed page. */
export function pageId(text: string, label: string): string {
  return `${text}-pg-${plain(label)}`
}

/** Letters and figures only: an id holds no blanks and brackets. */
function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
