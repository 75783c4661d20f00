import type {Finding} from '../finding.ts'
import type {Span} from '../text/correction.ts'
import type {Place} from '../text/place.ts'
import type {Origin} from '../text/record.ts'

/** What an annotation does: explain a word, give the setting, point to a source or another place, warn. */
export const annotationKinds = ['gloss', 'context', 'source', 'crossref', 'caution'] as const
export type AnnotationKind = (typeof annotationKinds)[number]

/**
 * What a claim rests on: a place in one of the texts, a calculation, a data set of the repository, a document
 * that was read, or nothing that was seen.
 */
export const bases = ['text', 'computed', 'data', 'document', 'unseen'] as const
export type BasisName = (typeof bases)[number]

/** A claim and its basis. */
export type Claim = {
  /** One or more full sentences; `*words*` are emphasised. */
  readonly says: string
} & (
  | {
      readonly basis: 'text'
      /** Id of the text; its own when left out. */
      readonly text?: string | undefined
      readonly at: Place
      readonly to: Place
      readonly digest: string
    }
  | {
      readonly basis: 'computed'
      /** What was counted or calculated, and from what. */
      readonly how: string
      readonly has: readonly string[]
    }
  | {
      readonly basis: 'data' | 'document'
      /** Id of the document or data set in documents.yaml. */
      readonly of: string
      readonly locator?: string | undefined
      /** The numbers, dates and names that were read there. */
      readonly has: readonly string[]
    }
  | {
      readonly basis: 'unseen'
      /** Where it may be found. */
      readonly source?: string | undefined
    }
)

/** What the editors say of a place of a text. */
export interface Annotation extends Span {
  readonly id: string
  readonly kind: AnnotationKind
  /** The words it is about, as the source has them. */
  readonly lemma: string
  readonly claims: readonly Claim[]
  readonly by: string
  readonly origin: Origin
}

/** What annotations.yaml says of a text. */
export interface Annotations {
  readonly annotations: readonly Annotation[]
  /** Those whose place does not hold what the editors saw. */
  readonly slips: readonly Finding[]
}

/** Of a text that has none. */
export const noAnnotations: Annotations = {annotations: [], slips: []}

/** A public document or reference work that the editors have read, or a data set of the repository. */
export interface ReadDocument {
  readonly id: string
  readonly title: string
  /** What it is called where claims refer to it. */
  readonly short?: string | undefined
  /** Who holds or publishes it. */
  readonly holder: string
  readonly url?: string | undefined
  /** When it was read. */
  readonly read: string
  readonly origin: Origin
}

/** Documents by id. */
export type Documents = ReadonlyMap<string, ReadDocument>
