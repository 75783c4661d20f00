import type {Root} from 'mdast'
import type {Annotations} from '../annotations/annotation.ts'
import type {Citations} from '../bibliography/citation.ts'
import type {Finding} from '../finding.ts'
import type {Prose} from '../matter/matter.ts'
import type {TextNames} from '../names/name.ts'
import type {Mark} from '../structure/mark.ts'
import type {Lines} from '../text/place.ts'
import type {Piece} from '../text/pieces.ts'
import type {CorrectRecord, EditorialRecord} from '../text/record.ts'
import type {Reviewed} from '../verdicts/reviewed.ts'
import type {TextConfig} from './config.ts'

/** A source as it was received. */
export interface Source {
  /** The file, as the user knows it. */
  readonly path: string
  readonly sha256: string
  readonly value: string
  readonly lines: Lines
}

/** A file of the manuscript, for the manifest and for what is written about it. */
export interface ManuscriptFile {
  readonly path: string
  readonly text: string
}

/** A text with everything the editors say of it. */
export interface EditedText {
  readonly id: string
  readonly config: TextConfig
  readonly source: Source
  /** Hand records, and the hits they do not shadow, in the order of the text; none that is rejected. */
  readonly records: readonly EditorialRecord[]
  readonly marks: readonly Mark[]
  /** All that can be judged, and the verdicts on it. */
  readonly review: Reviewed
  /** What its notes cite. */
  readonly citations: Citations
  /** What the editors say of its places. */
  readonly annotations: Annotations
  /** The names of the edition, and what is decided of them in this text. */
  readonly names: TextNames
  /** What the editors say before it, if they do. */
  readonly headnote: Prose | null
  readonly files: readonly ManuscriptFile[]
}

/** A text on its way through the pipeline. */
export interface TextEdition {
  readonly text: EditedText
  /** The source with its records applied. */
  readonly corrected: string
  /** The source map of the corrected text. */
  readonly pieces: readonly Piece<CorrectRecord>[]
  /** The edition tree. */
  readonly tree: Root
  readonly findings: readonly Finding[]
}
