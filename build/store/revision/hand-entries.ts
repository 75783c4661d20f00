import * as v from 'valibot'
import type {Entry, Fields, Judgeable} from '../../model/revision.ts'
import {sections} from '../../structure/mark.ts'
import {parsePlace} from '../../text/place.ts'
import type {Place} from '../../text/place.ts'
import {placeAfter} from '../../text/place-after.ts'
import {digestOfMark, digestOfRecord} from '../../verdicts/digest-of.ts'
import type {JudgedMark, JudgedRecord} from '../../verdicts/digest-of.ts'
import {reviewSchema} from '../review-schema.ts'
import {correctionsSchema, structureSchema} from '../schemas.ts'
import type {FileReader} from './file-reader.ts'
import {fieldsAt, listAt, wordsAt} from './values.ts'

/** The records of corrections.yaml, each with the digests that its verdicts have to name. */
export function recordEntries(reader: FileReader): Entry[] {
  const name = 'corrections.yaml'
  const file = reader.yaml(name, correctionsSchema)
  return Object.entries(fieldsAt(file?.content)).map(([id, value]): Entry => {
    const fields = fieldsAt(value)
    const lemma = wordsAt(fields['lemma']) ?? ''
    const at = placeOf(fields['at'])
    const parts = partsOf(id, fields)
    return {
      sort: 'record',
      type: '',
      id,
      fields,
      at,
      to: at && placeAfter(at, lemma),
      // Parts are judged in the stead of their record.
      of: parts.length > 0 ? null : judgedId(id) && recordDigest(fields),
      parts,
      file: name,
      line: file?.lineOf([id]) ?? 1,
    }
  })
}

/** The marks of structure.yaml; `type` is the type of mark. */
export function markEntries(reader: FileReader): Entry[] {
  const name = 'structure.yaml'
  const file = reader.yaml(name, structureSchema)
  const content = fieldsAt(file?.content)
  return Object.entries(sections).flatMap(([section, type]) =>
    Object.entries(fieldsAt(content[section])).map(([id, value]): Entry => {
      const fields = fieldsAt(value)
      const at = placeOf(fields['at'])
      return {
        sort: 'mark',
        type,
        id,
        fields,
        at,
        to: placeOf(fields['to']) ?? at,
        of: judgedId(id) && digestOfMark(type, markFields(fields)),
        parts: [],
        file: name,
        line: file?.lineOf([section, id]) ?? 1,
      }
    }),
  )
}

/** The place that a field names. */
export function placeOf(value: Fields[string] | undefined): Place | null {
  return parsePlace(wordsAt(value) ?? '') ?? null
}

/** An id that reviews can have; `null` when it is none. */
function judgedId(id: string): string | null {
  return v.is(reviewSchema, {[id]: {verdict: 'accept', of: '00000000'}}) ? id : null
}

/** A part says what differs from its record. */
function partsOf(id: string, fields: Fields): Judgeable[] {
  return listAt(fields['parts']).flatMap((part, index) => {
    const own = `${id}/${index + 1}`
    const of = judgedId(own) && recordDigest({...fields, ...fieldsAt(part), act: 'correct'})
    return of === null ? [] : [{id: own, of}]
  })
}

function recordDigest(fields: Fields): string | null {
  const said = (name: string): string | undefined => wordsAt(fields[name])
  const {lemma, kind, cert} = {lemma: said('lemma'), kind: said('kind'), cert: said('cert')}
  if (lemma === undefined || kind === undefined || cert === undefined) return null
  const act = said('act') ?? 'correct'
  const [reading, evidence] = [said('reading'), said('evidence')]
  // What is no kind or certainty has a digest that nothing else has.
  return digestOfRecord({act, lemma, kind, cert, reading, evidence} as JudgedRecord)
}

function markFields(fields: Fields): JudgedMark {
  const said = Object.entries(fields).map(([name, value]) => [name, wordsAt(value)] as const)
  const reference = wordsAt(fieldsAt(fields['reference'])['digest'])
  return {...Object.fromEntries(said), reference}
}
