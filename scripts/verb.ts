import type {Workspace} from './workspace.ts'

/** An option of a verb, for `node:util` and for its help. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** One letter that stands for its name. */
  readonly short?: string
  /** What stands for its value in the help. */
  readonly value?: string
  readonly help: string
}

/** What a verb is given: its words, its options, and where it works. */
export interface Call {
  readonly words: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly workspace: Workspace
}

/** A verb of the command line: one file, one verb. */
export interface Verb {
  readonly name: string
  /** The words it takes, as in `TEXT "lemma"`. */
  readonly usage: string
  /** What it does and prints, for its help. */
  readonly help: string
  readonly options: Readonly<Record<string, Option>>
  run(call: Call): Promise<number>
}
