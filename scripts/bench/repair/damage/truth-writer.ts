import type {Glue} from '../../../../build/repair/hit.ts'
import type {LineEnd} from '../set/set-lines.ts'
import type {
  DamageKind,
  Joined,
  Region,
  Truth,
  TruthEdit,
  TruthJoin,
  TruthParagraph,
} from '../truth.ts'

/** What is said of a place of damage beside its two texts. */
export interface About {
  readonly kind: DamageKind
  readonly form: string
  readonly region: Region
  readonly isConjecture?: boolean
}

/** What was cut off, an end of line or page after it: where it ended, and how it goes on. */
export interface Open {
  readonly at: number
  readonly glue: Glue
  readonly of: Joined
}

const isBlankLine = /\n[^\S\n]*\n/

/** Write a damaged source, and keep the truth about every place of it. */
export class TruthWriter {
  #source = ''
  readonly #edits: TruthEdit[] = []
  readonly #joins: TruthJoin[] = []
  readonly #paragraphs: TruthParagraph[] = []

  /** Where the next character will stand. */
  get offset(): number {
    return this.#source.length
  }

  /** Write what is as it was. */
  write(text: string): void {
    this.#source += text
  }

  /** Write something else than what was there. */
  damage(text: string, reading: string, about: About): void {
    if (text === reading) return this.write(text)
    const start = this.offset
    this.#source += text
    this.#edits.push({isConjecture: false, ...about, start, end: this.offset, reading})
  }

  /**
   * Say that what ended at a place goes on with what is written next. A word of which only a line
   * end parts the halves is one that a line divides: that is an edit.
   */
  resume({at, glue, of}: Open): void {
    const between = this.#source.slice(at)
    const isNeeded = /\S/.test(between) || isBlankLine.test(between)
    if (!isNeeded && glue !== 'space') {
      const start = glue === 'none' ? at - 1 : at
      const kind =
        glue === 'none'
          ? 'soft hyphen'
          : /[–—]/.test(this.#source.charAt(at - 1))
            ? 'dash'
            : 'true hyphen'
      const region = of === 'note' ? 'note' : 'body'
      const about = {kind, form: 'page end', region, isConjecture: false} as const
      this.#edits.push({...about, start, end: this.offset, reading: ''})
    }
    this.#joins.push({start: at, end: this.offset, glue, of, isNeeded})
  }

  /** Say that the line end that is written next ends a paragraph. */
  endParagraph(of: TruthParagraph['of'], isNeeded: boolean): void {
    this.#paragraphs.push({at: this.offset, of, isNeeded})
  }

  /** What was written, and the truth about it. */
  done(): {source: string; truth: Truth} {
    const paragraphs = this.#paragraphs.map((one) => {
      const rest = this.#source.slice(one.at, one.at + 80)
      const isSaid =
        isBlankLine.test(/^\s*/.exec(rest)?.[0] ?? '') || !this.#source.slice(one.at).trim()
      return {...one, isNeeded: one.isNeeded && !isSaid}
    })
    const edits = this.#edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
    const joins = this.#joins.toSorted((a, b) => a.start - b.start)
    return {source: this.#source, truth: {edits, joins, paragraphs}}
  }
}

/** How a word or a sentence goes on after a line that does not end it. */
export function glueOf(end: Exclude<LineEnd, 'block'>): Glue {
  return end === 'divided' ? 'none' : end === 'blank' ? 'space' : 'keep'
}
