import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {init} from '@embedpdf/pdfium'
import {PDF} from '@libpdf/core'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

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
    const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
    const pdfium = await init({wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer})
    pdfium.PDFiumExt_Init()
    const {UTF16ToString} = pdfium.pdfium
    // The types of the package leave out what the compiler of its module adds.
    const {HEAPU8, wasmExports: memory} = pdfium.pdfium as unknown as {
      HEAPU8: Uint8Array
      wasmExports: {malloc(size: number): number}
    }
    const data = memory.malloc(bytes.length)
    HEAPU8.set(bytes, data)
    const document = pdfium.FPDF_LoadMemDocument(data, bytes.length, '')
    const pages: string[] = []
    for (let index = 0; index < pdfium.FPDF_GetPageCount(document); index++) {
      const text = pdfium.FPDFText_LoadPage(pdfium.FPDF_LoadPage(document, index))
      const count = pdfium.FPDFText_CountChars(text)
      const words = memory.malloc(2 * (count + 1))
      pdfium.FPDFText_GetText(text, 0, count, words)
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
