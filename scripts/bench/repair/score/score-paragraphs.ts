import type {Truth} from '../truth.ts'
import type {Finding} from './score-case.ts'

/**
 * Compare the line ends that end a paragraph. Those that a blank line follows end one anyhow, and
 * those that stand before or after what does not belong to the text may end one or not.
 */
export function scoreParagraphs(
  source: string,
  {paragraphs}: Truth,
  answer: readonly number[],
): Finding[] {
  const given = new Set(answer)
  const findings: Finding[] = []
  for (const {at, of, isNeeded} of paragraphs) {
    if (!isNeeded) continue
    const result = given.has(at) ? 'found' : 'missed'
    findings.push({...about(source, at), region: of, result, expected: 'paragraph end', got: ''})
  }
  const allowed = new Set(paragraphs.map(({at}) => at))
  for (const at of given) {
    if (allowed.has(at) || isSaid(source, at)) continue
    const got = 'paragraph end'
    findings.push({...about(source, at), region: '', result: 'wrong', expected: '', got})
  }
  return findings
}

/** Whether a blank line, or nothing at all, follows anyhow. */
function isSaid(source: string, at: number): boolean {
  return (
    /^(?:\r?\n[^\S\n]*(?:\r?\n|$)|\s*$)/.test(source.slice(at, at + 200)) && at <= source.length
  )
}

function about(source: string, at: number): Pick<Finding, 'start' | 'end' | 'kind' | 'form'> {
  const end = at + (source.charAt(at) === '\r' ? 2 : 1)
  return {start: at, end, kind: 'paragraph', form: 'line end'}
}
