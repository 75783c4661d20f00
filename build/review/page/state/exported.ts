import type {PageText} from '../../page-data.ts'
import {keyOf} from './entry.ts'
import type {Review} from './review.ts'
import {writeReview} from './review-yaml.ts'
import type {Voice} from './voice.ts'

/** A file of a reviewer, ready to be put into the manuscript. */
export interface ReviewFile {
  readonly text: PageText
  /** How many verdicts it holds, and how many of them the edition does not have yet. */
  readonly verdicts: number
  readonly fresh: number
  /** Where it belongs, from the folder of the edition. */
  readonly path: string
  readonly content: string
}

/** The verdicts of the reviewer on each text: those the page was given, and what was said since. */
export function exportReviews({data, who, voices}: Review): ReviewFile[] {
  if (who === null) return []
  return data.texts.flatMap((text): ReviewFile[] => {
    const mine = new Map<string, Voice>()
    for (const said of text.verdicts) if (said.who === who) mine.set(said.id, said)
    const prefix = keyOf(text.id, '')
    let fresh = 0
    for (const [key, voice] of voices) {
      if (!key.startsWith(prefix)) continue
      const id = key.slice(prefix.length)
      fresh++
      if (voice) mine.set(id, voice)
      else mine.delete(id)
    }
    if (fresh === 0) return []
    const path = `texts/${text.id}/reviews/${who}.yaml`
    return [{text, verdicts: mine.size, fresh, path, content: writeReview(mine)}]
  })
}
