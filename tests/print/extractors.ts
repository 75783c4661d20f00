import {PDF} from '@libpdf/core'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {openInPdfium} from '../../scripts/pictures/pdfium.ts'

/** What programs people use read out of a PDF: Firefox's, Chrome's, and a third one. */
export const extractors: Readonly<Record<string, (bytes: Uint8Array) => Promise<string>>> = {
  'PDF.js': async (bytes) => {
    const task = getDocument({data: Uint8Array.from(bytes), verbosity: 0})
    const file = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const {items} = await (
        await file.getPage(number)
      ).getTextContent({disableNormalization: true})
      const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      pages.push(words.join(''))
    }
    await task.destroy()
    return pages.join('\n')
  },
  PDFium: async (bytes) => {
    const {pdfium, document, pages: count, malloc} = await openInPdfium(bytes)
    const {UTF16ToString} = pdfium.pdfium
    const pages: string[] = []
    for (let index = 0; index < count; index++) {
      const text = pdfium.FPDFText_LoadPage(pdfium.FPDF_LoadPage(document, index))
      const characters = pdfium.FPDFText_CountChars(text)
      const words = malloc(2 * (characters + 1))
      pdfium.FPDFText_GetText(text, 0, characters, words)
      pages.push(UTF16ToString(words))
    }
    return pages.join('\n')
  },
  LibPDF: async (bytes) => {
    const file = await PDF.load(bytes)
    return file
      .getPages()
      .map((page) => page.extractText().text)
      .join('\n')
  },
}
