import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {inventedSources, inventPage} from '../review/invent-page.ts'
import {wordsOf} from '../review/page-browser.ts'
import {focused, gone, place, press, standing, withReviewPages} from '../review/review-pages.ts'

const {show, browser} = withReviewPages()

describe('a page that stands alone', () => {
  test('is worked through by keys alone', async () => {
    const {page, complaints, requests} = await show(inventPage())
    expect(await place(page)).toBe('letters:1:1')
    await press(page, 'j', 'j', 'k')
    expect(await place(page)).toBe('letters:3:1')
    // On a Russian keyboard the keys are where they are, and what is held with Control is the browser's.
    await page.evaluate(() => {
      const say = (key: string, code: string, ctrlKey = false): unknown =>
        document.dispatchEvent(new KeyboardEvent('keydown', {key, code, ctrlKey}))
      say('о', 'KeyJ')
      say('л', 'KeyK')
      say('j', 'KeyJ', true)
    })
    expect(await place(page)).toBe('letters:3:1')
    await press(page, 'a')
    expect(await wordsOf(page, '.messages')).toContain('Accepted: letters:3:1')
    expect(await place(page)).toBe('letters:3:89')
    await press(page, 'x', 'k')
    // What was just judged by an editor who did not make it.
    expect(await place(page)).toBe('letters:4:54')
    await press(page, 'k')
    expect(await standing(page)).toBe('Rejected by you: the source stands.')
    await press(page, 'u')
    expect(await standing(page)).toBe('Open: nobody has judged it.')

    await press(page, 'q')
    await page.waitForSelector('dialog')
    await press(page, 'Enter')
    await page.keyboard.type('a key that is written is no command')
    await page.keyboard.down('Control')
    await press(page, 'Enter')
    await page.keyboard.up('Control')
    await gone(page)
    await press(page, 'k')
    await press(page, 'm')
    expect(await focused(page)).toBe('TEXTAREA own-words')
    await page.keyboard.type('ajxu')
    await press(page, 'Escape')
    expect(await focused(page)).toBe('BODY')

    await press(page, '/')
    expect(await focused(page)).toBe('INPUT filter-words')
    await page.keyboard.type('typist')
    await press(page, 'Escape')
    expect(await wordsOf(page, '.count')).toBe('1 item')
    expect(await place(page)).toBe('letters:4:67')
    await press(page, 's')
    await page.waitForSelector('dialog')
    await press(page, 'ArrowDown', 'Tab')
    await page.keyboard.type('The print has it.')
    await press(page, 'Tab', 'Enter')
    await gone(page)
    expect(await standing(page)).toBe('Rejected: you settled it. The source stands.')
    await press(page, 't')
    expect(await standing(page)).toMatch(/^Contested/)
    await press(page, 'e')
    expect(await wordsOf(page, '[role=alert].fault')).toContain('stands alone')
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
  })

  test('lists all places of a form before they are judged', async () => {
    const {page} = await show(inventPage())
    await press(page, 'j', 'j', 'A')
    await page.waitForSelector('dialog')
    const boxes = await page.$$eval('dialog input[type=checkbox]', (all) => all.length)
    expect(await wordsOf(page, 'dialog h2')).toBe(`${boxes} places of this form`)
    await press(page, 'Enter')
    await gone(page)
    expect(await wordsOf(page, '.messages')).toMatch(
      /^Accepted: \d+ of the form form\.ligature\.ocials\.$/,
    )
    const left = await wordsOf(page, '.progress summary')
    await press(page, 'u')
    expect(await wordsOf(page, '.progress summary')).not.toBe(left)
    expect(await place(page)).toBe('letters:3:89')
  })

  test('asks for a name once, and finds again what was said', async () => {
    const {page} = await show(inventPage({who: null}))
    await press(page, 'a')
    await page.waitForSelector('dialog')
    await page.keyboard.type('Weber')
    await press(page, 'Enter')
    expect(await wordsOf(page, 'dialog .fault')).toMatch(/^Begin with a small letter/)
    await page.evaluate(
      () => ((document.querySelector<HTMLInputElement>('#ask-who') ?? {value: ''}).value = ''),
    )
    await page.keyboard.type('weber')
    await press(page, 'Enter')
    await gone(page)
    await press(page, 'a')
    await page.reload()
    await page.waitForSelector('main')
    expect(await wordsOf(page, '.tools button')).toBe('Reviewer: weber')
    await press(page, 'k', 'k', 'k')
    expect(await standing(page)).toBe('Accepted by you.')
  })

  test('shows words that mean harm as words', async () => {
    const {page, complaints, requests} = await show(inventPage())
    for (let step = 0; step < 24; step++) await press(page, 'j')
    const seen: string[] = []
    for (let step = 0; step < 8; step++) {
      seen.push(await wordsOf(page, 'article'))
      await press(page, 'A')
      await page.waitForSelector('dialog')
      await press(page, 'Escape', 'k')
    }
    expect(seen.join('\n')).toContain('<img src=x onerror="window.harmed=1">')
    expect(seen.join('\n')).toContain('<script>window.harmed=2</script>')
    expect(seen.join('\n')).toContain('U+202E')
    expect(await page.$$eval('img, b, script:not([type])', (all) => all.length)).toBe(0)
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
  })

  test('keeps its filters in its address, and goes back', async () => {
    const {page, origin} = await show(inventPage())
    await page.select('#filter-state', 'contested')
    await page.select('#filter-text', 'letters')
    expect(page.url()).toContain('#text=letters&state=contested&item=letters/')
    expect(await place(page)).toBe('letters:4:67')
    const address = page.url()
    await page.goBack()
    expect(await page.$eval('#filter-text', (select) => (select as HTMLSelectElement).value)).toBe(
      '',
    )
    await page.goBack()
    expect(await page.$eval('#filter-state', (select) => (select as HTMLSelectElement).value)).toBe(
      '',
    )
    await page.goto(`${origin}/?again${address.slice(address.indexOf('#'))}`)
    await page.waitForSelector('main')
    expect(await wordsOf(page, '.count')).toBe('1 item')
  })

  test('leads along its strip to what stands there', async () => {
    const {page} = await show(inventPage())
    await page.focus('[role=slider]')
    await press(page, 'End')
    expect(await place(page)).toBe('letters:1:1')
    const said = await page.$eval('[role=slider]', (one) => one.getAttribute('aria-valuetext'))
    expect(said).toMatch(/^Reports from the Reading Room, reports:\d+:\d+: 1 /)
    await press(page, 'Enter')
    expect(await place(page)).toBe(/reports:\d+:\d+/.exec(said ?? '')?.[0])
    await press(page, 'Home', 'ArrowRight', 'Enter')
    expect(await place(page)).toBe('letters:3:89')
    await page.click('.strip .cell:has([data-stand=contested])')
    expect(await place(page)).toBe('letters:4:67')
  })

  test('is quick with many items', async () => {
    const {page} = await show(inventPage({items: 1500}))
    const times = await page.evaluate(async () => {
      const measured: Record<string, number[]> = {j: [], a: []}
      const paint = (): Promise<unknown> =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      for (let step = 0; step < 60; step++) {
        for (const key of ['j', 'a']) {
          const start = performance.now()
          document.dispatchEvent(new KeyboardEvent('keydown', {key}))
          await paint()
          measured[key]?.push(performance.now() - start)
        }
      }
      return measured
    })
    for (const list of Object.values(times)) {
      const inOrder = list.toSorted((one, other) => one - other)
      expect(inOrder[Math.floor(inOrder.length * 0.9)]).toBeLessThan(100)
    }
  })
})

