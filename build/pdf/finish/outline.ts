import {PDFDict, PDFHexString, PDFNumber} from 'pdf-lib'
import type {PDFDocument, PDFRef} from 'pdf-lib'
import type {PrintEntry} from '../html/print-html.ts'
import {name} from './pdf-objects.ts'

/**
 * Write the outline, from the entries of the contents.
 *
 * The first level stands open. Each entry leads to its heading, or at least to the heading's page.
 * Source: ISO 32000-1, 12.3.3.
 */
export function writeOutline(
  document: PDFDocument,
  entries: readonly PrintEntry[],
  pageOf: ReadonlyMap<string, number>,
): void {
  const {context, catalog} = document
  const pages = document.getPages().map((page) => page.ref)
  // The browser names the places to which the contents link.
  const named = catalog.lookupMaybe(name('Dests'), PDFDict)

  const write = (list: readonly PrintEntry[], parent: PDFRef): PDFRef[] => {
    const refs = list.map(() => context.nextRef())
    list.forEach((entry, index) => {
      const ref = refs[index] as PDFRef
      const page = pages[pageOf.get(entry.id) ?? 0]
      const place = named?.get(name(entry.id)) === undefined ? undefined : name(entry.id)
      const item = context.obj({
        Title: PDFHexString.fromText(entry.title),
        Parent: parent,
        Dest: place ?? (page ? [page, 'XYZ', null, null, null] : []),
      })
      const [before, after] = [refs[index - 1], refs[index + 1]]
      if (before) item.set(name('Prev'), before)
      if (after) item.set(name('Next'), after)
      link(item, write(entry.children, ref), -entry.children.length)
      context.assign(ref, item)
    })
    return refs
  }
  const link = (dict: PDFDict, kids: readonly PDFRef[], count: number): void => {
    const [first, last] = [kids[0], kids.at(-1)]
    if (!first || !last) return
    dict.set(name('First'), first)
    dict.set(name('Last'), last)
    dict.set(name('Count'), PDFNumber.of(count))
  }
  const root = context.nextRef()
  const outline = context.obj({Type: 'Outlines'})
  const kids = write(entries, root)
  link(outline, kids, kids.length)
  context.assign(root, outline)
  catalog.set(name('Outlines'), root)
  catalog.set(name('PageMode'), name('UseOutlines'))
}
