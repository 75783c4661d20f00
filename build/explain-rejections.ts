import {finding, isError} from './finding.ts'
import type {Finding} from './finding.ts'
import type {EditedText, TextEdition} from './model/edited-text.ts'
import {editText} from './pipeline.ts'
import {verdictsById} from './verdicts/reviewed.ts'
import {marksWithoutRejected, withoutRejected} from './verdicts/without-rejected.ts'

/**
 * Say which rejections take something away that structure needs: the number of a note, a join.
 *
 * Shape: an edited text → its findings; the errors that rejections bring are replaced by `verdict-structure`,
 * at each rejection that by itself brings an error, or at all of them where only several together do.
 */
export function explainRejections({text, findings}: TextEdition): readonly Finding[] {
  const {rejected} = text.review
  if (rejected.size === 0 || !findings.some(isError)) return findings
  const whole = edit(withRejected(text, new Set())).findings
  const before = new Set(whole.filter(isError).map(keyOf))
  const isNew = (one: Finding): boolean => isError(one) && !before.has(keyOf(one))
  if (!findings.some(isNew)) return findings
  const causes = [...rejected].flatMap((id) => {
    const first = edit(withRejected(text, new Set([id]))).findings.find(isNew)
    return first ? [{id, why: first.reason}] : []
  })
  const together = 'Together with the other rejections it takes away what structure needs.'
  const named = causes.length > 0 ? causes : [...rejected].map((id) => ({id, why: together}))
  const said = verdictsById(text.review.reviews)
  const explained = named.flatMap(({id, why}) => {
    const verdict = said.get(id)?.find(({verdict: name}) => name === 'reject')
    if (!verdict) return []
    const reason = `Unexpected rejection of \`${id}\`, which structure needs; accept it, or change what depends on it. Without it: ${why}`
    return [finding({...verdict.origin, ruleId: 'verdict-structure', reason})]
  })
  return [...explained, ...findings.filter((one) => !isNew(one))]
}

/** A text of which only some of what is rejected is left out. */
function withRejected(text: EditedText, rejected: ReadonlySet<string>): EditedText {
  const isOut = (id: string): boolean => rejected.has(id)
  const {records, marks} = text.review
  return {
    ...text,
    records: withoutRejected(records, isOut),
    marks: marksWithoutRejected(marks, isOut),
  }
}

function edit(text: EditedText): TextEdition {
  return editText(text, {numbering: 'per-text', notesBefore: 0})
}

/** What tells errors apart; their places move with the text. */
function keyOf({ruleId, reason}: Finding): string {
  return `${ruleId} ${reason}`
}
