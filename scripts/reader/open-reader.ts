import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join, normalize} from 'node:path'
import type {Page} from 'puppeteer'
import type {Browser} from '../../build/pdf/browser/machine.ts'
import {withPage} from '../../build/pdf/browser/open-page.ts'
import type {PageOptions, Served} from '../../build/pdf/browser/open-page.ts'
import {faceFile, faceRules} from '../../build/pdf/faces.ts'

/** What a reading system is opened with. */
export interface ReaderOptions {
  /** The bytes of the EPUB. */
  readonly epub: Uint8Array
  /** Whether the commands run with all rights; see `withPage`. */
  readonly machine: PageOptions['machine']
  /** How long any one step may take, in milliseconds. */
  readonly timeout: number
  /** The screen, in pixels of CSS, and how many real ones each of them is. */
  readonly screen: {readonly width: number; readonly height: number; readonly scale: number}
}

/** Where something stands on the screen, in pixels of CSS. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a tap came to; a note stays open, and its document is `reader.note`. */
export type Outcome =
  | {readonly kind: 'note'; readonly type: string | null}
  | {readonly kind: 'place' | 'outside'; readonly href: string}
  | {readonly kind: 'nothing'}

/** A book that is open in a reading system. */
export interface OpenReader {
  readonly page: Page
  /** Errors and warnings of the reading system and of the book, so far. */
  readonly complaints: readonly string[]
  /** Addresses outside that were asked for, so far; none was reached. */
  readonly requests: readonly string[]
  /**
   * Go to a place, such as `OEBPS/text.xhtml#note`. Where its element then stands, or the first in
   * it that a selector finds; `null` when there is none.
   */
  find(href: string, inside?: string): Promise<Box | null>
  /** The same for an element of the open chapter, without going there. */
  where(id: string): Promise<Box | null>
  /** Tap the middle of a box with a finger. */
  tap(box: Box): Promise<Outcome>
}

/** How a reader has set the reading system: the book itself fixes no face, size or colour. */
const settings = `
html { font: 17px/1.5 Edition, 'Edition Han', serif; color: #1c1c1c; }
a:any-link { color: #1d4f91; }
p, li, blockquote { line-height: 1.5; hanging-punctuation: allow-end last; }`

/** What browsers always say of the frames of this reading system. */
const own = /^An iframe which has both allow-scripts and allow-same-origin/

/**
 * Open an EPUB in foliate-js, the reading system of the app Foliate, let a function use it, and
 * close it again.
 *
 * Everything comes from memory: the page, the code of the reading system, the faces, the book.
 *
 * Throws: `ToolError` as `withPage` does, also when the book cannot be opened.
 */
export async function withReader<T>(
  browser: Browser,
  {epub, machine, timeout, screen}: ReaderOptions,
  work: (reader: OpenReader) => Promise<T>,
): Promise<T> {
  const serve = (path: string): Served | null =>
    path === '/book.epub' ? {type: 'application/epub+zip', body: epub} : fileOf(path)
  return withPage(browser, {machine, timeout, serve}, async ({page}) => {
    const complaints: string[] = []
    const requests: string[] = []
    const {origin} = new URL(page.url())
    page.on('console', (message) => {
      const text = message.text()
      if (['error', 'warn'].includes(message.type()) && !own.test(text)) complaints.push(text)
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => {
      const {origin: asked} = new URL(request.url())
      if (asked !== origin) requests.push(request.url())
    })
    await page.setJavaScriptEnabled(true)
    await page.emulateMediaType('screen')
    const {width, height, scale} = screen
    await page.setViewport({width, height, deviceScaleFactor: scale, hasTouch: true})
    await page.goto(`${origin}/reader.html`)
    const faces = faceRules().replaceAll('url(/', `url(${origin}/`)
    await page.evaluate((...all) => window.reader.open('/book.epub', ...all), settings, faces)
    return work({
      page,
      complaints,
      requests,
      find: (href, inside) => page.evaluate((...all) => window.reader.find(...all), href, inside),
      where: (id) => page.evaluate((one) => window.reader.where(one), id),
      tap: async ({x, y, width: wide, height: high}) => {
        await page.evaluate(() => window.reader.next())
        await page.touchscreen.tap(x + wide / 2, y + high / 2)
        return page.evaluate(() => window.reader.outcome)
      },
    })
  })
}

/** A file of the reading system. */
function fileOf(path: string): Served | null {
  if (path === '/') return {type: 'text/html; charset=utf-8', body: ''}
  if (path === '/reader.html') {
    const body = readFileSync(new URL('reader.html', import.meta.url))
    return {type: 'text/html; charset=utf-8', body}
  }
  const face = faceFile(path)
  if (face) return {type: 'font/ttf', body: face}
  const [, name] = /^\/foliate-js\/([\w./-]+\.js)$/.exec(path) ?? []
  if (name === undefined || normalize(name) !== name || name.startsWith('.')) return null
  const home = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'))
  const code = readFileSync(join(home, name), 'utf8')
  return {type: 'text/javascript', body: name === 'paginator.js' ? withoutRace(code) : code}
}

/**
 * Mend a race of the reading system: it lays a document out anew when its box changes, and fails where that
 * is while the document has no body yet. It does so itself once that is read.
 *
 * Throws: `Error` when the place is not there, for then there is another version.
 */
function withoutRace(code: string): string {
  const before = 'render() {\n        if (!this.#view) return\n'
  const after = before.replace('!this.#view)', '!this.#view?.document?.body)')
  if (code.split(before).length !== 2) throw new Error('paginator.js has changed; look again.')
  return code.replace(before, after)
}

/** An entry of a table of contents or of a list of pages. */
export interface ReaderEntry {
  readonly label: string
  readonly href: string | null
  readonly subitems: readonly ReaderEntry[] | null
}

/** What our page of the reading system offers to functions that run in it. */
interface ReaderWindow {
  readonly view: {
    readonly book: {
      readonly metadata: {readonly title: string | Readonly<Record<string, string>>}
      readonly toc: readonly ReaderEntry[] | null
      readonly pageList: readonly ReaderEntry[] | null
      readonly sections: readonly {readonly id: string}[]
    }
    readonly renderer: {
      /** Number of the screen that is shown, from 1 in each chapter. */
      readonly page: number
      getContents(): readonly {readonly doc: Document; readonly index: number}[]
    }
    goTo(target: string | number): Promise<unknown>
  }
  /** The document of the note that is shown. */
  readonly note: Document | null
  readonly outcome: Promise<Outcome>
  open(address: string, css: string, faces: string): Promise<void>
  find(href: string, inside?: string): Promise<Box | null>
  where(id: string): Box | null
  next(): void
}

declare global {
  interface Window {
    readonly reader: ReaderWindow
  }
}
