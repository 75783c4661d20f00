import * as v from 'valibot'
import {citationForms} from '../bibliography/citation.ts'
import {
  archiveLevels,
  itemCertainties,
  itemSections,
  itemTypes,
  particularNames,
  printedNames,
  shortenedNames,
} from '../bibliography/item.ts'
import {count, flag, itemName, language, name, range, words} from './schema-values.ts'

const noteName = v.pipe(v.string(), v.trim(), v.nonEmpty('a note'))
/** What a program wrote and no editor has looked at. */
const drafted = v.pipe(
  v.literal('true'),
  v.transform(() => true as const),
)

/** citations.yaml: what the notes cite, and which cite nothing. */
export const citationsSchema = v.strictObject({
  citations: v.optional(
    v.record(
      name,
      v.strictObject({
        ...range,
        item: itemName,
        form: v.picklist(citationForms),
        locator: v.optional(words),
        antecedent: v.optional(name),
        drafted: v.optional(drafted),
      }),
    ),
    {},
  ),
  /** Notes that cite nothing, each with its reason. */
  silent: v.optional(v.record(noteName, words), {}),
  /** Notes whose doubts were seen, each with its reason. */
  seen: v.optional(v.record(noteName, words), {}),
})

/** Whether a month has a day. */
function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

const itemPerson = v.union([
  v.strictObject({family: words, given: v.optional(words), 'static-ordering': v.optional(flag)}),
  v.strictObject({literal: words}),
])
const added = v.strictObject({title: words, cert: v.picklist(itemCertainties)})

/** An item of bibliography.json. */
export const itemSchema = v.strictObject({
  id: itemName,
  type: v.picklist(itemTypes),
  title: v.optional(words),
  author: v.optional(v.array(itemPerson)),
  editor: v.optional(v.array(itemPerson)),
  translator: v.optional(v.array(itemPerson)),
  'container-title': v.optional(words),
  'collection-title': v.optional(words),
  edition: v.optional(words),
  genre: v.optional(words),
  volume: v.optional(words),
  'volume-title': v.optional(words),
  issue: v.optional(words),
  number: v.optional(words),
  page: v.optional(words),
  section: v.optional(words),
  publisher: v.optional(words),
  'publisher-place': v.optional(words),
  issued: v.optional(
    v.strictObject({
      'date-parts': v.pipe(
        v.array(
          v.pipe(
            v.array(count),
            v.minLength(1),
            v.maxLength(3),
            v.check(([, month = 1, day = 1]) => isDay(month, day), 'a day that the calendar has'),
          ),
        ),
        v.minLength(1, 'at least one date'),
        v.maxLength(2),
      ),
      literal: v.optional(words),
    }),
  ),
  language: v.optional(language),
  note: v.optional(words),
  custom: v.strictObject({
    section: v.picklist(itemSections),
    host: v.optional(itemName),
    archive: v.optional(
      v.strictObject({
        repository: words,
        repositoryName: v.optional(words),
        nameCert: v.optional(v.picklist(itemCertainties)),
        place: v.optional(words),
        ...v.partial(v.object(v.entriesFromList(archiveLevels, words))).entries,
      }),
    ),
    abbreviations: v.optional(v.pipe(v.array(words), v.minLength(1, 'at least one form'))),
    nameOrder: v.optional(v.literal('family-first')),
    printed: v.optional(v.strictObject(v.entriesFromList(printedNames, v.optional(words)))),
    unprinted: v.optional(v.array(v.picklist(particularNames))),
    shortened: v.optional(v.array(v.picklist(shortenedNames))),
    original: v.optional(added),
    translation: v.optional(added),
    distinct: v.optional(v.array(itemName)),
    flags: v.optional(v.array(words)),
    drafted: v.optional(drafted),
  }),
})

export type CitationsFile = v.InferOutput<typeof citationsSchema>
