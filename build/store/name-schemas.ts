import * as v from 'valibot'
import {nameKinds, schemes} from '../names/name.ts'
import {parsePlace} from '../text/place.ts'
import {editionClaim} from './annotation-schemas.ts'
import {language, name, words} from './schema-values.ts'

const form = v.strictObject({
  form: words,
  scheme: v.optional(v.picklist(schemes)),
  language: v.optional(language),
})

/** names.yaml of an edition: persons, places, organisations, treaties and terms, with all their forms. */
export const namesSchema = v.strictObject({
  names: v.optional(
    v.record(
      name,
      v.strictObject({
        kind: v.picklist(nameKinds),
        name: words,
        sort: v.optional(words),
        forms: v.pipe(v.array(form), v.minLength(1, 'at least one form')),
        also: v.optional(v.array(form), []),
        claims: v.optional(v.array(editionClaim), []),
        see: v.optional(v.array(name), []),
      }),
    ),
    {},
  ),
  words: v.optional(v.array(words), []),
})

const placeKey = v.pipe(
  v.string(),
  v.check((value) => parsePlace(value) !== undefined, 'a place such as 12:5'),
)

/** names.yaml of a text: by place, whose name stands there. */
export const decisionsSchema = v.record(
  placeKey,
  v.strictObject({
    lemma: v.pipe(v.string(), v.nonEmpty('a lemma of at least one character')),
    is: name,
    why: v.optional(words),
  }),
)

export type NamesFile = v.InferOutput<typeof namesSchema>
export type DecisionsFile = v.InferOutput<typeof decisionsSchema>
