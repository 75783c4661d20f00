import {h} from 'hastscript'
import type {Chronology, ChronologyEvent} from '../matter/matter.ts'
import {claimWords} from './claim-words.ts'
import type {ClaimContext} from './claim-words.ts'
import type {EditionDocument} from './documents.ts'
import {matterDocument} from './matter.ts'
import type {MatterPlace} from './matter.ts'
import {figureOf} from './picture.ts'

/**
 * Make a document of what happened when: a list, each event with what says so.
 *
 * Shape: chronology, context of claims, language, where it stands → document.
 */
export function chronologyDocument(
  {name, title, note, events}: Chronology,
  context: ClaimContext,
  language: string,
  part: MatterPlace,
): EditionDocument {
  const list = h(
    'ul.entries.events',
    events.map((event) => {
      const date = h('span.heading', writeDates(event, language))
      const id = `${name}-e-${event.id}`
      return h('li', {id}, h('p', [date, ': ', ...claimWords(event.claims, context)]))
    }),
  )
  const lead = note === undefined ? [] : [h('p', note)]
  const drawn = `timeline-${name}`
  const picture = context.pictures.get(drawn)
  const figures = picture ? figureOf(drawn, picture, context.labels) : []
  return matterDocument({name, title, language, part}, [...lead, ...figures, list], [])
}

/** The dates of an event, in the manner of the language. */
function writeDates({date, until}: ChronologyEvent, language: string): string {
  return until === undefined
    ? writeDate(date, language)
    : `${writeDate(date, language)} – ${writeDate(until, language)}`
}

function writeDate(date: string, language: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1')))
  // English dates as the texts mostly have them: the day first.
  const locale = language === 'en' ? 'en-GB' : language
  const parts = {year: 'numeric', month: 'long', timeZone: 'UTC'} as const
  const format = new Intl.DateTimeFormat(
    locale,
    day === undefined ? parts : {...parts, day: 'numeric'},
  )
  return format.format(moment)
}
