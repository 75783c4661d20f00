import * as v from 'valibot'
import type {DeskRequests} from '../../../build/review/page-data.ts'
import {reviewerName} from '../../../build/verdicts/verdict.ts'
import {verdictNames} from '../../../build/verdicts/verdict.ts'
import {words} from '../../../build/store/schema-values.ts'
import {Refusal} from './refusal.ts'

const text = v.string()
const who = v.pipe(v.string(), v.regex(reviewerName, 'a name of small letters and figures'))
const id = v.pipe(v.string(), v.nonEmpty())
const of = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'a digest'))
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))

const said = {of, note: v.optional(words), settles: v.optional(words)}

/** What the body of each request holds. */
const schemas = {
  verdicts: v.strictObject({
    text,
    who,
    changes: v.pipe(
      v.array(
        v.strictObject({
          id,
          verdict: v.nullable(v.picklist(verdictNames)),
          ...said,
          was: v.nullable(v.strictObject({verdict: v.picklist(verdictNames), ...said})),
        }),
      ),
      v.minLength(1, 'at least one verdict'),
      v.check(
        (changes) => new Set(changes.map((change) => change.id)).size === changes.length,
        'one verdict on each',
      ),
    ),
  }),
  reading: v.strictObject({text, who, id, of, reading: v.string(), why: words}),
  promote: v.strictObject({text, who, id, of, why: words}),
  answer: v.strictObject({
    text,
    who,
    id,
    of,
    answer: v.picklist(verdictNames),
    reading: v.optional(v.string()),
    why: words,
  }),
  words: v.strictObject({
    text,
    who,
    start: offset,
    end: offset,
    lemma: v.string(),
    act: v.picklist(['correct', 'query', 'annotate']),
    reading: v.optional(v.string()),
    kind: words,
    why: words,
  }),
  undo: v.strictObject({done: offset}),
} as const

/** A word that asks a desk for something. */
export type Asked = keyof DeskRequests

/** Whether a desk can be asked for something. */
export function isAsked(what: string): what is Asked {
  return Object.hasOwn(schemas, what)
}

/** Read the body of a request. Throws: `Refusal` (400) that says what is wrong with it. */
export function readRequest<A extends Asked>(what: A, body: unknown): DeskRequests[A] {
  const result = v.safeParse(schemas[what], body)
  if (result.success) return result.output as DeskRequests[A]
  const [issue] = result.issues
  const path = issue.path?.map(({key}) => String(key)).join('.') ?? 'the request'
  throw new Refusal(400, `Unexpected value for ${path}: ${issue.message}`)
}
