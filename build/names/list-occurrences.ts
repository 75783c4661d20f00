import type {Root} from 'mdast'
import {isDefinition, isParent} from '../structure/tree.ts'
import type {Parents} from '../structure/tree.ts'

/** A name where it stands in a text. */
export interface Occurrence {
  /** Id of the name. */
  readonly name: string
  readonly form: string
  /** Number of the words in which it stands; they may hold several names. */
  readonly number: number
  /** Number of its paragraph; none in notes, headings and the opening. */
  readonly paragraph: number | undefined
  /** The note it stands in. */
  readonly note: string | undefined
}

/** List the names of a text, bound by `remarkNames`, in the order of the tree. */
export function listOccurrences(tree: Root): Occurrence[] {
  const found: Occurrence[] = []
  const walk = (parent: Parents, place: Pick<Occurrence, 'paragraph' | 'note'>): void => {
    for (const child of parent.children) {
      if (child.type === 'name') {
        const {number, names} = child
        for (const {id, form} of names) found.push({...place, name: id, form, number})
      }
      if (!isParent(child)) continue
      const paragraph = child.type === 'paragraph' ? child.data?.paragraph : place.paragraph
      const note = isDefinition(child) ? child.identifier : place.note
      walk(child, {paragraph, note})
    }
  }
  walk(tree, {paragraph: undefined, note: undefined})
  return found
}
