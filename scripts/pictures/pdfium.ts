import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {init} from '@embedpdf/pdfium'
import type {WrappedPdfiumModule} from '@embedpdf/pdfium'

/** What the compiler of the module adds, and its types leave out. */
interface Memory {
  readonly HEAPU8: Uint8Array
  readonly wasmExports: {malloc(size: number): number}
}

/** A PDF that is open in PDFium, the reader of Chrome. */
export interface OpenPdf {
  readonly pdfium: WrappedPdfiumModule
  /** Handle of the document. */
  readonly document: number
  readonly pages: number
  /** Memory of PDFium; asked for anew each time, since it moves when it grows. */
  memory(): Uint8Array
  malloc(size: number): number
}

/** Open a PDF in PDFium; it is let go with the module. */
export async function openInPdfium(bytes: Uint8Array): Promise<OpenPdf> {
  const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  const pdfium = await init({wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer})
  pdfium.PDFiumExt_Init()
  const own = pdfium.pdfium as unknown as Memory
  const memory = (): Uint8Array => own.HEAPU8
  const malloc = (size: number): number => own.wasmExports.malloc(size)
  const data = malloc(bytes.length)
  memory().set(bytes, data)
  const document = pdfium.FPDF_LoadMemDocument(data, bytes.length, '')
  return {pdfium, document, pages: pdfium.FPDF_GetPageCount(document), memory, malloc}
}
