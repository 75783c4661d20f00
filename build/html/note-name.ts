import type {NoteFacts} from '../structure/tree.ts'
import type {Labels} from './labels.ts'

/**
 * What a note is called: by its number in the edition, with the printed one in brackets where that is another;
 * by its sign in print; or just so.
 */
export function noteName(facts: NoteFacts | undefined, labels: Labels): string {
  const printed = facts?.printed.normalize('NFKC') ?? ''
  const number = facts?.number ?? printed
  if (number === '') return labels.note
  return printed === '' || printed === number ? number : `${number} [${printed}]`
}
