import type {Finding} from './finding.ts'

/** A file to be written into the folder of outputs. */
export interface Output {
  /** Path below the folder of outputs. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** What the outputs of an edition came to. */
export interface Made {
  readonly outputs: readonly Output[]
  readonly findings: readonly Finding[]
  /** The browser that laid out the pages, when there is a PDF. */
  readonly browser?: MadeBrowser | undefined
}

/** The browser that laid out the pages. */
export interface MadeBrowser {
  readonly version: string
  /** Whether it is that of the lock file, with which the same edition is the same file. */
  readonly isPinned: boolean
  readonly isSandboxed: boolean
}
