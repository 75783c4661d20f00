import type * as v from 'valibot'
import type {Entry, EntrySort} from '../../model/revision.ts'
import {placeAfter} from '../../text/place-after.ts'
import {annotationsSchema} from '../annotation-schemas.ts'
import {citationsSchema} from '../bibliography-schemas.ts'
import {reviewerName} from '../../verdicts/verdict.ts'
import {decisionsSchema} from '../name-schemas.ts'
import {reviewSchema} from '../review-schema.ts'
import {rulesSchema} from '../schemas.ts'
import type {FileReader} from './file-reader.ts'
import {placeOf} from './hand-entries.ts'
import {fieldsAt, wordsAt} from './values.ts'

/** What every entry has that is not said of a place and is not judged. */
const plain = {type: '', at: null, to: null, of: null, parts: []} as const

/** The annotations of a text. */
export function annotationEntries(reader: FileReader): Entry[] {
  return mappings(reader, 'annotations.yaml', annotationsSchema, 'annotation').map(withLemma)
}

/** Whose name stands where, in a text. */
export function decisionEntries(reader: FileReader): Entry[] {
  return mappings(reader, 'names.yaml', decisionsSchema, 'decision').map((entry) => {
    return withLemma({...entry, at: placeOf(entry.id)})
  })
}

/** What the notes of a text cite, which cite nothing, and which doubts were seen; `type` is the section. */
export function citationEntries(reader: FileReader): Entry[] {
  const name = 'citations.yaml'
  const file = reader.yaml(name, citationsSchema)
  const content = fieldsAt(file?.content)
  return ['citations', 'silent', 'seen'].flatMap((section) =>
    Object.entries(fieldsAt(content[section])).map(([id, value]): Entry => {
      const fields = typeof value === 'string' ? {why: value} : fieldsAt(value)
      const [at, to] = [placeOf(fields['at']), placeOf(fields['to'])]
      const line = file?.lineOf([section, id]) ?? 1
      return {...plain, sort: 'citation', type: section, id, fields, at, to, file: name, line}
    }),
  )
}

/** What the editors say to the repair rules; `type` is the section of rules.yaml. */
export function ruleEntries(reader: FileReader): Entry[] {
  const name = 'rules.yaml'
  const file = reader.yaml(name, rulesSchema)
  return Object.entries(fieldsAt(file?.content)).flatMap(([section, entries]) =>
    Object.entries(fieldsAt(entries)).map(([id, why]): Entry => {
      const line = file?.lineOf([section, id]) ?? 1
      const at = placeOf(/@(\d+:\d+)$/.exec(id)?.[1])
      return {...plain, sort: 'rule', type: section, id, fields: {why}, at, file: name, line}
    }),
  )
}

/** The verdicts of all reviewers of a text; `type` is the reviewer. */
export function verdictEntries(reader: FileReader): Entry[] {
  return reader.names.flatMap((name) => {
    const [, who = ''] = /^reviews\/(.+)\.yaml$/.exec(name) ?? []
    if (!reviewerName.test(who)) return []
    return mappings(reader, name, reviewSchema, 'verdict').map((one) => ({...one, type: who}))
  })
}

/** A Markdown document: its paragraphs. */
export function proseEntry(reader: FileReader, name: string): Entry[] {
  const text = reader.text(name)
  if (text === null) return []
  const paragraphs = text
    .replace(/^\uFEFF/, '')
    .split(/\n(?:[ \t]*\n)+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const id = name.replace(/\.md$/, '')
  return [{...plain, sort: 'prose', id, fields: {paragraphs}, file: name, line: 1}]
}

/** The entries of a file, or of a section of one, that is a mapping from id to fields. */
export function mappings(
  reader: FileReader,
  name: string,
  schema: v.GenericSchema,
  sort: EntrySort,
  section?: string,
): Entry[] {
  const file = reader.yaml(name, schema)
  const keys = section === undefined ? [] : [section]
  const content = fieldsAt(file?.content)
  const entries = section === undefined ? content : fieldsAt(content[section])
  return Object.entries(entries).map(([id, value]): Entry => {
    const line = file?.lineOf([...keys, id]) ?? 1
    return {...plain, sort, id, fields: fieldsAt(value), file: name, line}
  })
}

/** The keys of a file as entries, but for those of its sections that have entries of their own. */
export function keys(
  reader: FileReader,
  name: string,
  schema: v.GenericSchema,
  sort: EntrySort,
): Entry[] {
  const file = reader.yaml(name, schema)
  return Object.entries(fieldsAt(file?.content)).map(([id, value]): Entry => {
    const line = file?.lineOf([id]) ?? 1
    return {...plain, sort, id, fields: {[id]: value}, file: name, line}
  })
}

function withLemma(entry: Entry): Entry {
  const at = entry.at ?? placeOf(entry.fields['at'])
  const lemma = wordsAt(entry.fields['lemma']) ?? ''
  return {...entry, at, to: at && placeAfter(at, lemma)}
}
