import * as v from 'valibot'
import {acts, allKinds, certainties, classes, evidences} from '../text/record.ts'
import {paperNames} from '../model/config.ts'
import {numberings} from '../notes/number-notes.ts'
import {bodyStyles, referenceStyles} from '../notes/note-style.ts'
import {dropKinds, glues} from '../structure/mark.ts'
import {count, flag, language, moment, name, place, range, words} from './schema-values.ts'

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
  /** Who has checked the annotations against what they rest on. */
  checkedBy: v.optional(words),
  /** What it takes for a record to be accepted. */
  review: v.optional(
    v.strictObject({
      /** Whether it counts when editors accept what they made themselves. */
      selfAcceptance: v.optional(flag, 'false'),
      /** The classes of which two reviewers must accept each record. */
      twoReviewers: v.optional(v.array(v.picklist(classes)), ['undetermined', 'author']),
    }),
    {},
  ),
  rights: words,
  /** What the editors have written before and behind the texts: front/NAME.md, back/NAME.md or back/NAME.yaml. */
  front: v.optional(v.array(name), []),
  back: v.optional(v.array(name), []),
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
  /** Where anybody can see its pages. */
  scan: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^https:\/\/\S*\{(?:page|sheet)\}\S*$/, 'an address with {page} or {sheet} in it'),
    ),
  ),
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

export type RulesFile = v.InferOutput<typeof rulesSchema>
export type CorrectionsFile = v.InferOutput<typeof correctionsSchema>
export type StructureFile = v.InferOutput<typeof structureSchema>
