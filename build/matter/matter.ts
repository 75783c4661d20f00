import type {Root} from 'mdast'
import type {Claim} from '../annotations/annotation.ts'
import type {Place} from '../text/place.ts'
import type {Origin} from '../text/record.ts'

declare module 'mdast' {
  interface Data {
    /** The place of a text that a link of the editors leads to. */
    place?: PlaceLink
  }
}

/** A place of a text, and what it held when the editors looked. */
export interface PlaceLink {
  readonly text: string
  readonly at: Place
  readonly to: Place
  readonly digest: string
}

/** What the editors have written, in Markdown: an introduction, a headnote, questions. */
export interface Prose {
  readonly kind: 'prose'
  readonly name: string
  /** Its first heading; empty for a headnote. */
  readonly title: string
  /** What stands below it. Links to places of the texts have these in their data. */
  readonly tree: Root
  readonly origin: Origin
}

/** Something that happened. */
export interface ChronologyEvent {
  readonly id: string
  /** A year, a month or a day: `1945`, `1945-07`, `1945-07-02`. */
  readonly date: string
  readonly until?: string | undefined
  /** What the drawn timeline calls it; what has none is not drawn. */
  readonly short?: string | undefined
  readonly claims: readonly Claim[]
  readonly origin: Origin
}

/** What happened when, in its order. */
export interface Chronology {
  readonly kind: 'chronology'
  readonly name: string
  readonly title: string
  readonly note?: string | undefined
  readonly events: readonly ChronologyEvent[]
  readonly origin: Origin
}

/** A part of the front or back matter. */
export type Matter = Prose | Chronology

/** The front and back matter of an edition, each in its order. */
export interface MatterOfEdition {
  readonly front: readonly Matter[]
  readonly back: readonly Matter[]
}

/** Of an edition that has none. */
export const noMatter: MatterOfEdition = {front: [], back: []}
