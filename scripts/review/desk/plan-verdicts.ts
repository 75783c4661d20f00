import {changeReview} from '../../../build/store/edit-review.ts'
import type {Fields} from '../../../build/store/edit-review.ts'
import type {DeskRequests} from '../../../build/review/page-data.ts'
import {expectUnchanged} from './desk-text.ts'
import type {DeskText, Plan} from './desk-text.ts'
import {Refusal} from './refusal.ts'

/** Plan to write verdicts of a reviewer, all or none. */
export async function planVerdicts(
  text: DeskText,
  {who, changes}: DeskRequests['verdicts'],
): Promise<Plan> {
  for (const {id, of, verdict} of changes) {
    // A stale verdict can be taken back.
    if (verdict !== null) expectUnchanged(text, id, of)
  }
  const name = `reviews/${who}.yaml`
  const before = await text.read(name)
  const {text: after, conflicts} = changeReview(
    name,
    before,
    changes.map(({id, of, verdict, note, settles, was}) => {
      const to: Fields | null = verdict === null ? null : {verdict, of, note, settles}
      return {id, to, was}
    }),
  )
  if (conflicts.length > 0) {
    throw new Refusal(409, `${who} has said something else on ${conflicts.join(', ')} meanwhile.`)
  }
  const [first] = changes
  const what =
    changes.length === 1
      ? `${first?.verdict ?? 'no verdict'} ${first?.id}`
      : `${changes.length} verdicts`
  return {files: new Map([[name, after]]), what: `${name}: ${what}`}
}
