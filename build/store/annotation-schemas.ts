import * as v from 'valibot'
import {annotationKinds} from '../annotations/annotation.ts'
import {name, place, range, words} from './schema-values.ts'

const has = v.pipe(v.array(words), v.minLength(1, 'what was found'))

const onOthers = [
  v.strictObject({says: words, basis: v.literal('computed'), how: words, has}),
  v.strictObject({
    says: words,
    basis: v.picklist(['data', 'document']),
    of: name,
    locator: v.optional(words),
    has,
  }),
  v.strictObject({says: words, basis: v.literal('unseen'), source: v.optional(words)}),
] as const

/** A claim and what it rests on, in a file of a text. */
const claim = v.variant('basis', [
  v.strictObject({says: words, basis: v.literal('text'), text: v.optional(name), ...range}),
  ...onOthers,
])

/** A claim in a file of the edition: it says in which text its place is. */
export const editionClaim = v.variant('basis', [
  v.strictObject({says: words, basis: v.literal('text'), text: name, ...range}),
  ...onOthers,
])

/** annotations.yaml: what the editors say of places of a text, by id. */
export const annotationsSchema = v.record(
  name,
  v.strictObject({
    at: place,
    lemma: v.pipe(v.string(), v.nonEmpty('a lemma of at least one character')),
    kind: v.picklist(annotationKinds),
    claims: v.pipe(v.array(claim), v.minLength(1, 'at least one claim')),
    by: name,
  }),
)

/** documents.yaml: what the editors have read, by id. */
export const documentsSchema = v.record(
  name,
  v.strictObject({
    title: words,
    short: v.optional(words),
    holder: words,
    url: v.optional(words),
    read: words,
  }),
)

export type AnnotationsFile = v.InferOutput<typeof annotationsSchema>
export type DocumentsFile = v.InferOutput<typeof documentsSchema>
