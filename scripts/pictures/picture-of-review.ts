import type {PageOptions} from '../../build/pdf/browser/open-page.ts'
import {withPage} from '../../build/pdf/browser/open-page.ts'
import type {Browser} from '../../build/pdf/browser/machine.ts'
import {makePageData} from '../../build/review/make-page-data.ts'
import {editTexts} from '../../build/outputs.ts'
import type {LoadedEdition} from '../../build/store/load-edition.ts'
import {bundlePage} from '../review/bundle-page.ts'
import {pageHtml} from '../review/page-html.ts'
import {pageStyles} from '../review/page-styles.ts'
import {decodePng} from './png.ts'
import type {Picture} from './png.ts'

/** What the picture of a review is made with. */
export interface ReviewPictureOptions {
  readonly machine: PageOptions['machine']
  readonly timeout: number
  /** The size of the picture, in pixels. */
  readonly width: number
  readonly height: number
}

/**
 * Picture the review page of an edition as it opens, at the first record that repairs a word.
 *
 * Throws: `RangeError` when there is no such record.
 */
export async function pictureOfReview(
  browser: Browser,
  {id, config, texts}: LoadedEdition,
  {machine, timeout, width, height}: ReviewPictureOptions,
): Promise<Picture> {
  if (!config) throw new RangeError('The edition cannot be read.')
  const edited = editTexts(texts, config.numbering)
  const options = {mode: 'static', who: null, sample: null, images: {}} as const
  const data = makePageData(id, config, edited, options)
  const [shown] = data.texts.flatMap((text) =>
    text.items.flatMap((item) => (item.kind === 'ocr/ligature' ? [`${text.id}/${item.id}`] : [])),
  )
  if (shown === undefined) throw new RangeError('There is no record that repairs a ligature.')
  const html = pageHtml({script: await bundlePage(), css: await pageStyles(), data})
  const serve = (path: string) =>
    path === '/review.html'
      ? {type: 'text/html; charset=utf-8', body: html}
      : path === '/'
        ? {type: 'text/html; charset=utf-8', body: ''}
        : null
  return withPage(browser, {machine, timeout, serve}, async ({page}) => {
    const {origin} = new URL(page.url())
    await page.setJavaScriptEnabled(true)
    await page.emulateMediaType('screen')
    await page.setViewport({width, height})
    await page.goto(`${origin}/review.html#item=${encodeURIComponent(shown)}`)
    await page.waitForSelector('#card')
    await page.evaluate(async () => {
      await document.fonts.ready
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    })
    return decodePng(await page.screenshot())
  })
}
