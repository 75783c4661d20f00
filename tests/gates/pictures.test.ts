import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import {makePictures} from '../../scripts/pictures/make-pictures.ts'
import {pictureOfBook} from '../../scripts/pictures/picture-of-book.ts'
import {decodePng, encodePng, quantise} from '../../scripts/pictures/png.ts'
import type {Picture} from '../../scripts/pictures/png.ts'
import {openEdition, openWorkspace, project} from '../../scripts/workspace.ts'
import {makeEpub} from '../epub/make-epub.ts'
import {tamper} from '../epub/tamper.ts'
import {machine} from '../print/lay-out.ts'

/** The edition that is pictured, and where its pictures lie. */
const name = 'specimen'
const folder = join(project, '.github', 'pictures')

const workspace = openWorkspace({}, {})
const browser = await findBrowser(machine)
const reason =
  browser.origin === 'packed' ? '' : 'another browser than that of the lock file sets other pixels'

/** How many pixels differ; all of them when the sizes do. */
function differing(one: Picture, other: Picture): number {
  const count = one.width * one.height
  if (one.width !== other.width || one.height !== other.height) return count
  let different = 0
  const [a, b] = [one.pixels, other.pixels]
  for (let at = 0; at < 3 * count; at += 3) {
    if (a[at] !== b[at] || a[at + 1] !== b[at + 1] || a[at + 2] !== b[at + 2]) different += 1
  }
  return different
}

test('the pictures of the README are those of the edition', async ({skip}) => {
  skip(reason !== '', reason)
  const {pictures} = await makePictures(await openEdition(workspace, name))
  for (const [file, picture] of Object.entries(pictures)) {
    const path = join(folder, file)
    expect(existsSync(path), `${file}: run \`npm run pictures\``).toBe(true)
    const bytes = readFileSync(path)
    expect(bytes.length).toBeLessThan(150_000)
    expect(differing(decodePng(bytes), picture), `${file}: run \`npm run pictures\``).toBe(0)
  }
})

test('the same book gives the same pixels, and one more letter in its notes others', async () => {
  const {epub} = await makeEpub()
  const tampered = tamper(epub, ({chapters, replace}) => {
    for (const path of chapters) replace(path, /(role="doc-backlink">.*?<\/a> )/g, '$1X')
  })
  const size = {width: 860, height: 1216}
  const picture = (bytes: Uint8Array): Promise<Picture> =>
    pictureOfBook(browser, {epub: bytes, machine, timeout: 20_000, ...size})
  const first = quantise(await picture(epub))
  expect(differing(first, quantise(await picture(epub)))).toBe(0)
  expect(differing(first, quantise(await picture(tampered)))).toBeGreaterThan(0)
})

test('a PNG reads back as it was written', () => {
  const size = fc.integer({min: 1, max: 9})
  const picture = fc.tuple(size, size, fc.boolean()).chain(([width, height, isGrey]) => {
    const length = 3 * width * height
    return fc.uint8Array({minLength: length, maxLength: length}).map((drawn) => {
      const pixels = isGrey ? drawn.map((_, at) => drawn[at - (at % 3)] ?? 0) : drawn
      return quantise({width, height, pixels})
    })
  })
  fc.assert(fc.property(picture, (one) => differing(decodePng(encodePng(one)), one) === 0))
})
