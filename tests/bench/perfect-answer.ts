import type {Answer} from '../../scripts/bench/repair/score/answer.ts'
import type {Truth} from '../../scripts/bench/repair/truth.ts'

/** What a program would say that knew the truth. */
export function perfectAnswer({edits, joins, paragraphs}: Truth): Answer {
  return {
    edits: edits.map(({start, end, reading, isConjecture}) => {
      const status = isConjecture ? 'proposed' : 'applied'
      return {start, end, reading, kind: 'ocr/character', status, candidates: [reading]}
    }),
    joins: joins
      .filter(({isNeeded}) => isNeeded)
      .map(({start, end, glue}) => ({start, end, glue, status: 'applied'})),
    paragraphs: paragraphs.filter(({isNeeded}) => isNeeded).map(({at}) => at),
  }
}
