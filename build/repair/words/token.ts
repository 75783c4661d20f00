import type {LineRole} from '../layout/layout.ts'
import type {Span} from '../../text/correction.ts'

/** A word of a text as it stands, or half of one that a line end divides. */
export interface Token extends Span {
  readonly text: string
  /** Number of its line. */
  readonly line: number
  /** What its line is; damage differs between text and notes. */
  readonly region: Extract<LineRole, 'text' | 'note'>
  /** What stands between the word before and this one, as far as it matters to the sense. */
  readonly before: Separator
  /** Set when a hyphen ends its line: alone it is no word. */
  isHalf?: boolean
  /** What a hyphen and a line end cut off from it; the two are one divided word. */
  continued?: Token
  /** Set on what a line end cut off. */
  continues?: Token
}

/** A blank, a hyphen, a stop that ends a sentence, another stop, brackets, a number, or nothing. */
export type Separator = ' ' | '-' | '.' | ',' | '(' | ')' | '#' | ''
