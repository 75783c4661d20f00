import type {Finding} from '../finding.ts'
import type {Span} from '../text/correction.ts'
import type {Origin} from '../text/record.ts'

/** How a note cites: with all particulars, by a short title, by *Ibid.* or *op. cit.*, or by naming alone. */
export const citationForms = ['full', 'short', 'ibid', 'opcit', 'mention'] as const
export type CitationForm = (typeof citationForms)[number]

/** A place in a note that cites: stand-off, at its span of the source. */
export interface Citation extends Span {
  readonly id: string
  /** Id of the item it cites. */
  readonly item: string
  readonly form: CitationForm
  /** Page, leaf or chapter, as printed. */
  readonly locator?: string | undefined
  /** Id of the citation it goes back to; by id, never by position. */
  readonly antecedent?: string | undefined
  /** That a program wrote it, and no editor has looked. */
  readonly drafted?: true | undefined
  readonly origin: Origin
}

/** A note of which the editors say something, and why that is so: above all that it cites nothing. */
export interface SilentNote {
  /** What the note is called in its text: its printed number, or the id of its mark. */
  readonly note: string
  readonly why: string
  readonly origin: Origin
}

/** What citations.yaml says of a text. */
export interface Citations {
  readonly citations: readonly Citation[]
  readonly silent: readonly SilentNote[]
  /** Notes of which a program's doubts were seen, and are no faults; each with its reason. */
  readonly seen: readonly SilentNote[]
  /** Citations whose place does not hold what the editors saw. */
  readonly slips: readonly Finding[]
}

/** Of a text of which nothing is said. */
export const noCitations: Citations = {citations: [], silent: [], seen: [], slips: []}
