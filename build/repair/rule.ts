import type {Kind} from '../text/record.ts'
import type {Format} from './look.ts'

/** What a repair rule is: one kind of damage. The functions that look for it stand in files of their own. */
export interface Rule {
  /** Permanent name; also the name of its file of hits and of its heading in RULES.md. */
  readonly id: string
  /** Raised whenever the rule may find something else in the same text. */
  readonly version: number
  /** What it finds, for a list. */
  readonly title: string
  /** The kinds of its records; the first is that of nearly all of them. None when it only joins. */
  readonly kinds: readonly Kind[]
  /** Why a reading changed, for the reviewer, when a hit has nothing better to say. */
  readonly why: string
  /** The formats of sources it looks at. */
  readonly formats: readonly Format[]
  /** Whether it judges by the words of the language, so that another table may give other hits. */
  readonly knowsWords: boolean
}
