import {describe, expect, test} from 'vitest'
import type {DeskRequests} from '../../build/review/page-data.ts'
import {inventPage} from '../review/invent-page.ts'
import {accessFaults, wordsOf} from '../review/page-browser.ts'
import {place, press, standing, withReviewPages} from '../review/review-pages.ts'
import {stubDesk} from '../review/stub-desk.ts'

const {show} = withReviewPages()

describe('a page that a desk serves', () => {
  async function atDesk() {
    const desk = stubDesk(inventPage({mode: 'desk', who: null}))
    const served = await show(null, {path: `/?token=${desk.token}`, answer: desk.answer})
    return {desk, ...served}
  }

  test('sends verdicts and takes them back', async () => {
    const {desk, page} = await atDesk()
    await press(page, 'j', 'j', 'a')
    await page.waitForSelector('dialog')
    await page.keyboard.type('ito')
    await press(page, 'Enter')
    await expect
      .poll(() => desk.asked)
      .toMatchObject([
        {
          what: 'verdicts',
          body: {
            text: 'letters',
            who: 'ito',
            changes: [{id: 'ligature@3:92', verdict: 'accept', was: null}],
          },
        },
      ])
    await press(page, 'u')
    await expect.poll(() => desk.asked.at(-1)).toEqual({what: 'undo', body: {done: 1}})
    expect(await place(page)).toBe('letters:3:89')
    expect(await standing(page)).toBe('Open: nobody has judged it.')
    desk.end()
  })

  test('puts back what is refused, and shows what others say', async () => {
    const {desk, page} = await atDesk()
    await press(page, 'j', 'j')
    desk.say('letters', {
      who: 'weber',
      id: 'ligature@3:92',
      verdict: 'query',
      of: await ofItem('ligature@3:92'),
      note: 'Where?',
    })
    await page.waitForFunction(
      () => document.querySelector('.standing')?.textContent === 'In question: weber asks.',
    )
    expect(await wordsOf(page, '.voices')).toContain('Where?')
    desk.refuseNext('The record has changed meanwhile.')
    await press(page, 'x')
    await page.waitForSelector('dialog')
    await page.keyboard.type('ito')
    await press(page, 'Enter')
    await page.waitForFunction(() => document.querySelector('.messages .fault')?.textContent !== '')
    expect(await wordsOf(page, '.messages .fault')).toBe(
      'letters/ligature@3:92: not written. The record has changed meanwhile.',
    )
    desk.end()
  })

  test('answers proposals, edits readings, and says something of words', async () => {
    const {desk, page} = await atDesk()
    await page.click('.tools button')
    await page.keyboard.type('ito')
    await press(page, 'Enter')
    await page.select('#filter-state', 'proposed')
    await press(page, '2')
    expect(await wordsOf(page, '.rows')).toContain('tube')
    await press(page, 'a')
    await expect
      .poll(() => desk.asked.at(-1))
      .toMatchObject({what: 'answer', body: {answer: 'accept', reading: 'tube'}})
    await page.waitForFunction(() => document.querySelector('.count')?.textContent === '0 items')

    await page.click('.filters .bar > button')
    await page.goto(`${page.url().split('#')[0]}#item=letters/ligature@3:92`)
    await page.reload()
    await page.waitForSelector('main h2')
    await press(page, 'e')
    await page.waitForSelector('dialog')
    await press(page, 'End')
    await page.keyboard.type('!')
    await press(page, 'Tab')
    await page.keyboard.type('It shouts.')
    await press(page, 'Tab', 'Enter')
    // The page was opened anew and knows who it is.
    await expect
      .poll(() => desk.asked.at(-1))
      .toMatchObject({
        what: 'reading',
        body: {id: 'ligature@3:92', reading: 'officials!', why: 'It shouts.'},
      })
    await press(page, 'f')
    await page.waitForSelector('dialog')
    await page.keyboard.type('keeper said')
    await page.click('dialog .buttons button:nth-of-type(2)')
    await page.waitForSelector('#ask-why')
    await page.keyboard.type('Which keeper?')
    await press(page, 'Tab', 'Tab', 'Enter')
    await expect
      .poll(() => desk.asked.at(-1))
      .toMatchObject({
        what: 'words',
        body: {
          act: 'query',
          lemma: 'keeper said',
          why: 'Which keeper?',
          kind: 'undetermined/wording',
        },
      })
    desk.end()
  })

  test('says something of words that were selected with the mouse', async () => {
    const {desk, page} = await atDesk()
    await press(page, 'j', 'j')
    const {left, right, middle} = await page.evaluate(() => {
      const run = [...document.querySelectorAll('.passage .held [data-start]')].find((one) =>
        one.textContent.includes('speaking'),
      )
      const text = run?.firstChild
      if (!text) throw new Error('the passage is not there')
      const range = document.createRange()
      range.setStart(text, text.textContent?.indexOf('speaking') ?? 0)
      range.setEnd(text, range.startOffset + 'speaking for'.length)
      const box = range.getBoundingClientRect()
      return {left: box.left, right: box.right, middle: box.top + box.height / 2}
    })
    await page.mouse.move(left, middle)
    await page.mouse.down()
    await page.mouse.move(right, middle, {steps: 4})
    await page.mouse.up()
    await page.waitForSelector('.selection:not([hidden])')
    expect(await accessFaults(page)).toEqual([])
    await page.click('.selection button:nth-of-type(3)')
    await page.waitForSelector('#ask-who')
    await page.keyboard.type('ito')
    await press(page, 'Enter')
    await page.waitForSelector('#ask-why')
    expect(await accessFaults(page)).toEqual([])
    await page.keyboard.type('Nobody knows who.')
    await press(page, 'Tab', 'Tab', 'Enter')
    await expect
      .poll(() => desk.asked.at(-1))
      .toMatchObject({
        what: 'words',
        body: {act: 'annotate', lemma: 'speaking for', kind: 'gloss', why: 'Nobody knows who.'},
      })
    const [{start, end, lemma} = {start: 0, end: 0, lemma: ''}] = desk.asked
      .slice(-1)
      .map(({body}) => body as DeskRequests['words'])
    expect(inventPage().texts[0]?.source?.slice(start, end)).toBe(lemma)
    await page.waitForFunction(
      () => document.querySelector('.status')?.textContent === 'Written: words.',
    )
    desk.end()
  })

  test('says when the desk is not heard, and when it is again', async () => {
    const {desk, page} = await atDesk()
    const says = (words: string) =>
      page.waitForFunction(
        (wanted) => document.querySelector('.messages')?.textContent.includes(wanted),
        {},
        words,
      )
    // The stream is open before it can end.
    desk.say('letters', {who: 'weber', id: 'h1', verdict: 'accept', of: ofItem('h1')})
    await page.waitForFunction(
      () => document.querySelector('.standing')?.textContent === 'Accepted by weber.',
    )
    desk.end()
    await says('cannot be heard')
    await says('answers again')
    desk.end()
  })

  test('says so when it may not come in', async () => {
    const desk = stubDesk(inventPage({mode: 'desk'}))
    const {page} = await show(null, {path: '/?token=wrong', answer: desk.answer})
    await page.waitForSelector('main [role=alert]')
    expect(await wordsOf(page, 'main [role=alert]')).toBe('Wrong token.')
  })
})

/** What is judged of an item of the first text. */
function ofItem(id: string): string {
  return inventPage().texts[0]?.items.find((item) => item.id === id)?.of ?? ''
}
