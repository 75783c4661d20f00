import {digestOfHit} from '../../build/verdicts/digest-of.ts'
import type {Fault} from './fault.ts'

const ligature = 'texts/ligature/reviews'
const names = 'texts/names/reviews'

/** Faults of what reviewers write. */
export const faultsOfReviews: readonly Fault[] = [
  {
    rule: 'review-name',
    slip: 'the file is called after a person as people are called',
    file: `${ligature}/Anna Second.yaml`,
    whole: 'l51.our:\n  verdict: accept\n  of: 512ab941\n',
    at: `${ligature}/Anna Second.yaml`,
  },
  {
    rule: 'verdict-item',
    slip: 'a letter is missing in the id of the record',
    file: `${ligature}/anna.yaml`,
    whole:
      'l51.our:\n  verdict: accept\n  of: 512ab941\nl51.ou:\n  verdict: accept\n  of: 512ab941\n',
    at: `${ligature}/anna.yaml:4:1`,
  },
  {
    rule: 'verdict-stale',
    slip: 'the record was judged with another reading',
    file: `${ligature}/anna.yaml`,
    whole: 'l51.our:\n  verdict: accept\n  of: 00000000\n',
    at: `${ligature}/anna.yaml:1:1`,
  },
  {
    rule: 'verdict-structure',
    slip: 'the number of a note is rejected, by which it is bound',
    file: `${names}/anna.yaml`,
    whole: `note-number@22:408:\n  verdict: reject\n  of: ${digestOfHit('note-number', '8', '3')}\n`,
    at: `${names}/anna.yaml:1:1`,
    also: ['reference-sequence'],
  },
]
