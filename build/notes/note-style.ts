import type {Place} from '../text/place.ts'

/**
 * How a text calls its notes: `sup` `<sup>12</sup>`, `superscript` the characters ¹², `asterisk`
 * * † ‡ §, `footnote` the `[^12]` of Markdown.
 */
export const referenceStyles = ['sup', 'superscript', 'asterisk', 'footnote'] as const

/**
 * How the bodies of its notes begin: `sup` a paragraph with `<sup>12</sup>`, `number` a paragraph
 * with the expected next number, `list` an item of a numbered list, `asterisk` a paragraph with
 * * † ‡ §, `footnote` the `[^12]:` of Markdown.
 */
export const bodyStyles = ['sup', 'number', 'list', 'asterisk', 'footnote'] as const

/** One printed series of notes. */
export interface NoteStyle {
  readonly references: (typeof referenceStyles)[number]
  readonly bodies: (typeof bodyStyles)[number]
  /** Where the first body stands, for bodies in a list (default: the last numbered list). */
  readonly from?: Place | undefined
  /** Whether the numbers begin anew in the course of the text (always so for asterisks). */
  readonly restarts: boolean
  /** Places that look like a reference and are none. */
  readonly except: readonly Place[]
}
