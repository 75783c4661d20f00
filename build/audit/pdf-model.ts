/** A node of the structure of a page: an element, some content, or a link. */
export type PdfNode =
  | {readonly kind: 'element'; readonly role: string; readonly children: readonly PdfNode[]}
  | {readonly kind: 'content'; readonly content: PdfContent}
  | {readonly kind: 'link'; readonly link: PdfLink}

/** A run of marked content: its words, and whether the edition added them. */
export interface PdfContent {
  readonly tag: string
  /** Words; a line that ends is a line feed. */
  readonly words: string
}

/** A link of a page. */
export interface PdfLink {
  /** Name of the place it leads to, in the document; `null` for one outside. */
  readonly target: string | null
  /** What it is called, for those who cannot see it. */
  readonly description: string
}

/** Words with no meaning for the text: heads, folios, numbers in the margin. */
export interface PdfArtifact {
  readonly words: string
  /** Its sides and its base line, in points from the left and from the foot of the page. */
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** A page of a finished PDF. */
export interface PdfPage {
  readonly label: string
  /** In points. */
  readonly height: number
  readonly tree: PdfNode | null
  readonly links: readonly PdfLink[]
  readonly artifacts: readonly PdfArtifact[]
  /** How often something is painted that is neither part of the structure nor an artifact. */
  readonly untagged: number
}

/** An entry of the outline, and its page, from 0. */
export interface PdfOutlineEntry {
  readonly title: string
  readonly page: number
  readonly children: readonly PdfOutlineEntry[]
}

/** What a PDF says of itself. */
export interface PdfFacts {
  readonly title: string
  readonly language: string
  /** Whether it says that it has a structure, and that its title is to be shown. */
  readonly isTagged: boolean
  readonly showsTitle: boolean
  /** Whether its metadata say for which standard of accessibility it was made. */
  readonly hasMetadata: boolean
  /** Whether it does something when it is opened, or carries other files. */
  readonly isActive: boolean
}

/** A finished PDF, as a program that did not make it reads it. */
export interface PdfFile {
  readonly pages: readonly PdfPage[]
  readonly outline: readonly PdfOutlineEntry[]
  readonly facts: PdfFacts
  /** The page of a named place, from 0; -1 when there is no such place. */
  pageOf(name: string): Promise<number>
  close(): Promise<void>
}
