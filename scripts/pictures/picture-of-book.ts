import type {PageOptions} from '../../build/pdf/browser/open-page.ts'
import type {Browser} from '../../build/pdf/browser/machine.ts'
import {withReader} from '../reader/open-reader.ts'
import type {Box, OpenReader} from '../reader/open-reader.ts'
import {decodePng} from './png.ts'
import type {Picture} from './png.ts'

/** What the picture of an e-book is made with. */
export interface BookPictureOptions {
  readonly epub: Uint8Array
  readonly machine: PageOptions['machine']
  readonly timeout: number
  /** The size of the picture, in pixels; two of them are one of the screen. */
  readonly width: number
  readonly height: number
}

/** A call of a note, and how many characters its note has. */
interface Call {
  readonly place: string
  readonly length: number
  /** Whether it shows one number alone. */
  readonly isPlain: boolean
}

/**
 * Picture an EPUB as a reader sees it in a reading system, with a note open.
 *
 * The note is the first of 80 to 260 characters whose call stands in the upper half of a screen
 * that is not the first of its chapter; where there is none, the first call that an open note
 * does not cover.
 *
 * Throws: `RangeError` when no note is called in the upper part of a screen.
 */
export async function pictureOfBook(
  browser: Browser,
  {epub, machine, timeout, width, height}: BookPictureOptions,
): Promise<Picture> {
  const screen = {width: width / 2, height: height / 2, scale: 2}
  return withReader(browser, {epub, machine, timeout, screen}, async (reader) => {
    const calls = await listCalls(reader)
    const fitting = calls.filter(({length}) => length >= 80 && length <= 260)
    // Two numbers, the edition's and the printed one, need words that a picture has not.
    const telling = [...fitting].sort((a, b) => Number(b.isPlain) - Number(a.isPlain))
    const box =
      (await findAbove(reader, telling, screen.height / 2, 2)) ??
      (await findAbove(reader, calls, (screen.height * 2) / 3, 1))
    if (!box) throw new RangeError('No note is called in the upper part of a screen.')
    await reader.tap(box)
    await reader.page.evaluate(async () => {
      await window.reader.note?.fonts.ready
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    })
    return decodePng(await reader.page.screenshot())
  })
}

async function listCalls({page, find}: OpenReader): Promise<Call[]> {
  const files = await page.evaluate(() => window.reader.view.book.sections.map(({id}) => id))
  const calls: Call[] = []
  for (const file of files) {
    await find(file)
    const here = await page.evaluate(() => {
      const doc = window.reader.view.renderer.getContents()[0]?.doc
      const links = [...(doc?.querySelectorAll('a[role=doc-noteref]') ?? [])]
      return links.map((link) => {
        const note = doc?.querySelector(link.getAttribute('href') ?? '')
        const isPlain = /^\d+$/.test(link.textContent)
        return {id: link.id, length: note?.textContent.length ?? 0, isPlain}
      })
    })
    calls.push(...here.map(({id, ...facts}) => ({place: `${file}#${id}`, ...facts})))
  }
  return calls
}

/** Go to the first call that stands above a height of its screen, the nth or a later one. */
async function findAbove(
  {page, find}: OpenReader,
  calls: readonly Call[],
  height: number,
  first: number,
): Promise<Box | null> {
  for (const {place} of calls) {
    const box = await find(place)
    const number = await page.evaluate(() => window.reader.view.renderer.page)
    if (box && number >= first && box.y < height) return box
  }
  return null
}
