import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {Review} from './verdict.ts'

/**
 * Hold the reviews of a text against what there is to judge.
 *
 * Shape: reviews and digests by id → findings, all warnings, for what the editors do may not break what
 * others have written: `verdict-item` for a verdict on what is not there, `verdict-stale`, once a file, for
 * those on what has changed since.
 */
export function checkReviews(
  reviews: readonly Review[],
  digests: ReadonlyMap<string, string>,
): Finding[] {
  return reviews.flatMap(({who, verdicts}) => {
    const lost = verdicts.filter(({id}) => !digests.has(id))
    const stale = verdicts.filter(({id, of}) => digests.has(id) && digests.get(id) !== of)
    const findings = lost.map(({id, origin}) => {
      const reason = `Unexpected verdict on \`${id}\`; no record, mark or hit is called so. Remove it.`
      return finding({...origin, ruleId: 'verdict-item', reason, severity: 'warning'})
    })
    const [first] = stale
    if (first) {
      const what = stale.length === 1 ? `verdict of ${who} is` : `verdicts of ${who} are`
      const reason = `Expected verdicts on what the records say now; ${stale.length} ${what} stale, \`${first.id}\` first. Judge again.`
      findings.push(
        finding({...first.origin, ruleId: 'verdict-stale', reason, severity: 'warning'}),
      )
    }
    return findings
  })
}
