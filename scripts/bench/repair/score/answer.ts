import type {Glue, Repairs, Status} from '../../../../build/repair/hit.ts'
import type {Span} from '../../../../build/text/correction.ts'

/** A change that a program made or proposes. */
export interface AnswerEdit extends Span {
  readonly reading: string
  /** The kind of its record. */
  readonly kind: string
  readonly status: Status
  /** Readings of a proposal, the likeliest first. */
  readonly candidates: readonly string[]
}

/** A join that a program made or proposes. */
export interface AnswerJoin extends Span {
  readonly glue: Glue
  readonly status: Status
}

/** What a program says about a text. */
export interface Answer {
  readonly edits: readonly AnswerEdit[]
  readonly joins: readonly AnswerJoin[]
  readonly paragraphs: readonly number[]
}

/** Take what the rules of this project say as an answer. */
export function answerOf({hits, joins, paragraphs}: Repairs): Answer {
  return {
    edits: hits.map(({start, end, reading, kind, status, candidates}) => {
      const readings = candidates.map((one) => one.reading)
      return {
        start,
        end,
        reading,
        kind,
        status,
        candidates: readings.length > 0 ? readings : [reading],
      }
    }),
    joins: joins.map(({start, end, glue, status}) => ({start, end, glue, status})),
    paragraphs,
  }
}
