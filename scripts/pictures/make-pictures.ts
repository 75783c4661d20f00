import {isError} from '../../build/finding.ts'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import type {LoadedEdition} from '../../build/store/load-edition.ts'
import {makeEdition} from '../make-edition.ts'
import {readOutputFlags} from '../output-options.ts'
import {pictureOfBook} from './picture-of-book.ts'
import {pictureOfReview} from './picture-of-review.ts'
import {pictureOfPage} from './picture-of-page.ts'
import {quantise} from './png.ts'
import type {Picture} from './png.ts'

/** The pictures of an edition, by the names of their files. */
export interface Pictures {
  readonly pictures: Readonly<Record<'page.png' | 'e-book.png' | 'review.png', Picture>>
  /** Whether the browser of the lock file made them; another one sets other pixels. */
  readonly isPinned: boolean
}

/** Colours and measures in pixels; the colours are among those that `quantise` keeps. */
const [width, margin, line] = [900, 18, 2]
const screen = {width: 1120, height: 730}
const [ground, border] = [0xee, 0xaa]

/**
 * Make the pictures of an edition: a page of its PDF, its EPUB in a reading system, and its review.
 *
 * The first two are sheets of one size on a light ground, so that they can stand side by side.
 *
 * Throws: `Error` when the edition cannot be built, and what its parts throw.
 */
export async function makePictures(edition: LoadedEdition): Promise<Pictures> {
  const options = readOutputFlags({})
  const {findings, outputs} = await makeEdition(edition, options)
  const bytesOf = (ending: string): Uint8Array => {
    const output = outputs.find(({name}) => name.endsWith(ending))
    if (!(output?.content instanceof Uint8Array)) {
      throw new Error(findings.filter(isError).map(String).join('\n') || `No ${ending} was made.`)
    }
    return output.content
  }
  const {machine, timeout} = options.pdf
  const browser = await findBrowser(machine)
  const inner = width - 2 * (margin + line)
  const page = await pictureOfPage(bytesOf('.pdf'), inner)
  // A screen has whole pixels, each two of the picture.
  const height = page.height - (page.height % 2)
  const epub = bytesOf('.epub')
  const book = await pictureOfBook(browser, {epub, machine, timeout, width: inner, height})
  const review = await pictureOfReview(browser, edition, {machine, timeout, ...screen})
  return {
    pictures: {
      'page.png': quantise(onGround(cut(page, height))),
      'e-book.png': quantise(onGround(book)),
      'review.png': quantise(review),
    },
    isPinned: browser.origin === 'packed',
  }
}

function cut({width, pixels}: Picture, height: number): Picture {
  return {width, height, pixels: pixels.subarray(0, 3 * width * height)}
}

/** Lay a sheet with a thin border on the ground. */
function onGround(sheet: Picture): Picture {
  const height = sheet.height + 2 * (margin + line)
  const pixels = new Uint8Array(3 * width * height).fill(ground)
  const right = width - margin
  for (let row = margin; row < height - margin; row++) {
    pixels.fill(border, 3 * (row * width + margin), 3 * (row * width + right))
  }
  for (let row = 0; row < sheet.height; row++) {
    const from = sheet.pixels.subarray(3 * row * sheet.width, 3 * (row + 1) * sheet.width)
    pixels.set(from, 3 * ((row + margin + line) * width + margin + line))
  }
  return {width, height, pixels}
}
