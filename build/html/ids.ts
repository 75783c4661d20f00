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
  return `fn-${text}-${encoded(note)}`
}

/** Id of the nth call of a note. */
export function referenceId(text: string, note: string, time: number): string {
  return `fnref-${text}-${encoded(note)}${time === 1 ? '' : `_r${time}`}`
}

/** Id of an annotation of a text. */
export function annotationId(text: string, annotation: string): string {
  return `fn-${text}-e-${encoded(annotation)}`
}

/** Id of the call of an annotation. */
export function annotationReferenceId(text: string, annotation: string): string {
  return `fnref-${text}-e-${encoded(annotation)}`
}

/** Id of the nth words of a text in which names stand; it moves when names come or go. */
export function nameId(text: string, number: number): string {
  return `${text}-n${number}`
}

/** Id of a name in a document of the back matter: index, glossary, list of names. */
export function nameEntryId(document: string, name: string): string {
  return `${document}-n-${name}`
}

/** Id of the entry of an item in the bibliography. */
export function entryId(item: string): string {
  return `bib-${item}`
}

/** Id of a document that was read, in the list of them. */
export function documentEntryId(document: string): string {
  return `documents-${document}`
}

/** Id of the beginning of a printed page. */
export function pageId(text: string, label: string): string {
  return `${text}-pg-${plain(label)}`
}

/** A name as part of an id: two names never make one; what an id cannot hold becomes `_` and a code. */
function encoded(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}.-]/gu, (character) => {
    return `_${(character.codePointAt(0) ?? 0).toString(16)}`
  })
}

/** Letters and figures only: an id holds no blanks and brackets. */
function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
