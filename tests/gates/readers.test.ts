import {fileURLToPath} from 'node:url'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {beforeAll, describe, expect, test} from 'vitest'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import type {Browser} from '../../build/pdf/browser/machine.ts'
import type {EditionConfig} from '../../build/model/config.ts'
import type {TextEdition} from '../../build/model/edited-text.ts'
import {editTexts, makeOutputs} from '../../build/outputs.ts'
import {loadEdition} from '../../build/store/load-edition.ts'
import {withReader} from '../../scripts/reader/open-reader.ts'
import {machine} from '../print/lay-out.ts'
import {faultsOfBook} from '../reader/faults-of-book.ts'
import {readBook} from '../reader/read-book.ts'

/** The edition that is read: folder of the manuscripts, from here, and its name. */
const [home, name] = ['../fixtures/editions/', 'sampler']

let browser: Browser
let config: EditionConfig
let texts: TextEdition[]
let epub: Uint8Array

beforeAll(async () => {
  browser = await findBrowser(machine)
  const edition = await loadEdition(fileURLToPath(new URL(home, import.meta.url)), name, [])
  if (!edition.config) throw new Error(`The edition ${name} has no configuration`)
  config = edition.config
  texts = editTexts(edition.texts, config.numbering)
  const {identifier, modified} = config
  const {outputs} = await makeOutputs(name, config, texts, {identifier, modified, only: 'epub'})
  epub = outputs[0]?.content as Uint8Array
})

/** Read a book in the reading system, and say what is wrong with it. */
async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const {isRoot} = machine
  const screen = {width: 480, height: 720, scale: 1}
  const options = {epub: bytes, isRoot, timeout: 20_000, screen}
  return withReader(browser, options, async (reader) => {
    const book = await readBook(reader)
    return [
      ...faultsOfBook(book, config, texts),
      ...reader.complaints.map((words) => `It complains: ${words}`),
      ...reader.requests.map((address) => `It asks for ${address}`),
    ]
  })
}

test('every chapter, page, note and link back is what the edition says', async () => {
  expect(texts.length).toBeGreaterThan(0)
  expect(await faultsOf(epub)).toEqual([])
})
