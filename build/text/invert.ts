import {CorrectionError, inOrder} from './correction.ts'
import type {Correction, Fault} from './correction.ts'

/**
 * Take corrections back: from the corrected text to the source.
 *
 * Shape: corrected text and the corrections that made it, in any order → source.
 * Throws: `CorrectionError` when the text does not carry a reading where a record put it.
 */
export function invert(value: string, corrections: readonly Correction[]): string {
  const faults: Fault[] = []
  const runs: string[] = []
  let at = 0
  let shift = 0
  for (const {id, start, end, lemma, reading} of inOrder(corrections)) {
    const from = start + shift
    const to = from + reading.length
    if (from < at || value.slice(from, to) !== reading) {
      const reason = 'Unexpected text in place of the reading; the corrected text was altered.'
      faults.push({ruleId: 'record-lemma', id, reason, start})
    }
    runs.push(value.slice(at, from), lemma)
    at = to
    shift += reading.length - (end - start)
  }
  if (faults.length > 0) throw new CorrectionError(faults)
  runs.push(value.slice(at))
  return runs.join('')
}

/**
 * Turn corrections round, so that they lead from the corrected text back to the source.
 *
 * Shape: corrections of the source → corrections of the corrected text, in its order; a deletion
 * becomes one with an empty lemma.
 */
export function inverse(corrections: readonly Correction[]): Correction[] {
  let shift = 0
  return inOrder(corrections).map(({id, start, end, lemma, reading}) => {
    const from = start + shift
    shift += reading.length - (end - start)
    return {id, start: from, end: from + reading.length, lemma: reading, reading: lemma}
  })
}
