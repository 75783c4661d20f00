declare module '@citation-js/core' {
  /** Readers of bibliographic formats; each plug-in adds its own. */
  export const plugins: {
    readonly input: {
      chain(
        text: string,
        options: {readonly target?: string; readonly generateGraph: boolean},
      ): readonly unknown[]
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