describe('a page without sources', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edition-review-'))
  })
  afterAll(() => rm(folder, {recursive: true}))

  test('refuses another file, takes the right one, and gives the verdicts as a file', async () => {
    const {page, requests, complaints} = await show(inventPage({mode: 'public', who: null}))
    const html = await page.content()
    expect(html).not.toContain('had scanned it twice')
    await press(page, 'j', 'j')
    expect(await wordsOf(page, '.rows')).toContain('ocials')
    expect(await wordsOf(page, '.passage')).toMatch(/^This page does not hold the source/)

    const source = inventedSources().get('letters') ?? ''
    const [right, wrong] = [join(folder, 'mine.txt'), join(folder, 'other.txt')]
    await writeFile(right, source)
    await writeFile(wrong, `${source} `)
    const input = await page.waitForSelector('input#source-letters')
    await input?.uploadFile(wrong)
    await page.waitForSelector('.says.fault')
    expect(await wordsOf(page, '#source-letters-says')).toMatch(
      /^It is another file\. Expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}\.$/,
    )
    await input?.uploadFile(right)
    await page.waitForSelector('.says.fine')
    expect(await wordsOf(page, '.passage')).toContain('had scanned it twice')
    expect(await wordsOf(page, '.sources summary')).toBe('Sources: 1 of 3 here')
    // A file that is dropped belongs to the text whose source it is.
    await page.evaluate(
      (words) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([words], 'any name'))
        const event = new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true})
        document.querySelector('.sources')?.dispatchEvent(event)
      },
      inventedSources().get('harm') ?? '',
    )
    await page.waitForFunction(
      () => document.querySelector('.sources summary')?.textContent === 'Sources: 2 of 3 here',
    )

    await press(page, 'a')
    await page.waitForSelector('dialog')
    await page.keyboard.type('weber')
    await press(page, 'Enter')
    await gone(page)
    await press(page, 'm')
    await page.keyboard.type('yes: seen')
    await press(page, 'Escape', 'x')
    const session = await browser().target().createCDPSession()
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      browserContextId: page.browserContext().id ?? '',
    })
    await page.click('.tools button:nth-of-type(2)')
    await page.waitForSelector('dialog a')
    await page.click('dialog a')
    await expect.poll(() => readdir(folder)).toContain('letters.reviews.weber.yaml')
    const item = (id: string) => inventPage().texts[0]?.items.find((one) => one.id === id)
    const written = await readFile(join(folder, 'letters.reviews.weber.yaml'), 'utf8')
    expect(written).toContain(
      `ligature@3:92:\n  verdict: accept\n  of: ${item('ligature@3:92')?.of}\n`,
    )
    expect(written).toMatch(/ {2}verdict: reject\n {2}of: [0-9a-f]{8}\n {2}note: "yes: seen"\n/)
    expect(written).toContain(`l4.diculty:\n  verdict: accept\n`)
    expect(requests).toEqual([])
    expect(complaints).toEqual([])
  })

  test('says so where the browser cannot check a file', async () => {
    const {page} = await show(inventPage({mode: 'public'}))
    await page.evaluateOnNewDocument(() =>
      Object.defineProperty(crypto, 'subtle', {value: undefined}),
    )
    await page.reload()
    await page.waitForSelector('main')
    expect(await wordsOf(page, '.sources .fault')).toMatch(/^This browser cannot check a file here/)
  })
})
