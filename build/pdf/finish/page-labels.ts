import {name} from './pdf-objects.ts'
import type {PDFDocument} from 'pdf-lib'

/**
 * Label the pages as their folios do, so that "page 7" of a viewer is page 7 of the book.
 *
 * Shape: document and the labels in the order of the pages, roman then arabic.
 * Source: ISO 32000-1, 12.4.2.
 */
export function writePageLabels(document: PDFDocument, labels: readonly string[]): void {
  const ranges: unknown[] = []
  let before: string | null = null
  labels.forEach((label, index) => {
    const style = /^\d+$/.test(label) ? 'D' : 'r'
    if (style !== before) {
      const start = style === 'D' ? Number(label) : 1
      ranges.push(index, {S: name(style), St: start})
    }
    before = style
  })
  const {context, catalog} = document
  catalog.set(name('PageLabels'), context.obj({Nums: context.obj(ranges as never[])}))
}
