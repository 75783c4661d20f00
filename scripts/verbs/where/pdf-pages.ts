import {pdfWords} from '../../../build/audit/pdf-words.ts'
import type {PdfFile} from '../../../build/audit/pdf-model.ts'
import {referenceId} from '../../../build/html/ids.ts'
import {lettersOf} from './letters.ts'
import type {LetterPlace} from './edition-letters.ts'

/** A page of a finished PDF: what it is called, and the how manieth sheet it is, from 1. */
export interface PdfPlace {
  readonly label: string
  readonly sheet: number
}

/** The pages on which a place may stand, one or two; none when the file does not tell. */
export type FindPages = (place: LetterPlace) => PdfPlace[]

/** The letters of the body or of a note as the PDF shows them. */
interface Shown {
  readonly letters: string
  /** How many of them stand on the first pages of the text: on one, on two, and so on. */
  readonly counts: readonly number[]
}

/**
 * Find pages by counting the letters that a finished PDF shows.
 *
 * Shape: file and text → finder. The words are those of its structure, without heads, folios and what the
 * edition added: they are the letters of the edition, one for one, so that each has its page. Where the letters
 * up to a place are others than those of the edition nothing is told.
 */
export async function readPages(file: PdfFile, text: string): Promise<FindPages> {
  const first = await file.pageOf(text)
  if (first < 0) return () => []
  const following = file.outline.map(({page}) => page).filter((page) => page > first)
  const pages = file.pages.slice(first, Math.min(...following, file.pages.length))
  // Read again with each page, for a note that goes on is one only beside its beginning.
  const read = pages.map((_, index) => pdfWords(pages.slice(0, index + 1), first))
  const shown = new Map<string | undefined, Shown>()
  const add = (call: string | undefined, words: readonly (readonly string[])[]): void => {
    const letters = words.map((own) => lettersOf(own.join('')))
    shown.set(call, {letters: letters.at(-1) ?? '', counts: letters.map(({length}) => length)})
  }
  add(
    undefined,
    read.map(({body}) => body),
  )
  for (const {call} of read.at(-1)?.notes ?? []) {
    const words = read.map(({notes}) => notes.find((one) => one.call === call)?.words ?? [])
    add(call, words)
  }
  return ({note, letters, between}) => {
    const call = note === undefined ? undefined : referenceId(text, note, 1)
    const own = shown.get(call)
    const indexes = own ? pagesOf(own, letters, between) : []
    return [...new Set(indexes)].map((index) => {
      const sheet = first + index + 1
      return {label: pages[index]?.label || String(sheet), sheet}
    })
  }
}

/** The pages of letters, from 0 in the text. */
function pagesOf(
  {letters, counts}: Shown,
  wanted: string,
  [first, last]: LetterPlace['between'],
): number[] {
  const most = wanted.length - 1
  const [low, high] = [first, last].map((at) => Math.min(Math.max(0, at), most)) as [number, number]
  if (most < 0 || !letters.startsWith(wanted.slice(0, high + 1))) return []
  return [low, high].map((at) => counts.findIndex((count) => count > at))
}
