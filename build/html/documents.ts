import type {Pictures} from './picture.ts'
import type {Person} from '../model/config.ts'
import type {Element} from 'hast'

/** An entry of the contents. */
export interface TocEntry {
  readonly href: string
  readonly title: string
  readonly children: readonly TocEntry[]
}

/** The beginning of a printed page. */
export interface PageEntry {
  readonly href: string
  readonly label: string
}

/** What a document is, for the outputs that treat them differently. */
export type DocumentKind = 'titlepage' | 'matter' | 'text' | 'bibliography' | 'index' | 'about'

/** One document of an edition: a file of the EPUB, a part of the PDF. */
export interface EditionDocument {
  readonly kind: DocumentKind
  /** Permanent name, without an ending. */
  readonly name: string
  readonly title: string
  /** Who wrote it, where it has an author of its own. */
  readonly byline?: string
  readonly language: string
  /** Where it stands, if its kind does not say so. */
  readonly part?: 'frontmatter' | 'backmatter'
  readonly section: Element
  readonly toc: TocEntry
  readonly pages: readonly PageEntry[]
}

/** An edition ready for its outputs. */
export interface EditionBook {
  readonly title: string
  readonly subtitle: string | undefined
  readonly identifier: string
  readonly language: string
  /** When the edition last changed, in UTC, to the second. */
  readonly modified: string
  readonly publisher: string | undefined
  readonly description: string
  readonly rights: string
  readonly subjects: readonly string[]
  readonly authors: readonly Person[]
  readonly editors: readonly Person[]
  /** Where each text was published, in their order. */
  readonly published: readonly string[]
  /** Where the printed page numbers come from, one entry a text that has them. */
  readonly pageSources: readonly string[]
  readonly documents: readonly EditionDocument[]
  readonly pictures: Pictures
}
