import type {NoteFacts} from '../structure/tree.ts'
import type {Labels} from './labels.ts'

/** What a note is called: by its number in the edition, by its sign in print, or just so. */
export function noteName(facts: NoteFacts | undefined, labels: Labels): string {
  return facts?.number ?? (facts?.printed || labels.note)
}
