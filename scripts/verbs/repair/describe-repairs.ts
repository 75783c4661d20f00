import type {Repairs} from '../../../build/repair/hit.ts'
import {formatPlace, indexLines, toPlace} from '../../../build/text/place.ts'
import {count} from '../../report.ts'

/** Say how much was found, a line a kind. */
export function countRepairs({hits, joins, paragraphs}: Repairs): string[] {
  const kinds = new Map<string, {applied: number; proposed: number}>()
  const others = hits.filter(({kind}) => kind !== 'line/paragraph')
  const all = [
    ...others.map(({kind, status}) => ({what: kind as string, status})),
    ...joins.map(({status}) => ({what: 'join', status})),
  ]
  for (const {what, status} of all) {
    const counts = kinds.get(what) ?? {applied: 0, proposed: 0}
    counts[status]++
    kinds.set(what, counts)
  }
  const rows = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...rows.map(
      ([what, {applied, proposed}]) => `${what}: ${applied} applied, ${proposed} proposed`,
    ),
    ...(paragraphs.length > 0 ? [count(paragraphs.length, 'end of a paragraph')] : []),
    ...(rows.length === 0 && paragraphs.length === 0 ? ['Nothing to repair.'] : []),
  ].map((line) => line.replace('end of a paragraphs', 'ends of paragraphs'))
}

/** What was found in a text, with its places, for other programs. Offsets in UTF-16 units. */
export function describeRepairs(source: string, {hits, joins, paragraphs}: Repairs): object {
  const lines = indexLines(source)
  const at = (offset: number): string => formatPlace(toPlace(lines, offset))
  return {
    hits: hits
      .filter(({kind}) => kind !== 'line/paragraph')
      .map(({rule, start, end, lemma, reading, kind, status, p, evidence, candidates}) => {
        const place = {id: `${rule}@${at(start)}`, at: at(start), start, end}
        return {...place, lemma, reading, kind, rule, status, p, evidence, candidates}
      }),
    joins: joins.map(({rule, start, end, glue, status, p, evidence}) => {
      const place = {id: `${rule}@${at(start)}`, at: at(start), to: at(end), start, end}
      return {...place, glue, rule, status, p, evidence}
    }),
    paragraphs: paragraphs.map((offset) => ({at: at(offset), offset})),
  }
}
