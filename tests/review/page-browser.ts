import {readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {createRequire} from 'node:module'
import type {AddressInfo} from 'node:net'
import puppeteer from 'puppeteer'
import type {Browser, Page} from 'puppeteer'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import {machine} from '../print/lay-out.ts'

/** A page of ours that is served, and what it did beside showing itself. */
export interface ServedPage {
  readonly page: Page
  readonly origin: string
  /** What the browser complains of: faults of scripts, and what the policy of the page refuses. */
  readonly complaints: readonly string[]
  /** Addresses that were asked for beside the page itself. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** Answers what the page asks its own server for; whether it did. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean

/** How a page is opened, and what answers beside it. */
export interface ServeOptions {
  /** What follows the name of the server. */
  readonly path?: string
  readonly answer?: Answer
}

/** Start the browser of the tests. */
export async function startBrowser(): Promise<Browser> {
  const {path, headless, environment} = await findBrowser(machine)
  const args = machine.isRoot ? ['--no-sandbox'] : []
  return puppeteer.launch({
    executablePath: path,
    headless,
    env: {...environment},
    args: [...args, '--disable-gpu'],
  })
}

/** Serve a document from this computer and open it. */
export async function servePage(
  browser: Browser,
  html: string,
  {path = '/', answer}: ServeOptions = {},
): Promise<ServedPage> {
  const server = createServer((request, response) => {
    if (answer?.(request, response)) return
    const isPage = request.url?.split('?')[0] === '/'
    response.writeHead(isPage ? 200 : 404, {'content-type': 'text/html; charset=utf-8'})
    response.end(isPage ? html : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('dialog', (dialog) => {
    complaints.push(`It says: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!request.isNavigationRequest() && !url.startsWith('data:')) requests.push(url)
  })
  await page.setViewport({width: 1360, height: 860})
  await page.goto(`${origin}${path}`)
  await page.waitForSelector('main')
  return {
    page,
    origin,
    complaints,
    requests,
    async close() {
      await context.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

const axe = createRequire(import.meta.url).resolve('@daisy/axe-core-for-ace/axe.min.js')

/** Check what is on a page with axe-core; a line a fault, by rule and element. */
export async function accessFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axe, 'utf8'))
  return page.evaluate(async () => {
    const {axe: checker} = window as unknown as {axe: Axe}
    const {violations} = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({html, any}) => `${id}: ${html} ${any[0]?.message ?? ''}`),
    )
  })
}

/** What we use of axe-core. */
interface Axe {
  run(
    what: Document,
    options: object,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly {
        readonly html: string
        readonly any: readonly {readonly message: string}[]
      }[]
    }[]
  }>
}

/** How many pixels a page is wider than its window; with a dialog, what is wider inside it. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('dialog[open]')]
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth))
  })
}

/** The words of an element, as they stand. */
export function wordsOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent)
}
