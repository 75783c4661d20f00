/** An entry of the index, and where it must lead. */
export interface IndexEntry {
  /** Id of the entry. */
  readonly id: string
  /** The words it begins with. */
  readonly heading: string
  /** The forms under which its name stands in the texts. */
  readonly forms: readonly string[]
  /** Where the name stands: once a paragraph or note. */
  readonly places: readonly IndexPlace[]
}

/** A paragraph or note in which a name stands. */
export interface IndexPlace {
  /** Name of the file that holds it, without its ending. */
  readonly document: string
  /** Id of the paragraph or note. */
  readonly block: string
  /** Ids of the words in it that are the name. */
  readonly words: readonly string[]
}
