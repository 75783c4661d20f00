import * as v from 'valibot'
import {verdictNames} from '../verdicts/verdict.ts'
import {words} from './schema-values.ts'

/** The id of a record, of a part of one, of a mark or of a hit. */
const judgedId = v.pipe(
  v.string(),
  v.regex(
    /^(?:[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*(?:\/[1-9]\d*)?|[a-z-]+@[1-9]\d*:[1-9]\d*)$/,
    'the id of a record, mark or hit',
  ),
)

/** reviews/WHO.yaml: what one reviewer says, by the id of what it is about. */
export const reviewSchema = v.record(
  judgedId,
  v.strictObject({
    verdict: v.picklist(verdictNames),
    /** Digest of what was judged. */
    of: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits')),
    note: v.optional(words),
    /** Why this verdict ends a dispute. */
    settles: v.optional(words),
  }),
)

export type ReviewFile = v.InferOutput<typeof reviewSchema>
