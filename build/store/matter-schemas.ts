import * as v from 'valibot'
import {editionClaim} from './annotation-schemas.ts'
import {name, words} from './schema-values.ts'

const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'a date such as 1945, 1945-07 or 1945-07-02'),
  v.check((value) => {
    const [year = '', month = '01', day = '01'] = value.split('-')
    const moment = new Date(`${year}-${month}-${day}T00:00:00Z`)
    return (
      !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${year}-${month}-${day}`)
    )
  }, 'a date that the calendar has'),
)

/** back/NAME.yaml: what happened when. */
export const chronologySchema = v.strictObject({
  title: words,
  note: v.optional(words),
  events: v.record(
    name,
    v.strictObject({
      date,
      until: v.optional(date),
      short: v.optional(words),
      claims: v.pipe(v.array(editionClaim), v.minLength(1, 'at least one claim')),
    }),
  ),
})
