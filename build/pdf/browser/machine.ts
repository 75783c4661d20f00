/** What the search for a browser must know of the machine; `scripts/` fills it in. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether the commands run with all rights, so that a browser would too. */
  readonly isRoot: boolean
  /** A private folder for what is unpacked once. */
  readonly cache: string
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
