import {getDocument, VerbosityLevel} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page of a finished PDF: what it is called, and the how manieth sheet it is, from 1. */
export interface PdfPlace {
  readonly label: string
  readonly sheet: number
}

/** Finds the pages of a finished PDF on which words begin. */
export interface PdfPlaces {
  /** The pages, in their order; none when the words stand nowhere, several when they do so often. */
  find(words: string): PdfPlace[]
}

/** How many letters are compared, at most and at least. */
const [longest, shortest] = [240, 12]

/**
 * Read the words of a finished PDF, to find where some of them stand.
 *
 * Shape: bytes → finder. Letters alone are compared, for the calls of notes stand between words, and running
 * heads between pages; as many as it takes to tell places apart.
 * Throws: the reader's own errors, for what is no PDF.
 */
export async function openPdfPlaces(bytes: Uint8Array): Promise<PdfPlaces> {
  const task = getDocument({data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS})
  const file = await task.promise
  const labels = (await file.getPageLabels()) ?? []
  const pages: {place: PdfPlace; letters: string}[] = []
  for (let sheet = 1; sheet <= file.numPages; sheet++) {
    const {items} = await (await file.getPage(sheet)).getTextContent({disableNormalization: true})
    const words = items.map((item) => ('str' in item ? item.str : '')).join('')
    const label = labels[sheet - 1] ?? String(sheet)
    pages.push({place: {label, sheet}, letters: lettersOf(words)})
  }
  await task.destroy()
  return {find: (words) => findLetters(pages, lettersOf(words).slice(0, longest))}
}

function findLetters(
  pages: readonly {place: PdfPlace; letters: string}[],
  wanted: string,
): PdfPlace[] {
  // Words that run on to another page are found by their beginning.
  for (let length = wanted.length; length >= Math.min(shortest, wanted.length); length -= 4) {
    const sought = wanted.slice(0, length)
    if (sought === '') return []
    const found = pages.filter(({letters}) => letters.includes(sought))
    if (found.length > 0) return found.map(({place}) => place)
  }
  return []
}

/** The letters of words, without the calls of annotations. */
function lettersOf(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/E\d+/g, '')
    .replaceAll(/[^\p{L}]+/gu, '')
}
