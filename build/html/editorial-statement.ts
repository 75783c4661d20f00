import type {Element} from 'hast'
import {h} from 'hastscript'
import type {TextEdition} from '../model/edited-text.ts'
import type {EditedText} from '../model/edited-text.ts'
import {allKinds} from '../text/record.ts'
import type {EditorialRecord} from '../text/record.ts'
import {judgementsOf, tally} from '../verdicts/judgements.ts'
import type {Labels} from './labels.ts'

/** How often something was done to a text. */
export interface Count {
  readonly words: string
  readonly number: number
}

/**
 * Count what was done to a text, by kind.
 *
 * Shape: text and labels → counts above nought: corrections by kind, then marks, then what was
 * left. Escapes of plain sources are left out, for they change no reading.
 */
export function countRecords(text: EditedText, labels: Labels): Count[] {
  const counts: Count[] = []
  const add = (number: number, [one, many]: readonly [string, string]): void => {
    if (number > 0) counts.push({number, words: `${number} ${number === 1 ? one : many}`})
  }
  const parts = text.records.flatMap((record): readonly EditorialRecord[] =>
    record.act === 'correct' && record.parts ? record.parts : [record],
  )
  for (const kind of allKinds) {
    if (kind === 'markup/escape') continue
    const done = parts.filter((part) => part.kind === kind && part.act === 'correct')
    add(done.length, labels.kinds[kind])
  }
  for (const [type, noun] of Object.entries(labels.marks)) {
    add(text.marks.filter((mark) => mark.type === type).length, noun)
  }
  for (const [kind, noun] of Object.entries(labels.drops)) {
    add(text.marks.filter((mark) => mark.type === 'drop' && mark.kind === kind).length, noun)
  }
  add(parts.filter((part) => part.act === 'query').length, labels.query)
  add(parts.filter((part) => part.act === 'keep').length, labels.keep)
  add(text.review.rejected.size, labels.rejected)
  return counts
}

/** Say what was done to a text. */
export function statement(edition: TextEdition, labels: Labels): Element[] {
  const {text} = edition
  const counts = countRecords(text, labels)
  // Whose acceptance counts has no part in who has seen it.
  const {seen, all} = tally(judgementsOf(text.review, {selfAcceptance: false, twoReviewers: []}))
  const judged = labels.judged.replace('{seen}', String(seen)).replace('{all}', String(all))
  return [
    h('h3', text.config.shortTitle ?? text.config.title),
    h(
      'ul.counts',
      [...counts.map(({words}) => words), ...(all > 0 ? [judged] : [])].map((words) =>
        h('li', words),
      ),
    ),
  ]
}
