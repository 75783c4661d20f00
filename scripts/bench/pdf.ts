import {readPdf} from '../../build/audit/read-pdf.ts'
import {makeBook} from '../../build/html/book.ts'
import {labelsFor} from '../../build/html/labels.ts'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import {withPage} from '../../build/pdf/browser/open-page.ts'
import {composeBook, pageOptions, printBook} from '../../build/pdf/lay-out-book.ts'
import {finishPdf} from '../../build/pdf/finish/finish-pdf.ts'
import {editText} from '../../build/pipeline.ts'
import {readOutputFlags} from '../output-options.ts'
import {plainEdition, plainText} from './plain-edition.ts'
import {prose} from './prose.ts'

/*
 * How long the PDF takes, as a ratio to the least that a browser needs: `page.pdf()` of the same
 * HTML, with the notes at the end, in the same run; the medians of five rounds that alternate.
 * `npm run bench:pdf`, with numbers of pages if others than 17, 85 and 252 are wanted.
 */

const paragraphsPerPage = 4.4

/** A text of about so many pages, with about five notes a page and a heading every ten. */
function makeText(pages: number) {
  const parts: string[] = []
  const notes: string[] = []
  for (let index = 1; index <= pages * paragraphsPerPage; index++) {
    if (index % Math.round(10 * paragraphsPerPage) === 1) parts.push(`## Section ${index}`)
    parts.push(`${prose(82, `p${index}.`)}[^${index}]`)
    notes.push(`[^${index}]: ${prose(24, `n${index}.`)}`)
  }
  const value = [...parts, ...notes].join('\n\n')
  return editText(plainText(value), {numbering: 'per-text', notesBefore: 0})
}

const {pdf} = readOutputFlags({timeout: '600'})
const browser = await findBrowser(pdf.machine)
const labels = labelsFor('en')
console.log('pages  floor s  ours s  ratio  composing s  finishing s  reading back s')
const asked = process.argv.slice(2).map(Number).filter(Boolean)
for (const pages of asked.length > 0 ? asked : [17, 85, 252]) {
  const {identifier, modified} = plainEdition
  const book = makeBook(plainEdition, [makeText(pages)], {identifier, modified})
  const print = printBook(book, labels, 'a4')
  const options = pageOptions(print, book, {...pdf, paper: 'a4'})
  const settings = {tagged: true, outline: false, preferCSSPageSize: true, timeout: pdf.timeout}
  const rounds: Round[] = []
  // The first round is not counted: it pays for files that are not in memory yet.
  for (let round = 0; round <= 5; round++) {
    const start = performance.now()
    await withPage(browser, options, ({page}) => page.pdf(settings))
    const floor = performance.now() - start
    const begin = performance.now()
    let composing = 0
    const {raw, composition} = await withPage(browser, options, async ({page}) => {
      const before = performance.now()
      const composed = await composeBook(page, print, book, 'a4')
      composing = performance.now() - before
      return {raw: await page.pdf(settings), composition: composed}
    })
    const laidOut = performance.now()
    const bytes = await finishPdf(raw, {book, labels, print, composition})
    const finished = performance.now()
    const file = await readPdf(bytes)
    const reading = performance.now() - finished
    await file.close()
    const finishing = finished - laidOut
    const ours = finished - begin
    const sheets = file.pages.length
    if (round > 0)
      rounds.push({sheets, floor, ours, ratio: ours / floor, composing, finishing, reading})
  }
  const middle = (key: keyof Round): number =>
    rounds.map((round) => round[key]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0
  const seconds = (key: keyof Round): string => (middle(key) / 1000).toFixed(2)
  const times = [seconds('floor'), seconds('ours'), middle('ratio').toFixed(2)]
  const rest = [seconds('composing'), seconds('finishing'), seconds('reading')]
  console.log([middle('sheets'), ...times, ...rest].join('\t'))
}

/** One round of a size: times in milliseconds. */
interface Round {
  readonly sheets: number
  readonly floor: number
  readonly ours: number
  readonly ratio: number
  readonly composing: number
  readonly finishing: number
  readonly reading: number
}
