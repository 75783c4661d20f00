import type {Fields} from '../../model/revision.ts'
import type {Draft} from './draft.ts'
import type {SectionName} from './change.ts'

/**
 * Say in which section of the report a change stands: in one only.
 *
 * What is uncertain as it is now, or was when it is gone, is uncertain, even where it changes the text; so is what
 * is only judged in another way. What a rule did and somebody does by hand stands with the rules.
 */
export function sectionOf({change, before, after}: Draft): SectionName {
  const entry = after ?? before
  if (!entry || change === 'moved') return 'numbers'
  const {sort, id, fields} = entry
  if (sort === 'verdict' || (sort === 'edition' && id === 'review')) return 'verdicts'
  if (change === 'demoted' || sort === 'hit' || sort === 'proposal' || sort === 'rule') {
    return 'rules'
  }
  const isJudged = sort === 'record' || sort === 'mark'
  if (change === 're-judged') return 'uncertain'
  if (isJudged && isUncertain(fields)) return 'uncertain'
  if (sort === 'decision' && fields['is'] === 'undecided') return 'uncertain'
  return change === 'promoted' ? 'rules' : 'reader'
}

/** Asked or left, not certain, or not damage on the way from the print. */
function isUncertain({act = 'correct', cert = 'high', kind = '', parts = []}: Fields): boolean {
  const isChecked =
    act === 'correct' && cert === 'high' && !/^(?:undetermined|author)\//.test(String(kind))
  if (!isChecked) return true
  return Array.isArray(parts) && parts.some((part: Fields) => isUncertain({...part, parts: []}))
}
