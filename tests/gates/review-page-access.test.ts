import type {KeyInput} from 'puppeteer'
import {describe, expect, test} from 'vitest'
import {inventPage} from '../review/invent-page.ts'
import {accessFaults, overflowOf} from '../review/page-browser.ts'
import {place, press, withReviewPages} from '../review/review-pages.ts'

const {show} = withReviewPages()

describe('everybody can use it', () => {
  const dialogs: readonly (readonly [string, readonly KeyInput[]])[] = [
    ['no dialog', []],
    ['keys and signs', ['?']],
    ['all places of a form', ['A']],
    ['a question', ['q']],
    ['a proposal', ['j', 'j', 'j', 'j', 'j', 'j', 'j', 'j']],
  ]
  for (const scheme of ['light', 'dark']) {
    test(`axe-core finds nothing in ${scheme}`, async () => {
      const {page} = await show(inventPage())
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
      await press(page, 'j', 'j')
      for (const [name, keys] of dialogs) {
        await press(page, ...keys)
        expect([name, await accessFaults(page)]).toEqual([name, []])
        await press(page, 'Escape')
      }
      await press(page, 'n', 'a')
      await page.click('.progress summary')
      expect(await accessFaults(page)).toEqual([])
    })
  }

  test('axe-core finds nothing where sources are brought, and in the export', async () => {
    const {page} = await show(inventPage({mode: 'public'}))
    expect(await accessFaults(page)).toEqual([])
    await press(page, 'a')
    await page.click('.tools button:nth-of-type(2)')
    await page.waitForSelector('dialog')
    await page.click('dialog summary')
    expect(await accessFaults(page)).toEqual([])
  })

  test('nothing is wider than a narrow window', async () => {
    const {page} = await show(inventPage())
    for (const width of [640, 320]) {
      await page.setViewport({width, height: 720})
      for (let step = 0; step < 26; step++) {
        await press(page, 'j')
        expect([width, await place(page), await overflowOf(page)]).toEqual([
          width,
          expect.anything(),
          0,
        ])
      }
      for (const [, keys] of dialogs) {
        await press(page, ...keys)
        expect([width, ...keys, await overflowOf(page)]).toEqual([width, ...keys, 0])
        await press(page, 'Escape')
      }
      await page.click('.progress summary')
      expect(await overflowOf(page)).toBe(0)
      await page.click('.progress summary')
    }
  })

  test('a dialog gives the focus back, and everything is reached by the tabulator', async () => {
    const {page} = await show(inventPage())
    await page.focus('.actions button')
    await press(page, '?')
    await page.waitForSelector('dialog')
    await press(page, 'Escape')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Accept/)
    const reached = new Set<string>()
    for (let step = 0; step < 60; step++) {
      await press(page, 'Tab')
      const name = await page.evaluate(() => {
        const {activeElement: at} = document
        const outline = at ? getComputedStyle(at).outlineStyle : 'none'
        return at === document.body
          ? ''
          : `${at?.getAttribute('role') ?? at?.tagName.toLowerCase()} ${outline}`
      })
      reached.add(name)
    }
    for (const role of [
      'slider',
      'listbox',
      'select',
      'input',
      'button',
      'textarea',
      'summary',
      'a',
    ]) {
      expect([...reached]).toContainEqual(expect.stringMatching(`^${role} (solid|auto)$`))
    }
  })
})
