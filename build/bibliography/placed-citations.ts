import type {Root} from 'mdast'
import {isDefinition, isParent, textOf} from '../structure/tree.ts'
import type {Parents} from '../structure/tree.ts'
import type {Citation} from './citation.ts'

/** A citation where it stands: in its note, with the words that cite. */
export interface PlacedCitation {
  /** What its note is called in the text. */
  readonly note: string
  readonly citation: Citation
  readonly words: string
}

/** List the citations of a text in the order of its notes. */
export function citationsOf(tree: Root, citations: readonly Citation[]): PlacedCitation[] {
  const byId = new Map(citations.map((citation) => [citation.id, citation]))
  return tree.children.filter(isDefinition).flatMap((definition) => {
    const found: PlacedCitation[] = []
    const walk = (parent: Parents): void => {
      for (const child of parent.children) {
        if (child.type === 'citation') {
          const citation = byId.get(child.id)
          const words = textOf(child).replaceAll(/\s+/g, ' ')
          if (citation) found.push({note: definition.identifier, citation, words})
        } else if (isParent(child)) walk(child)
      }
    }
    walk(definition)
    return found
  })
}
