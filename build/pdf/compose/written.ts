/** What is to be written into a flow, page by page. */

/** A run of lines of a note on one page. */
export interface WrittenNote {
  readonly id: string
  readonly series: number
  /** Where the note is cut after this part, in CSS pixels from the top of the document. */
  readonly cutAt: number | null
  /** Whether it goes on from the page before. */
  readonly isContinued: boolean
}

/** A number in the margin of a page. */
export interface WrittenLocator {
  readonly kind: 'page' | 'paragraph'
  readonly label: string
  /** The top of its line, in CSS pixels from the top of the page. */
  readonly top: number
  /** Size of the letters on its line, and height of the line. */
  readonly size: number
  readonly leading: number
}

/** One page. */
export interface WrittenPage {
  /** The last block on the page, and the first on the next; `null` where there is none. */
  readonly last: number | null
  readonly next: number | null
  /** Where that block is cut, in CSS pixels from the top of the document; `null` when it is whole. */
  readonly cutAt: number | null
  readonly notes: readonly WrittenNote[]
  /** Words of the running head; empty on a page that a chapter opens. */
  readonly head: string
  /** The folio; empty on a page that shows none. */
  readonly folio: string
  readonly side: 'recto' | 'verso'
  readonly locators: readonly WrittenLocator[]
}

/** A flow, ready to be written. */
export interface WrittenFlow {
  readonly selector: string
  /** The blocks that were measured, and those of them that are never cut. */
  readonly leaf: string
  readonly solid: string
  readonly pages: readonly WrittenPage[]
  /** Height of a whole page, in CSS pixels. */
  readonly pageHeight: number
  /** Whether no other flow follows. */
  readonly isLast: boolean
}

/** What the page says when it is done: pages whose contents are taller than they should be. */
export interface WriteResult {
  readonly tall: readonly {readonly page: number; readonly by: number}[]
  /** How far something reaches beyond the flow on its right, in CSS pixels. */
  readonly wide: number
}
