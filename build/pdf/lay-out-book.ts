import {readFileSync} from 'node:fs'
import type {Page} from 'puppeteer'
import type {EditionBook} from '../html/documents.ts'
import {pictureFile} from '../html/picture.ts'
import type {Labels} from '../html/labels.ts'
import type {Paper} from '../model/config.ts'
import type {Machine} from './browser/machine.ts'
import type {PageOptions} from './browser/open-page.ts'
import {compose} from './compose/compose.ts'
import type {Composition} from './compose/compose.ts'
import {faceFile, faceRules} from './faces.ts'
import {printHtml} from './html/print-html.ts'
import type {PrintDocument} from './html/print-html.ts'
import {heightOf, paperRules} from './paper.ts'

/** What a PDF is made with. */
export interface PdfOptions {
  readonly paper: Paper
  readonly machine: Machine
  /** How long any one step of the browser may take, in milliseconds. */
  readonly timeout: number
}

/** Put a book into HTML, with everything that says how its pages look. */
export function printBook(book: EditionBook, labels: Labels, paper: Paper): PrintDocument {
  const read = (file: string): string =>
    readFileSync(new URL(`../../styles/${file}`, import.meta.url), 'utf8')
  const css = [paperRules(paper), faceRules(), read('tokens.css'), read('print.css')].join('\n')
  return printHtml(book, labels, css)
}

/** Say how the page of a book is opened: from memory, with its pictures and the faces of the edition. */
export function pageOptions(
  {html}: PrintDocument,
  {pictures}: EditionBook,
  {machine, timeout}: PdfOptions,
): PageOptions {
  const files = new Map([...pictures].map(([name, {svg}]) => [`/${pictureFile(name)}`, svg]))
  return {
    machine,
    timeout,
    serve: (path) => {
      if (path === '/') return {type: 'text/html; charset=utf-8', body: html}
      const picture = files.get(path)
      if (picture !== undefined) return {type: 'image/svg+xml', body: picture}
      const body = faceFile(path)
      return body && {type: path.endsWith('.ttf') ? 'font/ttf' : 'font/woff2', body}
    },
  }
}

/** Break a book that stands open in a page into its pages. */
export function composeBook(
  page: Page,
  {entries, flows: ids}: PrintDocument,
  {title}: EditionBook,
  paper: Paper,
): Promise<Composition> {
  const flows = ids.map((id, index) => {
    return {id, numbering: index === 0 ? ('roman' as const) : ('arabic' as const)}
  })
  return compose(page, {flows, entries, title, pageHeight: heightOf(paper)})
}
