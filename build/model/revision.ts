import type {Finding} from '../finding.ts'
import type {Pagination} from '../structure/number-pages.ts'
import type {Place} from '../text/place.ts'

/** What a file of the editors has under a key, as it is written there. */
export type Value = string | readonly Value[] | {readonly [key: string]: Value}

/** The fields of an entry. */
export type Fields = Readonly<Record<string, Value>>

/**
 * What the entries of the files are: of a text first, then of an edition.
 *
 * `text` and `edition` are keys of text.yaml and edition.yaml; `rule` is what the editors say to a repair rule;
 * `prose` a document in Markdown, or what stands above the events of a chronology; `map` a map or a place of one.
 */
export const entrySorts = [
  'text',
  'record',
  'mark',
  'hit',
  'annotation',
  'citation',
  'decision',
  'prose',
  'edition',
  'item',
  'name',
  'event',
  'map',
  'document',
  'rule',
  'proposal',
  'verdict',
] as const
export type EntrySort = (typeof entrySorts)[number]

/** What a verdict can be given on, and the digest that it has to name. */
export interface Judgeable {
  readonly id: string
  readonly of: string
}

/** One entry of a file of the editors at a revision, as the file has it. */
export interface Entry {
  readonly sort: EntrySort
  /** Of a mark its type, of a hit or proposal its rule, of a verdict its reviewer; else its section or file. */
  readonly type: string
  /** Its id; of a hit or proposal `rule@line:column`; of a verdict the id it is about. */
  readonly id: string
  readonly fields: Fields
  /** Where it begins in the source, and the place after its end. */
  readonly at: Place | null
  readonly to: Place | null
  /** Of what is judged as one thing. */
  readonly of: string | null
  /** Its parts, which are judged in its stead. */
  readonly parts: readonly Judgeable[]
  /** Its file in the folder of its text or edition, and the line there. */
  readonly file: string
  readonly line: number
}

/** A text at a revision: what its files say, without its source. */
export interface RevisedText {
  readonly id: string
  /** SHA-256 of its source, as text.yaml has it. */
  readonly sha256: string | null
  /** Name of its source. */
  readonly source: {readonly file: string; readonly bytes: number} | null
  readonly pagination: Pagination
  readonly scan: string | null
  readonly entries: readonly Entry[]
  /** Versions of the tables of hits, by rule. */
  readonly versions: ReadonlyMap<string, string>
  /** Files that are there and could not be read: nothing is said of their entries. */
  readonly unread: ReadonlySet<string>
}

/** An edition at a revision. */
export interface RevisedEdition {
  readonly id: string
  readonly identifier: string | null
  /** In the order of edition.yaml; texts it does not name come last. */
  readonly texts: readonly RevisedText[]
  readonly entries: readonly Entry[]
  readonly unread: ReadonlySet<string>
}

/** A manuscript folder at a revision. */
export interface Revision {
  readonly editions: readonly RevisedEdition[]
  readonly findings: readonly Finding[]
}
