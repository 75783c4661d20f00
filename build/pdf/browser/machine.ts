/** What the search for a browser must know of the machine; `scripts/` fills it in. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether the commands run with all rights, so that a browser would too. */
  readonly isRoot: boolean
  /** Private folders for what is unpacked once; the first that can be written is used. */
  readonly caches: readonly string[]
  /** The folder of the system for what is needed for a short time. */
  readonly temporary: string
  /**
   * Make a folder that ends with the command, whatever ends it, in another one; its name begins as
   * is said. Throws: a system error.
   */
  makeFolder(parent: string, prefix: string): OwnFolder
}

/** A folder of one command, for drafts and for what a browser writes. */
export interface OwnFolder {
  readonly path: string
  remove(): void
}

/** A browser that can be started. */
export interface Browser {
  readonly path: string
  /** Where it comes from, for messages. */
  readonly origin: 'environment' | 'packed' | 'puppeteer' | 'system'
  /** The small browser without windows, or a whole one in its mode without windows. */
  readonly headless: 'shell' | true
  /** The environment it is started in. */
  readonly environment: Readonly<Record<string, string | undefined>>
}
