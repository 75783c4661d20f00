import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRef} from 'pdf-lib'
import type {PDFContext, PDFDocument, PDFObject} from 'pdf-lib'
import {kidsOf, name} from './pdf-objects.ts'

/**
 * Take out the elements that say nothing: a browser wraps each run of a line in one.
 *
 * Shape: what such an element holds goes to its parent, in its place; the way back from marked
 * content to its element is set anew. A third of the objects of a file are gone, and a screen
 * reader finds words where it looks for them, in the paragraph.
 * Source: ISO 32000-1, 14.7.2 (structure elements) and 14.7.4.4 (the parent tree).
 */
export function flattenStructure({context, catalog}: PDFDocument): void {
  const moved = new Map<PDFObject, PDFRef>()
  for (const [ref, element] of context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || !isElement(element)) continue
    const flat: PDFObject[] = []
    for (const kid of kidsOf(element)) {
      const leaf = kid instanceof PDFRef ? context.lookup(kid) : null
      const content = leaf instanceof PDFDict && saysNothing(leaf) ? contentOf(context, leaf) : null
      const page = leaf instanceof PDFDict ? leaf.get(name('Pg')) : undefined
      if (!content || !page) {
        flat.push(kid)
        continue
      }
      if (!element.get(name('Pg'))) element.set(name('Pg'), page)
      const isHere = element.get(name('Pg')) === page
      for (const id of content) {
        flat.push(isHere ? id : context.obj({Type: 'MCR', Pg: page, MCID: id}))
      }
      moved.set(kid, ref)
    }
    if (flat.length > 0) element.set(name('K'), context.obj(flat))
  }
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict)
  leadBack(context, root.lookup(name('ParentTree'), PDFDict), moved)
  for (const ref of moved.keys()) context.delete(ref as PDFRef)
}

function isElement(dict: PDFDict): boolean {
  return dict.get(name('S')) instanceof PDFName && dict.get(name('P')) !== undefined
}

/** Whether an element has no meaning, no language, no class and no words of its own. */
function saysNothing(dict: PDFDict): boolean {
  const isPlain = dict.get(name('S')) === name('NonStruct')
  return (
    isPlain && ['Lang', 'C', 'ID', 'Alt', 'ActualText', 'A'].every((key) => !dict.get(name(key)))
  )
}

/** The identifiers of the marked content of a leaf; `null` when it holds anything else. */
function contentOf(context: PDFContext, leaf: PDFDict): PDFNumber[] | null {
  const list = kidsOf(leaf).map((kid) => context.lookup(kid))
  return list.every((kid) => kid instanceof PDFNumber) ? list : null
}

/** Let the entries of the parent tree lead to the parents of what is gone. */
function leadBack(context: PDFContext, node: PDFDict, moved: ReadonlyMap<PDFObject, PDFRef>): void {
  const below = node.lookup(name('Kids'))
  for (const kid of below instanceof PDFArray ? below.asArray() : []) {
    const child = context.lookup(kid)
    if (child instanceof PDFDict) leadBack(context, child, moved)
  }
  const numbers = node.lookup(name('Nums'))
  for (const entry of numbers instanceof PDFArray ? numbers.asArray() : []) {
    const list = context.lookup(entry)
    if (!(list instanceof PDFArray)) continue
    list.asArray().forEach((ref, index) => {
      let parent = moved.get(ref)
      // The parent may have said nothing either.
      for (let next = parent; next; next = moved.get(next)) parent = next
      if (parent) list.set(index, parent)
    })
  }
}
