import {pageStyles} from '../../scripts/review/page-styles.ts'
import type {Browser, KeyInput, Page} from 'puppeteer'
import {afterAll, afterEach, beforeAll} from 'vitest'
import type {PageData} from '../../build/review/page-data.ts'
import {bundlePage} from '../../scripts/review/bundle-page.ts'
import {pageHtml} from '../../scripts/review/page-html.ts'
import {servePage, startBrowser, wordsOf} from './page-browser.ts'
import type {ServedPage, ServeOptions} from './page-browser.ts'

/** Opens the review page with its data; what was opened is closed after each test. */
export type ShowPage = (data: PageData | null, options?: ServeOptions) => Promise<ServedPage>

/** Start a browser for the tests of a file, and end it after them. */
export function withReviewPages(): {readonly show: ShowPage; browser(): Browser} {
  const open: ServedPage[] = []
  let browser: Browser
  let script = ''
  let css = ''
  beforeAll(async () => {
    browser = await startBrowser()
    script = await bundlePage()
    css = await pageStyles()
  })
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close()
  })
  afterAll(() => browser.close())
  return {
    browser: () => browser,
    async show(data, options) {
      const served = await servePage(browser, pageHtml({script, css, data}), options)
      open.push(served)
      return served
    },
  }
}

/** Press keys, one after the other. */
export async function press(page: Page, ...keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Wait until no dialog is open. */
export async function gone(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('dialog') === null)
}

/** The place of the open item. */
export function place(page: Page): Promise<string> {
  return wordsOf(page, '#card-title')
}

/** How the open item stands, in words. */
export function standing(page: Page): Promise<string> {
  return wordsOf(page, '.standing')
}

/** Where the focus is. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() =>
    `${document.activeElement?.tagName} ${document.activeElement?.id ?? ''}`.trim(),
  )
}
