import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import puppeteer from 'puppeteer'
import type {Page} from 'puppeteer'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import {sha256} from '../../build/text/digest.ts'
import {bundlePage} from '../review/bundle-page.ts'
import {openDesk} from '../review/desk/desk.ts'
import {pageHtml} from '../review/page-html.ts'
import {pageStyles} from '../review/page-styles.ts'
import {makeToken, serveDesk} from '../review/serve-desk.ts'
import {readOutputFlags} from '../output-options.ts'
import {prose} from './prose.ts'

/*
 * How long a key press takes on the review page, from the key to the picture after it, with so many records.
 * `npm run bench:review`, with numbers of records if others than 100, 1000 and 4000 are wanted. Each key is
 * pressed 40 times; the median, and the slowest but one.
 */

const presses = 40
const keys = {next: 'j', accept: 'a', previous: 'k', undo: 'u'} as const

/** Wait for keys in the page, and note how long it is to the picture after each. */
function listen(): void {
  const times: number[] = []
  ;(window as unknown as {times: number[]}).times = times
  addEventListener(
    'keydown',
    ({timeStamp}) => {
      // A frame after the one in which the change is painted, as near as a page can tell.
      requestAnimationFrame(() => {
        setTimeout(() => times.push(performance.now() - timeStamp))
      })
    },
    {capture: true},
  )
}

async function measure(page: Page, key: (typeof keys)[keyof typeof keys]): Promise<number[]> {
  await page.evaluate(() => void ((window as unknown as {times: number[]}).times.length = 0))
  for (let count = 1; count <= presses; count++) {
    await page.keyboard.press(key)
    await page.waitForFunction(
      (wanted) => (window as unknown as {times: number[]}).times.length >= wanted,
      {polling: 10},
      count,
    )
  }
  const times = await page.evaluate(() => [...(window as unknown as {times: number[]}).times])
  return times.toSorted((a, b) => a - b)
}

/** Write an edition of one text with so many records, a paragraph each. */
async function makeManuscript(root: string, records: number): Promise<void> {
  const paragraphs = Array.from({length: records}, (_, index) => `Teh ${prose(60, `r${index}.`)}`)
  const source = `${paragraphs.join('\n\n')}\n`
  const home = join(root, 'bench/texts/many')
  await mkdir(home, {recursive: true})
  await mkdir(join(root, 'bench/sources'))
  await writeFile(join(root, 'bench/sources/many.md'), source)
  await writeFile(join(root, 'bench/edition.yaml'), editionYaml)
  await writeFile(
    join(home, 'text.yaml'),
    textYaml.replace('HASH', sha256(source)).replace('BYTES', String(Buffer.byteLength(source))),
  )
  const entries = paragraphs.map((_, index) => {
    const line = index * 2 + 1
    return `m${line}.teh:\n  at: ${line}:1\n  lemma: "Teh"\n  reading: "The"\n  kind: ocr/character\n  cert: high\n  by: ed\n  why: Two letters changed places.\n`
  })
  await writeFile(join(home, 'corrections.yaml'), entries.join(''))
}

const editionYaml = `title: Many Records
identifier: urn:uuid:00000000-0000-4000-8000-000000000000
language: en
modified: 2026-01-31T12:00:00Z
description: A text for a benchmark.
rights: Written for this project.
texts:
  - many
`

const textYaml = `title: Many
authors:
  - name: A. Tester
    fileAs: Tester, A.
language: en
published: Nowhere.
prefix: m
source:
  sha256: HASH
  bytes: BYTES
  file: many.md
  obtained: Written here.
  collated: true
format: markdown
pagination:
  status: none
  evidence: It was never printed.
rights:
  holder: A. Tester
  statement: Free to use.
  redistribute: true
state: As good as new.
`

console.log(
  'records  sent kB  opened s  ' +
    Object.keys(keys)
      .map((key) => `${key} ms`)
      .join('  '),
)
const machine = readOutputFlags({}).pdf.machine
const asked = process.argv.slice(2).map(Number).filter(Boolean)
for (const records of asked.length > 0 ? asked : [100, 1000, 4000]) {
  const root = await mkdtemp(join(tmpdir(), 'bench-review-'))
  await makeManuscript(root, records)
  const workspace = {manuscript: root, out: join(root, 'out'), sources: []}
  const options = {mode: 'desk', who: 'anna', images: {}, sample: () => null} as const
  const desk = await openDesk(workspace, 'bench', options)
  const css = await pageStyles()
  const html = pageHtml({script: await bundlePage(), css, data: null})
  const token = makeToken()
  const folder = join(root, 'bench')
  const page = {html, policy: ''}
  const server = await serveDesk(desk, {port: 0, page, folder, images: new Map(), token})
  const {path, headless, environment} = await findBrowser(machine)
  const args = machine.isRoot ? ['--no-sandbox'] : []
  const settings = {executablePath: path, headless, env: {...environment}, args}
  const browser = await puppeteer.launch(settings)
  const tab = await browser.newPage()
  const begun = performance.now()
  await tab.goto(server.address)
  await tab.waitForSelector('#card')
  const opened = (performance.now() - begun) / 1000
  await tab.evaluate(listen)
  const sent = Buffer.byteLength(JSON.stringify(await desk.data())) / 1000
  const row = [records, sent.toFixed(0), opened.toFixed(2)]
  for (const key of Object.values(keys)) {
    const times = await measure(tab, key)
    row.push(`${times[presses / 2]?.toFixed(0)} (${times.at(-2)?.toFixed(0)})`)
  }
  console.log(row.join('\t'))
  await browser.close()
  await server.close()
  await rm(root, {recursive: true, force: true})
}
