import type {Hit} from '../hit.ts'

/** Make a hit of the one reading a place can have. */
export function appliedHit(
  fields: Pick<Hit, 'rule' | 'kind' | 'start' | 'lemma' | 'reading' | 'evidence'>,
  p = 1,
): Hit {
  const {start, lemma, reading} = fields
  const candidates = [{reading, p}]
  return {...fields, end: start + lemma.length, status: 'applied', p, candidates}
}
