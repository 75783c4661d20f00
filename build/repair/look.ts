import type {Layout} from './layout/layout.ts'
import type {Glue} from './hit.ts'

/** The formats of sources. */
export type Format = 'plain' | 'markdown'

/** What the editors know, so that the rules leave it alone. */
export interface Guards {
  /** Names and words that are right as they stand, in any case. */
  readonly words: ReadonlySet<string>
}

/** What a rule is given: a text after the rules before it, and what is known about it. */
export interface Look {
  readonly text: string
  readonly format: Format
  readonly layout: Layout
  readonly guards: Guards
  /** Whether a hyphen at a line end belongs to its word, judged by its two halves and the text. */
  judgeHyphen(
    before: string,
    after: string,
  ): {readonly glue: Exclude<Glue, 'space'>; readonly p: number}
}
