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
import {acts, allKinds, certainties, evidences} from '../text/record.ts'
import {paperNames} from '../model/config.ts'
import {numberings} from '../notes/number-notes.ts'
import {bodyStyles, referenceStyles} from '../notes/note-style.ts'
import {dropKinds, glues} from '../structure/mark.ts'
import {forbidden} from '../text/characters.ts'
import {parsePlace} from '../text/place.ts'

/** Text that says something. */
const words = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('some words'),
  v.check((value) => !forbidden.test(value), 'words without control characters'),
)
/** A short permanent name: small letters, figures, stroke, point; begins with a letter. */
const name = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/, 'a name of small letters and figures'),
)
/** Id of an item: it goes through programs that take no hyphen. */
const itemName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*$/, 'small letters and figures, without hyphens'),
)
const place = v.pipe(
  v.string(),
  v.check((value) => parsePlace(value) !== undefined, 'a place such as 12:5'),
  v.transform((value) => parsePlace(value) ?? {line: 1, column: 1}),
)
const count = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'a whole number'), v.transform(Number))
const flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((value) => value === 'true'),
)
const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or ja-Latn'),
)
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a time such as 2026-01-31T12:00:00Z'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'a time that the calendar has'),
)

const person = v.strictObject({
  name: words,
  fileAs: words,
  role: v.optional(v.picklist(['aut', 'edt', 'trl', 'ctb']), 'aut'),
})

/** edition.yaml */
export const editionSchema = v.strictObject({
  title: words,
  subtitle: v.optional(words),
  /** Permanent; reading systems keep highlights under it. */
  identifier: v.pipe(v.string(), v.regex(/^urn:[a-z0-9-]+:\S+$/, 'a URN such as urn:uuid:…')),
  language,
  modified: moment,
  publisher: v.optional(words),
  description: words,
  editors: v.optional(v.array(person), []),
  subjects: v.optional(v.array(words), []),
  numbering: v.optional(v.picklist(numberings), 'per-text'),
  paper: v.optional(v.picklist(paperNames), 'a4'),
  rights: words,
  texts: v.pipe(v.array(name), v.minLength(1, 'at least one text')),
})

/** How a text prints its notes: how they are called, and how their bodies begin. */
const noteStyle = v.strictObject({
  references: v.picklist(referenceStyles),
  bodies: v.picklist(bodyStyles),
  /** Where the bodies of a list begin. */
  from: v.optional(place),
  /** Whether the numbers begin anew in the course of the text. */
  restarts: v.optional(flag, 'false'),
  /** Places that look like a reference and are none. */
  except: v.optional(v.array(place), []),
})

/** text.yaml */
export const textSchema = v.strictObject({
  title: words,
  subtitle: v.optional(words),
  shortTitle: v.optional(words),
  authors: v.pipe(v.array(person), v.minLength(1, 'at least one author')),
  language,
  /** Where the text was first published, as a reference. */
  published: words,
  /** What begins the ids of its records. */
  prefix: name,
  source: v.strictObject({
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'the 64 hexadecimal digits of a SHA-256')),
    bytes: count,
    /** The name under which it was received; it is found by its content. */
    file: words,
    /** How it was obtained, and whether it was collated with a printed copy. */
    obtained: words,
    collated: flag,
  }),
  format: v.picklist(['plain', 'markdown']),
  pagination: v.variant('status', [
    v.strictObject({status: v.literal('printed'), first: count, evidence: v.optional(words)}),
    v.strictObject({status: v.literal('inferred'), first: count, evidence: words}),
    v.strictObject({status: v.literal('none'), evidence: words}),
  ]),
  notes: v.optional(v.array(noteStyle), []),
  rights: v.strictObject({
    holder: words,
    statement: words,
    licence: v.optional(words),
    uri: v.optional(words),
    redistribute: flag,
    permission: v.optional(words),
  }),
  /** In what state the source is, for the imprint. */
  state: words,
})

const judged = {by: name, cert: v.picklist(certainties), why: words}

const reason = {
  kind: v.picklist(allKinds),
  cert: v.picklist(certainties),
  evidence: v.optional(v.picklist(evidences)),
  by: name,
  why: words,
}
const lemma = v.pipe(v.string(), v.nonEmpty('a lemma of at least one character'))

/** corrections.yaml: a mapping from id to record. */
export const correctionsSchema = v.record(
  name,
  v.strictObject({
    at: place,
    act: v.optional(v.picklist(acts), 'correct'),
    lemma,
    reading: v.optional(v.string()),
    ...reason,
    parts: v.optional(
      v.array(v.strictObject({lemma, reading: v.string(), ...v.partial(v.object(reason)).entries})),
    ),
  }),
)

const range = {
  at: place,
  to: place,
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits')),
}
const marks = <E extends v.ObjectEntries>(entries: E) =>
  v.optional(v.record(name, v.strictObject(entries)), {})

/** structure.yaml: sections of marks, each a mapping from id to mark. */
export const structureSchema = v.strictObject({
  openings: marks({...range, ...judged}),
  pages: marks({at: place, label: v.optional(words), ...judged}),
  joins: marks({at: place, to: place, glue: v.picklist(glues), ...judged}),
  headings: marks({
    ...range,
    depth: v.pipe(
      v.picklist(['1', '2', '3', '4']),
      v.transform((d) => Number(d) as 1 | 2 | 3 | 4),
    ),
    ...judged,
  }),
  quotations: marks({...range, ...judged}),
  emphasis: marks({...range, ...judged}),
  languages: marks({...range, language, ...judged}),
  notes: marks({
    ...range,
    reference: v.strictObject({at: place, to: place, digest: range.digest}),
    ...judged,
  }),
  drops: marks({...range, kind: v.picklist(dropKinds), ...judged}),
  cuts: marks({...range, side: v.picklist(['before', 'after']), ...judged}),
})

/** What a rule finds at a place, or wherever a form stands. */
const exceptionKey = v.pipe(
  v.string(),
  v.regex(
    /^(?:[a-z-]+@[1-9]\d*:[1-9]\d*|form\.[a-z-]+\.[^]+)$/,
    'a key such as glue@3:12 or form.glue.words',
  ),
)

/** rules.yaml: what the editors say to the repair rules, each with its reason. */
export const rulesSchema = v.strictObject({
  /** Words that are right as they stand. */
  words: v.optional(v.record(v.pipe(v.string(), v.trim(), v.nonEmpty('a word')), words), {}),
  /** What a rule finds and is not wanted. */
  except: v.optional(v.record(exceptionKey, words), {}),
  /** Rules that are not at work in the text. */
  off: v.optional(v.record(name, words), {}),
})

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

export type RulesFile = v.InferOutput<typeof rulesSchema>
export type CitationsFile = v.InferOutput<typeof citationsSchema>
export type CorrectionsFile = v.InferOutput<typeof correctionsSchema>
export type StructureFile = v.InferOutput<typeof structureSchema>
