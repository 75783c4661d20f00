import type {Entry, RevisedText} from '../../model/revision.ts'
import {verdictNames} from '../../verdicts/verdict.ts'
import type {Said} from '../../verdicts/verdict.ts'

/**
 * The verdicts of a text, by the ids of what they are about.
 *
 * Shape: text at a revision → verdicts; what is none is left out.
 */
export function saidOf({entries}: Pick<RevisedText, 'entries'>): Map<string, Said[]> {
  const said = new Map<string, Said[]>()
  for (const entry of entries) {
    const one = entry.sort === 'verdict' ? verdictOf(entry) : undefined
    if (one) said.set(one.id, [...(said.get(one.id) ?? []), one])
  }
  return said
}

function verdictOf({id, type, fields}: Entry): Said | undefined {
  const words = (name: string): string | undefined => {
    const value = fields[name]
    return typeof value === 'string' ? value : undefined
  }
  const verdict = verdictNames.find((name) => name === words('verdict'))
  const of = words('of')
  if (verdict === undefined || of === undefined) return undefined
  return {who: type, id, verdict, of, note: words('note'), settles: words('settles')}
}
