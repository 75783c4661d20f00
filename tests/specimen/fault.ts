/** A fault planted in one file of the specimen, and where the finding stands that it raises. */
export type Fault = {
  /** The rule that finds it. */
  readonly rule: string
  /** What went wrong, in words. */
  readonly slip: string
  /** The file that is changed, from the folder of the edition. */
  readonly file: string
  /** Where the finding stands: `file:line:column`, or the file alone when it has no place. */
  readonly at: string
  /** Rules that cannot but find something too. */
  readonly also?: readonly string[]
} & (
  | {
      /** What is replaced; it stands once in the file. */
      readonly from: string
      readonly to: string | Uint8Array
    }
  | {
      /** What the file holds instead; `null` when it is not there. */
      readonly whole: string | null
    }
)
