/** What a page tells of its layout, in CSS pixels from its top, before anything is broken. */

/** Which elements hold lines, and which of them are never cut; for both functions in the page. */
export const blockSelectors = {
  leaf: 'p, h1, h2, h3, h4, h5, h6, pre, figure, table, .solid',
  solid: 'figure, table, .solid',
} as const

/** A line: where it begins and where it ends. */
export type Extent = readonly [top: number, bottom: number]

/** A block that holds lines and no other block. */
export interface MeasuredBlock {
  readonly lines: readonly Extent[]
  /** `keep` stays with what follows, as headings do; `solid` is never cut, `opening` begins a page. */
  readonly kind: 'text' | 'keep' | 'solid' | 'opening'
}

/** A call of a note, or something that is linked to. */
export interface MeasuredPoint {
  /** Id of the note that is called, or of the element itself. */
  readonly id: string
  readonly block: number
  readonly line: number
}

/** A number for the margin. */
export interface MeasuredLocator {
  readonly kind: 'page' | 'paragraph'
  readonly label: string
  readonly block: number
  readonly line: number
  /** Size of the letters of the block, and height of its lines. */
  readonly size: number
  readonly leading: number
}

/** One flow of blocks, such as the front matter or the body. */
export interface MeasuredFlow {
  readonly blocks: readonly MeasuredBlock[]
  readonly calls: readonly MeasuredPoint[]
  readonly anchors: readonly MeasuredPoint[]
  readonly locators: readonly MeasuredLocator[]
  /** Blocks and words that reach beyond their measure, shortened, for messages. */
  readonly wide: readonly string[]
}

/** A note, measured at the width it has at the foot of a page. */
export interface MeasuredNote {
  readonly id: string
  /** 0 for the author's notes; each further series stands below its own rule. */
  readonly series: number
  /** Which chapter of the flow it belongs to, from 0. */
  readonly chapter: number
  readonly lines: readonly Extent[]
  /** Notes that this note calls, each with the line of the call. */
  readonly calls: readonly {readonly id: string; readonly line: number}[]
  /** What in it can be linked to, each with its line. */
  readonly anchors: readonly {readonly id: string; readonly line: number}[]
}

/** The heights of what frames a page. */
export interface Frame {
  /** Room for lines and notes, without running head and folio. */
  readonly height: number
  /** What the rule above a series of notes takes. */
  readonly separator: number
  /** From one line of text to the next. */
  readonly line: number
}

/** A run of lines of a note that stands on one page. */
export interface NotePart {
  readonly note: number
  readonly from: number
  readonly to: number
}

/** What stands on one page: lines `start` to `end` of the flow, and parts of notes. */
export interface PagePlan {
  readonly start: number
  readonly end: number
  readonly notes: readonly NotePart[]
}
