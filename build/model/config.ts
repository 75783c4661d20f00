import type {NoteStyle} from '../notes/note-style.ts'
import type {Numbering} from '../notes/number-notes.ts'
import type {Policy} from '../verdicts/verdict.ts'

/** A person with a part in the edition. */
export interface Person {
  readonly name: string
  /** The name as it is sorted. */
  readonly fileAs: string
  /** MARC relator code. */
  readonly role: string
}

/** The sheets that a PDF can be made for. */
export const paperNames = ['a4', 'letter'] as const

/** The name of a sheet. */
export type Paper = (typeof paperNames)[number]

/** What edition.yaml says. */
export interface EditionConfig {
  readonly title: string
  readonly subtitle?: string | undefined
  /** Permanent; reading systems keep highlights under it. */
  readonly identifier: string
  readonly language: string
  /** When the edition last changed, in UTC, to the second. */
  readonly modified: string
  readonly publisher?: string | undefined
  readonly description: string
  readonly editors: readonly Person[]
  readonly subjects: readonly string[]
  readonly numbering: Numbering
  /** The sheet on which the PDF is printed. */
  readonly paper: Paper
  /** Who has checked the annotations against what they rest on. */
  readonly checkedBy?: string | undefined
  /** What it takes for a record to be accepted. */
  readonly review: Policy
  readonly rights: string
  /** Names of the documents before and behind the texts that the editors have written, in their order. */
  readonly front: readonly string[]
  readonly back: readonly string[]
  /** Ids of its texts, in their order. */
  readonly texts: readonly string[]
}

/** How the printed pages of a text are numbered, and on what evidence. */
export type Pagination =
  | {
      readonly status: 'printed' | 'inferred'
      /** The number of the first page. */
      readonly first: number
      readonly evidence?: string | undefined
    }
  | {readonly status: 'none'; readonly evidence: string}

/** Whose a text is, and what may be done with it. */
export interface Rights {
  readonly holder: string
  readonly statement: string
  readonly licence?: string | undefined
  readonly uri?: string | undefined
  readonly redistribute: boolean
  readonly permission?: string | undefined
}

/** What text.yaml says. */
export interface TextConfig {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly shortTitle?: string | undefined
  readonly authors: readonly Person[]
  readonly language: string
  /** Where the text was first published, as a reference. */
  readonly published: string
  /** What begins the ids of its records. */
  readonly prefix: string
  readonly source: {
    readonly sha256: string
    readonly bytes: number
    /** The name under which it was received; it is found by its content. */
    readonly file: string
    /** How it was obtained. */
    readonly obtained: string
    /** Whether it was collated with a printed copy. */
    readonly collated: boolean
  }
  readonly format: 'plain' | 'markdown'
  /** Where anybody can see its pages: an address in which {page} or {sheet} stands for one. */
  readonly scan?: string | undefined
  readonly pagination: Pagination
  readonly notes: readonly NoteStyle[]
  readonly rights: Rights
  /** In what state the source is, for the imprint. */
  readonly state: string
}

/** The whole title of a text. */
export function fullTitle({title, subtitle}: Pick<TextConfig, 'title' | 'subtitle'>): string {
  return subtitle === undefined ? title : `${title}: ${subtitle}`
}
