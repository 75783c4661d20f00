import type {Documents} from '../annotations/annotation.ts'
import type {WordsOfBasis} from '../annotations/check-claims.ts'
import {basisOf, missingTerms} from '../annotations/check-claims.ts'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {folded} from '../text/folded.ts'
import type {ChronologyEvent} from './matter.ts'

/**
 * Hold the dates of events against what their claims rest on, and against each other.
 *
 * Shape: events, documents, words of places, language → findings: `event-date` (error) when the day and month of
 * an event, or the year of one without a month, occur in none of its bases nor claims; when an event ends before it
 * begins; `claim-basis` (error) for a number or name that only the timeline has; `event-order` (error) when it stands after a later one. Years of days are not sought,
 * for sentences leave them out.
 */
export function checkEvents(
  events: readonly ChronologyEvent[],
  documents: Documents,
  wordsOf: WordsOfBasis,
  language: string,
): Finding[] {
  const findings: Finding[] = []
  events.forEach((event, index) => {
    const {id, date, until, short, origin, claims} = event
    const say = (ruleId: string, reason: string): void => {
      findings.push(finding({...origin, ruleId, reason}))
    }
    const before = events[index - 1]
    if (before && before.date.slice(0, date.length) > date) {
      const reason = `Unexpected \`${id}\` of ${date} after \`${before.id}\` of ${before.date}; put events into their order.`
      say('event-order', reason)
    }
    if (until !== undefined && until < date) {
      say('event-date', `Unexpected end ${until} of \`${id}\`, which begins ${date}.`)
    }
    // What rests on nothing seen, or on a text that is not at hand, cannot be held.
    const bases = claims.map((claim) => basisOf(claim, documents, wordsOf))
    if (bases.includes(undefined)) return
    const said = claims.map(({says}) => says).join(' ')
    const missing = missingTerms(short ?? '', `${bases.join(' ')} ${said} ${date}`)
    if (missing.length > 0) {
      say(
        'claim-basis',
        `Unexpected “${missing.join('”, “')}” in what the timeline calls \`${id}\`.`,
      )
    }
    const words = ` ${folded(`${bases.join(' ')} ${said}`)} `
    for (const [what, forms] of partsOf(
      [date, until].filter((one) => one !== undefined),
      language,
    )) {
      if (forms.some((form) => words.includes(` ${folded(form)} `))) continue
      const reason = `Expected the ${what} of \`${id}\` in what it rests on, “${forms[0]}”; correct the date, or rest it on something else.`
      say('event-date', reason)
    }
  })
  return findings
}

/** What of each date must stand in the words, and the forms under which it may: years of days are left out. */
function partsOf(dates: readonly string[], language: string): [what: string, forms: string[]][] {
  return dates.flatMap((date): [string, string[]][] => {
    const [year = '', month, day] = date.split('-')
    if (month === undefined) return [['year', [year, `${year}s`]]]
    const moment = new Date(Date.UTC(2001, Number(month) - 1, 1))
    const months = (['long', 'short'] as const).map((width) =>
      new Intl.DateTimeFormat(language, {month: width, timeZone: 'UTC'}).format(moment),
    )
    const part: [string, string[]] = ['month', [...new Set(months)]]
    if (day === undefined) return [part]
    const number = String(Number(day))
    return [['day', [number, ...['st', 'nd', 'rd', 'th'].map((end) => number + end)]], part]
  })
}
