import {digest} from '../text/digest.ts'
import type {EditorialRecord} from '../text/record.ts'
import type {Mark} from '../structure/mark.ts'
import {formatPlace, toPlace} from '../text/place.ts'
import type {Lines} from '../text/place.ts'

/** What of a record a verdict is about. */
export type JudgedRecord = Pick<EditorialRecord, 'act' | 'lemma' | 'kind' | 'cert'> & {
  readonly reading?: string | undefined
  readonly evidence?: string | undefined
}

/**
 * The digest of what is judged in a record by hand: act, lemma, reading, kind, certainty, evidence.
 *
 * Its place and its reason may change without making a verdict stale.
 */
export function digestOfRecord({act, lemma, reading, kind, cert, evidence}: JudgedRecord): string {
  return digest(JSON.stringify([act, lemma, reading ?? null, kind, cert, evidence ?? null]))
}

/** The digest of what is judged in a hit: what its row in the table says, and the rule that found it. */
export function digestOfHit(rule: string, lemma: string, reading: string): string {
  return digest(JSON.stringify([rule, lemma, reading]))
}

/** What the file of marks says of one, as it is written there. */
export type JudgedMark = Readonly<Record<string, string | undefined>>

/** What of a mark is judged, in this order, beside its words. */
const judged = ['cert', 'glue', 'label', 'depth', 'kind', 'side', 'language'] as const

/**
 * The digest of what is judged in a mark: its type and what it says, and the words it is about.
 *
 * Where a mark has no digest of its words (pages, joins) its places stand for them.
 */
export function digestOfMark(type: string, fields: JudgedMark): string {
  const about = fields['digest'] ?? [fields['at'], fields['to'] ?? null]
  const said = judged.map((name) => fields[name] ?? null)
  return digest(JSON.stringify([type, about, fields['reference'] ?? null, ...said]))
}

/** A resolved mark as its file has it. */
export function fieldsOfMark(mark: Mark, source: string, lines: Lines): JudgedMark {
  const place = (offset: number): string => formatPlace(toPlace(lines, offset))
  const words = (start: number, end: number): string => digest(source.slice(start, end))
  const {start, end, cert} = mark
  const own = Object.fromEntries(
    judged.flatMap((name) => {
      const value: unknown = name in mark ? mark[name as keyof Mark] : undefined
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
  const at = place(start)
  if (mark.type === 'page') return {...own, cert, at}
  if (mark.type === 'join') return {...own, cert, at, to: place(end)}
  const reference =
    mark.type === 'note' ? {reference: words(mark.reference.start, mark.reference.end)} : {}
  return {...own, ...reference, cert, at, to: place(end), digest: words(start, end)}
}
