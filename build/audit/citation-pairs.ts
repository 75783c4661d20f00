/** A note and an entry of the bibliography that must lead to each other. */
export interface CitationPair {
  /** Name of the file that holds the note, without its ending. */
  readonly document: string
  /** Id of the note. */
  readonly note: string
  /** Id of the entry. */
  readonly entry: string
}
