import {readPdf} from '../../build/audit/read-pdf.ts'
import type {PdfNode, PdfPage} from '../../build/audit/pdf-model.ts'
import {openInPdfium} from './pdfium.ts'
import type {Picture} from './png.ts'

/**
 * Render a page of a PDF that shows what its pages hold: the first of the body with a running
 * head, numbers in the margin, and at least two notes at its foot, with a quotation if there is such
 * a page. The text goes on after it, so that it is full.
 *
 * Throws: `RangeError` when there is no such page.
 */
export async function pictureOfPage(bytes: Uint8Array, width: number): Promise<Picture> {
  const file = await readPdf(bytes)
  const {pages} = file
  const telling = pages.filter((page, at) => isTelling(page) && hasHead(pages[at + 1]))
  const best = telling.find(({tree}) => tree && holds(tree, 'BlockQuote')) ?? telling[0]
  const index = best ? pages.indexOf(best) : -1
  await file.close()
  if (index < 0) throw new RangeError('No page has a running head and two notes.')
  return render(bytes, index, width)
}

function holds(node: PdfNode, role: string): boolean {
  if (node.kind !== 'element') return false
  return node.role === role || node.children.some((child) => holds(child, role))
}

function hasHead(page: PdfPage | undefined): boolean {
  return (page?.artifacts ?? []).some(({words, bottom}) => {
    return bottom > 0.9 * (page?.height ?? 0) && /\p{L}/u.test(words)
  })
}

function isTelling(page: PdfPage): boolean {
  const {label, height, artifacts, links} = page
  const notes = new Set(links.map(({target}) => target).filter((one) => one?.startsWith('fn-')))
  const inMargin = artifacts.filter(({words, bottom}) => {
    return bottom < 0.9 * height && bottom > 0.1 * height && /\d/.test(words)
  })
  // The front matter has roman numbers.
  return /^\d+$/.test(label) && notes.size >= 2 && hasHead(page) && inMargin.length > 0
}

/** A format of PDFium: four bytes a pixel, blue first. */
const bgra = 4

async function render(bytes: Uint8Array, index: number, width: number): Promise<Picture> {
  const {pdfium, document, memory} = await openInPdfium(bytes)
  const page = pdfium.FPDF_LoadPage(document, index)
  const proportion = pdfium.FPDF_GetPageHeightF(page) / pdfium.FPDF_GetPageWidthF(page)
  const height = Math.round(width * proportion)
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, bgra, 0, 0)
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
  const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
  const stride = pdfium.FPDFBitmap_GetStride(bitmap)
  const heap = memory()
  const pixels = new Uint8Array(3 * width * height)
  for (let at = 0; at < width * height; at++) {
    const from = start + Math.floor(at / width) * stride + 4 * (at % width)
    const [blue = 0, green = 0, red = 0] = heap.subarray(from, from + 3)
    pixels.set([red, green, blue], 3 * at)
  }
  return {width, height, pixels}
}
