import {formatPlace} from '../../../text/place.ts'
import type {Entry} from './entry.ts'
import type {Filters} from './filters.ts'
import type {Review} from './review.ts'
import {isDone, standingOf, voiceOf} from './voice.ts'
import type {Standing} from './voice.ts'

/** The entries that the filters of a review leave, in their order. */
export function narrow(
  review: Pick<Review, 'data' | 'entries' | 'filters' | 'who' | 'voices' | 'answered'>,
): Entry[] {
  const {data, entries, filters, who, voices, answered} = review
  const given = {who, voices, policy: data.policy, answered}
  const sample = filters.sample === '' && data.sample ? new Set(data.sample.ids) : null
  const words = filters.words.trim().toLowerCase()
  return entries.filter(
    (entry) =>
      (sample === null || sample.has(entry.key)) &&
      hasFields(entry, filters) &&
      (filters.state === '' || isState(standingOf(entry, given), filters.state)) &&
      (words === '' || wordsOf(entry, voiceOf(entry, given)?.note).toLowerCase().includes(words)),
  )
}

function hasFields({text, item}: Entry, filters: Filters): boolean {
  const has = (filter: string, value: string): boolean => filter === '' || filter === value
  return (
    has(filters.text, text.id) &&
    has(filters.class, item.class) &&
    has(filters.kind, item.kind) &&
    has(filters.form, item.form) &&
    has(filters.by, item.by)
  )
}

function isState(standing: Standing, wanted: string): boolean {
  if (wanted === 'left') return !isDone(standing)
  if (wanted === 'done') return isDone(standing)
  return standing === wanted
}

/** All words of an item that a search looks through. */
function wordsOf({text, item}: Entry, note: string | undefined): string {
  const {id, at, lemma, reading, says, kind, by, why, candidates, judgement} = item
  const said = [...judgement.valid, ...judgement.stale].flatMap((one) => [one.who, one.note])
  const proposed = candidates?.map((one) => one.reading) ?? []
  const all = [
    `${text.id}:${formatPlace(at)}`,
    id,
    lemma,
    reading,
    says,
    kind,
    by,
    why,
    note,
    ...said,
    ...proposed,
  ]
  return all.filter((one) => one !== undefined).join('\n')
}
