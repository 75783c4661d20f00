import type {Span} from '../../../../build/text/correction.ts'
import type {TruthJoin} from '../truth.ts'
import type {AnswerJoin} from './answer.ts'
import type {Finding} from './score-case.ts'

/**
 * Compare joins: two are the same when they put the same words together in the same way. Blanks,
 * and signs of markup such as the asterisks of italics, do not count.
 */
export function scoreJoins(
  source: string,
  truth: readonly TruthJoin[],
  answer: readonly AnswerJoin[],
): Finding[] {
  const place = (join: Span): string => {
    let {start, end} = join
    while (start > 0 && /[\s*_]/.test(source.charAt(start - 1))) start--
    while (end < source.length && /[\s*_>]/.test(source.charAt(end))) end++
    return `${start}-${end}`
  }
  const key = (join: Span & {glue: string}): string => `${place(join)} ${join.glue}`
  const applied = new Set(answer.filter((one) => one.status === 'applied').map(key))
  const proposed = new Set(answer.filter((one) => one.status === 'proposed').map(key))
  const meant = new Map(truth.map((one) => [key(one), one]))
  const findings: Finding[] = []
  for (const join of truth) {
    if (!join.isNeeded) continue
    const isFound = applied.has(key(join))
    const result = isFound ? 'found' : proposed.has(key(join)) ? 'proposed' : 'missed'
    findings.push({
      ...about(source, join),
      region: join.of,
      result,
      expected: show(source, join),
      got: '',
    })
  }
  const seen = new Set<string>()
  for (const join of answer) {
    if (join.status !== 'applied' || meant.has(key(join)) || seen.has(key(join))) continue
    seen.add(key(join))
    findings.push({
      ...about(source, join),
      region: '',
      result: 'wrong',
      expected: '',
      got: show(source, join),
    })
  }
  return findings
}

/** Of two words, whether a sentence ends between them: that it goes on is then a guess. */
function about(
  source: string,
  {start, end, glue}: Span & {glue: string},
): Span & {kind: 'join'; form: string} {
  const isSentence = /[.!?][”"’')\]⁰¹²³⁴-⁹]*(?:<sup>\d*<\/sup>)?$/.test(
    source.slice(start - 20, start),
  )
  const form = glue === 'space' && isSentence ? 'space after a sentence' : glue
  return {start, end, kind: 'join', form}
}

function show(source: string, {start, end, glue}: Span & {glue: string}): string {
  const [before, after] = [
    source.slice(Math.max(0, start - 20), start),
    source.slice(end, end + 20),
  ]
  return `${glue}: ${JSON.stringify(before)} + ${JSON.stringify(after)}`
}
