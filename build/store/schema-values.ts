import * as v from 'valibot'
import {forbidden} from '../text/characters.ts'
import {parsePlace} from '../text/place.ts'

/** Text that says something. */
export const words = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('some words'),
  v.check((value) => !forbidden.test(value), 'words without control characters'),
)
/** A short permanent name: small letters, figures, stroke, point; begins with a letter. */
export const name = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/, 'a name of small letters and figures'),
)
/** Id of an item: it goes through programs that take no hyphen. */
export const itemName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*$/, 'small letters and figures, without hyphens'),
)
export const place = v.pipe(
  v.string(),
  v.check((value) => parsePlace(value) !== undefined, 'a place such as 12:5'),
  v.transform((value) => parsePlace(value) ?? {line: 1, column: 1}),
)
export const count = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'a whole number'), v.transform(Number))
export const flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((value) => value === 'true'),
)
export const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or ja-Latn'),
)
export const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a time such as 2026-01-31T12:00:00Z'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'a time that the calendar has'),
)

/** A range of the source, and what it holds. */
export const range = {
  at: place,
  to: place,
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits')),
}
