import type {EntrySort, Fields, Judgeable} from '../../model/revision.ts'
import type {Place} from '../../text/place.ts'

/**
 * What became of an entry between two revisions.
 *
 * `re-judged`: what the reader sees is the same, but not what is thought of it: kind, certainty, evidence, whether
 * it is asked or kept; or a verdict says something else · `moved`: only its place is another, for the source is ·
 * `promoted`: a hit of a rule became a record or mark by hand that does the same · `demoted`: the reverse.
 */
export const changeNames = [
  'added',
  'changed',
  'withdrawn',
  're-judged',
  'moved',
  'promoted',
  'demoted',
] as const
export type ChangeName = (typeof changeNames)[number]

/** The sections of the report, in their order; a change stands in one of them. */
export const sectionNames = ['reader', 'uncertain', 'rules', 'verdicts', 'numbers'] as const
export type SectionName = (typeof sectionNames)[number]

/** A hit that stood, or stands now, where something was done by hand. */
export interface HitThere {
  readonly id: string
  readonly fields: Fields
}

/** Words of the source around a change. */
export interface Context {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** One change of what the editors say: an entry at two revisions. It is plain data. */
export interface Change {
  /** Folder of its edition, as it is called now. */
  readonly edition: string
  /** Its text; `null` of what belongs to the edition. */
  readonly text: string | null
  readonly sort: EntrySort
  /** Of a mark its type, of a hit or proposal its rule, of a verdict its reviewer; else its section or file. */
  readonly type: string
  readonly id: string
  readonly change: ChangeName
  readonly section: SectionName
  /** The entry as it was and as it is; of what was promoted or demoted, the hit is one of them. */
  readonly before: Fields | null
  readonly after: Fields | null
  /** The names of the fields that differ. */
  readonly fields: readonly string[]
  /** Where it begins in the source, now or, of what is gone, before; and the place after its end. */
  readonly at: Place | null
  readonly to: Place | null
  /** Label of the page on which it begins, where pages have numbers, and an address at which it can be seen. */
  readonly page: string | null
  readonly scan: string | null
  /** Hits that stood there and gave way to it, and hits that stand there since it is gone. */
  readonly hitsBefore: readonly HitThere[]
  readonly hitsAfter: readonly HitThere[]
  /** What verdicts can be given on, as it is now. */
  readonly judged: readonly Judgeable[]
  /** Reviewers whose verdicts are about an earlier state; of a verdict, its own reviewer when it is such. */
  readonly stale: readonly string[]
  /** Its file in the manuscript folder, and the line there, now or, of what is gone, before. */
  readonly file: string
  readonly line: number
  /** Words of the source, where they are wanted. */
  readonly context?: Context
}

/** What changed and is no entry. */
export interface Remark {
  readonly edition: string
  readonly text: string | null
  /** One sentence. */
  readonly says: string
}

/** What changed between two revisions of a manuscript folder. */
export interface Changes {
  /** In the order of sections, texts and places. */
  readonly changes: readonly Change[]
  readonly remarks: readonly Remark[]
}
