import {execFile} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {promisify} from 'node:util'
import puppeteer from 'puppeteer'
import type {Page} from 'puppeteer'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {strFromU8, unzipSync} from 'fflate'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import {readOutputFlags} from '../../scripts/output-options.ts'
import {change, editionIn, freshSpecimen} from '../fresh-specimen.ts'
import {extractors} from '../print/extractors.ts'
import {startEdition} from '../run-edition.ts'
import type {Running} from '../run-edition.ts'

const run = promisify(execFile)
const home = freshSpecimen()
const edition = editionIn(home)
let desk: Running
let close: () => Promise<void>
let page: Page

/** A working copy under git, a desk on it, and a browser before the desk. */
beforeEach(async () => {
  await git('init', '-q')
  await git('add', '.')
  await git('-c', 'user.name=ed', '-c', 'user.email=ed@example.org', 'commit', '-qm', 'begin')
  desk = startEdition(['review', 'specimen', '--manuscript', home.manuscript, '--who', 'anna'])
  const lines = createInterface({input: desk.child.stdout!})
  const address = await new Promise<string>((resolve) => lines.once('line', resolve))
  const found = await findBrowser(readOutputFlags({}).pdf.machine)
  const browser = await puppeteer.launch({
    executablePath: found.path,
    headless: found.headless,
    env: {...found.environment},
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  close = () => browser.close()
  page = await browser.newPage()
  await page.setViewport({width: 1280, height: 800})
  await page.goto(address)
  await page.waitForSelector('#card')
})

afterEach(async () => {
  await close()
  desk.child.kill()
  await desk.result
})

async function git(...args: string[]): Promise<string> {
  return (await run('git', ['-C', home.manuscript, ...args])).stdout
}

/** Go to an item by its id, as a person would: to the field of words, and back to the card. */
async function find(id: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(id)
  await page.keyboard.press('Escape')
  await page.waitForFunction(
    (wanted) => document.querySelector('#card')?.textContent.includes(wanted),
    {},
    id,
  )
}

/** Wait until a file holds something. */
async function until(path: string, words: string | RegExp): Promise<string> {
  for (let tries = 0; ; tries++) {
    const text = await readFile(path, 'utf8').catch(() => '')
    if (typeof words === 'string' ? text.includes(words) : words.test(text)) return text
    if (tries > 200) throw new Error(`${path} has no ${String(words)}: ${text}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const reviewOf = (text: string): string =>
  join(home.manuscript, 'specimen/texts', text, 'reviews/anna.yaml')

/** Records of wording, and what the source has where they stand. */
const wording = [
  {text: 'ligature', id: 'ligature@24:60', from: 'finished', to: 'nished'},
  {text: 'ligature', id: 'l51.our', from: 'A sack of flour turns', to: 'A sack of our turns'},
  {text: 'footnote', id: 'f67.tums', from: 'turns', to: 'tums'},
  {text: 'names', id: 'mojibake@73:130', from: 'Trübner', to: 'TrÃ¼bner'},
]

test('by keys alone: what is rejected is the source’s again, in EPUB and PDF, and nothing else is', async () => {
  const made = async (): Promise<{epub: string; pdf: string}> => {
    const {code, stderr} = await edition('build', 'specimen', '--out', home.out)
    expect(code, stderr).toBe(0)
    const files = unzipSync(await readFile(join(home.out, 'specimen.epub')))
    const chapters = Object.entries(files).filter(([name]) => /\/text-[^/]*\.xhtml$/.test(name))
    const html = chapters.map(([, bytes]) => strFromU8(bytes)).join('\n')
    const pdf = await extractors['PDF.js']!(await readFile(join(home.out, 'specimen.pdf')))
    const plain = (words: string): string => words.replaceAll(/\s+/g, ' ')
    return {epub: plain(html.replaceAll(/<[^>]+>/g, '')), pdf: plain(pdf)}
  }
  const before = await made()
  for (const {id} of wording) {
    await find(id)
    await page.keyboard.press('x')
  }
  for (const {text, id} of wording) await until(reviewOf(text), `${id}:\n  verdict: reject\n`)
  const status = await git('status', '--porcelain', '-uall')
  expect(status.trim().split('\n').sort()).toEqual(
    [...new Set(wording.map(({text}) => `?? specimen/texts/${text}/reviews/anna.yaml`))].sort(),
  )
  const verdicts = await Promise.all(
    ['ligature', 'footnote', 'names'].map((text) => readFile(reviewOf(text), 'utf8')),
  )
  expect(
    verdicts
      .join('')
      .match(/^\S.*:$/gm)
      ?.sort(),
  ).toEqual(wording.map(({id}) => `${id}:`).sort())
  const after = await made()
  for (const output of ['epub', 'pdf'] as const) {
    for (const {from, to, id} of wording) {
      const count = (words: string, text: string): number =>
        text.match(new RegExp(String.raw`(?<!\p{L})${words}`, 'gu'))?.length ?? 0
      const [was, is] = [before[output], after[output]]
      expect(count(from, is), `${output} ${id}`).toBe(count(from, was) - 1)
      expect(count(to, is), `${output} ${id}`).toBe(count(to, was) + 1)
    }
  }
})

test('a verdict on what was changed meanwhile is refused, said, and nothing is written', async () => {
  await find('l51.our')
  const path = join(home.manuscript, 'specimen/texts/ligature/corrections.yaml')
  // Faster than the page can be told.
  await change(path, 'reading: "flour"', 'reading: "Flour"')
  await page.keyboard.press('a')
  await page.waitForFunction(() => /meanwhile/.test(document.body.textContent))
  expect(await readFile(reviewOf('ligature'), 'utf8').catch(() => '')).toBe('')
  // The page shows what there is now, and that can be judged.
  await find('l51.our')
  await page.waitForFunction(() => document.querySelector('#card')?.textContent.includes('Flour'))
  await page.keyboard.press('a')
  await until(reviewOf('ligature'), /l51\.our:\n  verdict: accept/)
})

test('while a file is broken the page says so, and shows it again when it is mended', async () => {
  await find('l51.our')
  const path = join(home.manuscript, 'specimen/texts/ligature/corrections.yaml')
  await change(path, 'kind: ocr/ligature', 'kind: ocr/nonsense')
  await page.waitForFunction(() => /schema-value/.test(document.body.textContent))
  await change(path, 'kind: ocr/nonsense', 'kind: ocr/ligature')
  await page.waitForFunction(() => !/schema-value/.test(document.body.textContent))
  await find('l51.our')
  await page.keyboard.press('a')
  await until(reviewOf('ligature'), /l51\.our:\n  verdict: accept/)
})
