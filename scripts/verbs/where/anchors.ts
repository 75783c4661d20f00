import {headingId, noteId, pageId, paragraphId} from '../../../build/html/ids.ts'
import type {TextEdition} from '../../../build/model/edited-text.ts'
import {isDefinition, isLeaf, isParent} from '../../../build/structure/tree.ts'
import type {Leaf, Parents} from '../../../build/structure/tree.ts'

/** A printed page of the edition. */
export interface PrintedPage {
  /** Its number, in brackets when inferred. */
  readonly label: string
  /** Its id in the EPUB. */
  readonly id: string
}

/** A leaf of the edition, and what is near it in the EPUB. */
export interface Anchor {
  readonly leaf: Leaf
  /** The paragraph or heading it stands in. */
  readonly block: Parents
  /** The nearest id before it: of its page, heading, paragraph or note, or else of its text. */
  readonly id: string
  /** The note it stands in. */
  readonly note: string | undefined
  /** The printed page on which it stands; none in notes. */
  readonly page: PrintedPage | undefined
}

/**
 * Say of each leaf of a text where it stands in the EPUB.
 *
 * Shape: edited text → leaves in the reading order, those of notes last, with ids.
 */
export function anchorsOf({text, tree}: TextEdition): Anchor[] {
  const anchors: Anchor[] = []
  const times = new Map<string, number>()
  let [id, page]: [string, PrintedPage | undefined] = [text.id, undefined]
  // A page that begins with a paragraph of its own id is not nearer than that.
  let isNamed = false
  const walk = (parent: Parents, block: Parents, note: string | undefined): void => {
    for (const child of parent.children) {
      if (isLeaf(child)) {
        anchors.push({leaf: child, block, id, note, page: note === undefined ? page : undefined})
        isNamed = false
      } else if (child.type === 'pageBreak') {
        const own = pageId(text.id, child.label)
        const time = (times.get(own) ?? 0) + 1
        times.set(own, time)
        // Of pages with one label each but the first is counted, as in the EPUB.
        page = {label: child.label, id: time === 1 ? own : `${own}-${time}`}
        if (!isNamed) id = page.id
      } else if (isParent(child)) {
        const own = ownId(text.id, child)
        if (own !== undefined) [id, isNamed] = [own, true]
        const isBlock = child.type === 'paragraph' || child.type === 'heading'
        walk(child, isBlock ? child : block, isDefinition(child) ? child.identifier : note)
      }
    }
  }
  walk(tree, tree, undefined)
  return anchors
}

/**
 * Find the leaf that holds a place of the source; of what stands nowhere (a dropped head, a line end) the next
 * one, or else the last.
 */
export function anchorAt(anchors: readonly Anchor[], offset: number): Anchor | undefined {
  const start = ({leaf}: Anchor): number => leaf.position.start.offset
  const sorted = anchors.toSorted((a, b) => start(a) - start(b))
  return sorted.find(({leaf}) => offset < leaf.position.end.offset) ?? sorted.at(-1)
}

function ownId(text: string, node: Parents): string | undefined {
  if (isDefinition(node)) return noteId(text, node.identifier)
  if (node.type === 'heading') return headingId(text, node.data?.slug ?? '')
  const number = node.type === 'paragraph' ? node.data?.paragraph : undefined
  return number === undefined ? undefined : paragraphId(text, number)
}
