import type {Kind} from '../../build/text/record.ts'
import type {DropKind, Glue} from '../../build/structure/mark.ts'

/** What was done to the text at one place of the damaged source. */
export interface Damage {
  /** Offsets of the damaged source, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** What undoes it, in Markdown. */
  readonly reading: string
  readonly kind: Kind
}

/** What the source no longer says in characters: the same that a mark says. */
export type Structure =
  | {readonly type: 'page'; readonly start: number}
  | {readonly type: 'join'; readonly start: number; readonly end: number; readonly glue: Glue}
  | {readonly type: 'heading'; readonly start: number; readonly end: number; readonly depth: number}
  | {readonly type: 'drop'; readonly start: number; readonly end: number; readonly kind: DropKind}
  | {
      readonly type: 'cut'
      readonly start: number
      readonly end: number
      readonly side: 'before' | 'after'
    }
  | {readonly type: 'quotation' | 'emphasis'; readonly start: number; readonly end: number}

/** A damaged source, and the truth about it. */
export interface Damaged {
  readonly source: string
  readonly damages: readonly Damage[]
  readonly structures: readonly Structure[]
}

/** Write a damaged source, and keep count of what is done to it. */
export class DamagedWriter {
  #source = ''
  readonly #damages: Damage[] = []
  readonly #structures: Structure[] = []

  /** Where the next character will stand. */
  get offset(): number {
    return this.#source.length
  }

  /** Write what is as it was. */
  write(text: string): void {
    this.#source += text
  }

  /** Write something else than what was there. */
  damage(text: string, reading: string, kind: Kind): void {
    const start = this.offset
    this.#source += text
    this.#damages.push({start, end: this.offset, reading, kind})
  }

  /** Say what the source no longer says. */
  mark(structure: Structure): void {
    this.#structures.push(structure)
  }

  /** Write something that does not belong to the text. */
  drop(words: string, kind: DropKind): void {
    const start = this.offset
    this.write(words)
    this.mark({type: 'drop', start, end: this.offset, kind})
  }

  /**
   * Say that what was written since a place is in italics; what goes on after a mere line end is
   * one with what was said before.
   */
  emphasise(start: number): void {
    const last = this.#structures.at(-1)
    const isOne = last?.type === 'emphasis' && /^\n?$/.test(this.#source.slice(last.end, start))
    if (isOne) this.#structures.pop()
    this.mark({type: 'emphasis', start: isOne ? last.start : start, end: this.offset})
  }

  /** Say that what was written since a place is quoted; what a page cut is one quotation. */
  quote(start: number, isFirst: boolean): void {
    const at = this.#structures.findLastIndex(({type}) => type === 'quotation')
    const begun = isFirst ? undefined : this.#structures.splice(at, 1)[0]
    this.mark({type: 'quotation', start: begun?.start ?? start, end: this.offset})
  }

  /** What was written, and the truth about it. */
  done(): Damaged {
    return {source: this.#source, damages: this.#damages, structures: this.#structures}
  }
}
