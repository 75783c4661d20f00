import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import {tally} from './judgements.ts'
import type {Judged} from './judgements.ts'
import {isSettled} from './verdict.ts'

/**
 * Find what is not settled, for a release in which everything should be.
 *
 * Shape: id of a text, the path of its reviews, its judgements → `verdict-unsettled` at each verdict of what
 * is contested or asked, and once for all that is open or stale.
 */
export function checkSettled(text: string, path: string, judged: readonly Judged[]): Finding[] {
  const left = judged.filter(({judgement}) => !isSettled(judgement.state))
  const findings = left.flatMap(({id, judgement: {state, valid}}) => {
    if (state !== 'contested' && state !== 'query') return []
    const names = valid.map(({who, verdict}) => `${who} says ${verdict}`).join(', ')
    const what = state === 'contested' ? 'an end of the dispute on' : 'an answer to the question on'
    const reason = `Expected ${what} \`${id}\`: ${names}.`
    const origin = valid.find(({verdict}) => verdict !== 'accept')?.origin
    return origin ? [finding({...origin, ruleId: 'verdict-unsettled', reason})] : []
  })
  const first = left.find(({judgement: {state}}) => state === 'open' || state === 'stale')
  if (!first) return findings
  const {open, stale} = tally(judged).byState
  const counts = [...(open > 0 ? [`${open} open`] : []), ...(stale > 0 ? [`${stale} stale`] : [])]
  const reason = `Expected a verdict on each record and mark of \`${text}\`; there are ${counts.join(' and ')}, \`${first.id}\` first.`
  return [...findings, finding({file: path, ruleId: 'verdict-unsettled', reason})]
}
