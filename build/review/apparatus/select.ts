import type {ReviewItem} from '../item.ts'

/** The lists that are made of records: what was repaired, and what was asked. */
export const listNames = ['apparatus', 'errata'] as const
export type ListName = (typeof listNames)[number]

/**
 * Choose the records of a list.
 *
 * Shape: items of a text → for the apparatus the records in force that repair words or points, and all that
 * are not certain: joins, hyphens, heads and markup are counted in the imprint. For the errata what an author
 * or publisher would be told: questions, slips of the author that were seen and left, and what was changed
 * though author or typist may have meant it.
 */
export function selectFor(list: ListName, items: readonly ReviewItem[]): ReviewItem[] {
  const records = items.filter(
    ({sort, judgement}) => sort === 'record' && judgement.state !== 'rejected',
  )
  if (list === 'errata') {
    return records.filter((item) => {
      const isTheirs = item.act === 'correct' && item.class === 'undetermined'
      return item.act === 'query' || item.class === 'author' || isTheirs
    })
  }
  return records.filter((item) => {
    const isRepair = item.kind.startsWith('ocr/') || item.class === 'undetermined'
    return item.act === 'correct' && (isRepair || item.cert !== 'high')
  })
}

/** Who has judged a record as it is now: `anna (accept), ben (query)`. */
export function reviewersOf({judgement}: ReviewItem): string {
  return judgement.valid.map(({who, verdict}) => `${who} (${verdict})`).join(', ')
}
