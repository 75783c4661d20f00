import type {CaseScore} from './score/score-case.ts'
import type {Case} from './truth.ts'

/** Characters of context on either side. */
const context = 40

/**
 * List the places of a text where it did not go right.
 *
 * Shape: text, its score, a kind or the beginning of a form, `all` for every kind → two lines a
 * place: id, offset and the damaged context; what was expected and what was given.
 */
export function writeCases(
  {id, name, source}: Case,
  {findings}: CaseScore,
  kind: string,
): string[] {
  return findings
    .filter(
      (one) => one.result !== 'found' && (kind === 'all' || one.kind === kind || one.form === kind),
    )
    .flatMap(({start, end, form, region, result, expected, got}) => {
      const around = source.slice(Math.max(0, start - context), end + context)
      return [
        `${id}:${start} (${name}) ${form}, ${region || 'nowhere'}: ${result} in ${JSON.stringify(around)}`,
        `    expected ${expected || 'nothing'} · got ${got || 'nothing'}`,
      ]
    })
}
