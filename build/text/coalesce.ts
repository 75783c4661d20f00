import {inOrder} from './correction.ts'
import type {Correction} from './correction.ts'

/**
 * Make touching corrections one.
 *
 * Shape: corrections in any order → corrections in the order of the text; a run of touching ones
 * becomes the result of `merge`, which is given the run and their common span, lemma and reading.
 * Overlapping ones are left as they are, for `checkCorrections` to report.
 */
export function coalesce<C extends Correction>(
  corrections: readonly C[],
  merge: (parts: readonly C[], whole: Correction) => C,
): C[] {
  const runs: C[][] = []
  let end = -1
  for (const correction of inOrder(corrections)) {
    const run = runs.at(-1)
    if (run && correction.start === end) run.push(correction)
    else runs.push([correction])
    end = Math.max(end, correction.end)
  }
  return runs.map((run) => {
    const [first] = run
    if (!first || run.length === 1) return run[0] as C
    return merge(run, {
      id: run.map((part) => part.id).join('+'),
      start: first.start,
      end: Math.max(...run.map((part) => part.end)),
      lemma: run.map((part) => part.lemma).join(''),
      reading: run.map((part) => part.reading).join(''),
    })
  })
}
