import type {Claim} from '../annotations/annotation.ts'
import type {Finding} from '../finding.ts'
import type {Span} from '../text/correction.ts'
import type {Origin} from '../text/record.ts'

/** What a name is of. */
export const nameKinds = ['person', 'place', 'organisation', 'treaty', 'term'] as const
export type NameKind = (typeof nameKinds)[number]

/** How a form came to be spelt: a scheme of romanization, the custom of a language, or its bearer's own way. */
export const schemes = [
  'pinyin',
  'wade-giles',
  'postal',
  'own',
  'mongolian',
  'russian',
  'japanese',
  'korean',
  'english',
  'other',
] as const
export type Scheme = (typeof schemes)[number]

/** A form under which a name stands in the texts, or is looked for. */
export interface NameForm {
  readonly form: string
  readonly scheme?: Scheme | undefined
  /** The language it is taken from, as a BCP 47 tag. */
  readonly language?: string | undefined
}

/** A person, place, organisation, treaty or term, and all its forms. */
export interface Name {
  readonly id: string
  readonly kind: NameKind
  /** What the edition calls it. */
  readonly name: string
  /** The heading under which it stands in the index. */
  readonly sort: string
  /** Forms that the texts have. */
  readonly forms: readonly NameForm[]
  /** Forms that no text has and a reader may look for. */
  readonly also: readonly NameForm[]
  /** Who or what it is. */
  readonly claims: readonly Claim[]
  /** Ids of related names. */
  readonly see: readonly string[]
  readonly origin: Origin
}

/** What names.yaml of an edition says. */
export interface Names {
  readonly path: string
  /** By id. */
  readonly names: ReadonlyMap<string, Name>
  /** Words with a capital that are no name of the index. */
  readonly words: ReadonlySet<string>
}

/** Of an edition that has none. */
export const noNames: Names = {path: '', names: new Map(), words: new Set()}

/** Answers of a decision that are no name: the words are none here, or it cannot be decided which. */
export const noAnswers = ['none', 'undecided'] as const

/** What names.yaml of a text says of an occurrence: whose name it is. */
export interface NameDecision extends Span {
  /** The form, as the source has it. */
  readonly lemma: string
  /** Id of a name, or one of {@link noAnswers}. */
  readonly is: string
  readonly why?: string | undefined
  readonly origin: Origin
}

/** The names of an edition, and what is decided of their occurrences in a text. */
export interface TextNames {
  readonly names: Names
  readonly decisions: readonly NameDecision[]
  /** Decisions whose place does not hold what the editors saw. */
  readonly slips: readonly Finding[]
}

/** Of a text of which nothing is said. */
export const noTextNames: TextNames = {names: noNames, decisions: [], slips: []}
