import {beforeAll, describe, expect, test} from 'vitest'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import type {Browser} from '../../build/pdf/browser/machine.ts'
import {withReader} from '../../scripts/reader/open-reader.ts'
import {makeEpub} from '../epub/make-epub.ts'
import type {MadeEpub} from '../epub/make-epub.ts'
import {tamper} from '../epub/tamper.ts'
import {machine} from '../print/lay-out.ts'
import {faultsOfBook} from '../reader/faults-of-book.ts'
import {readBook} from '../reader/read-book.ts'

let browser: Browser
let edition: MadeEpub

beforeAll(async () => {
  browser = await findBrowser(machine)
  edition = await makeEpub()
})

/** Read a book in the reading system, and say what is wrong with it. */
async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const screen = {width: 480, height: 720, scale: 1}
  const options = {epub: bytes, machine, timeout: 20_000, screen}
  return withReader(browser, options, async (reader) => {
    const book = await readBook(reader)
    return [
      ...faultsOfBook(book, edition.config, edition.texts),
      ...reader.complaints.map((words) => `It complains: ${words}`),
      ...reader.requests.map((address) => `It asks for ${address}`),
    ]
  })
}

test('every chapter, page, note and link back is what the edition says', async () => {
  expect(await faultsOf(edition.epub)).toEqual([])
})

describe('a planted fault is noticed', () => {
  let faults: string[] = []
  /** What the faults were planted in, by name. */
  const ids = new Map<string, string>()

  /** Plant all faults in one book, each in another place. */
  function plant(): Uint8Array {
    return tamper(edition.epub, ({chapters, read, replace}) => {
      const calls = chapters.flatMap((path) => {
        const call = /<a class="noteref" id="fnref-([^"]*)" href="#fn-\1"/g
        return [...read(path).matchAll(call)].map(([, id = '']) => ({path, id}))
      })
      const named = ['strayed', 'stuck', 'dead', 'plain', 'short'].map((name, index) => {
        const {path = '', id = ''} = calls[index] ?? {}
        ids.set(name, id)
        return {path, id}
      })
      const [strayed, stuck, dead, plain, short] = named as [Call, Call, Call, Call, Call]
      replace(strayed.path, RegExp(`href="#fn-${strayed.id}"`), `href="#fn-${stuck.id}"`)
      replace(stuck.path, RegExp(`href="#fnref-${stuck.id}"`), `href="#fnref-${strayed.id}"`)
      replace(dead.path, RegExp(`href="#fn-${dead.id}"`), 'href="#nowhere"')
      const marks = ' epub:type="noteref" role="doc-noteref"'
      replace(
        plain.path,
        RegExp(`class="noteref"( id="fnref-${plain.id}" href="[^"]*")${marks}`),
        '$1',
      )
      replace(short.path, RegExp(`(id="fn-${short.id}".*?</a> )\\S+ `), '$1')
      const paged = chapters.find((path) => read(path).includes('doc-pagebreak'))
      replace(paged ?? '', /(<span class="pagebreak") id="[^"]*" aria-label="[^"]*"/, '$1')
      replace(chapters[0] ?? '', /(<h2[^>]*) id="[^"]*"/, '$1')
      replace('OEBPS/about.xhtml', /<\/p>/, '')
      replace('OEBPS/cover.xhtml', /src="[^"]*"/, 'src="none.png"')
      replace('OEBPS/titlepage.xhtml', /<h1/, '<img src="https://example.org/x.png" alt="x"/><h1')
    })
  }

  beforeAll(async () => {
    faults = await faultsOf(plant())
  })

  const planted: Readonly<Record<string, string>> = {
    'a call that leads to the note after its own':
      '^The call fnref-{strayed} shows: expected ".+", found ".+"$',
    'a note that leads back to another call':
      '^Note {stuck} leads back to: expected "fnref-{stuck}", found "fnref-{strayed}"$',
    'a call that leads nowhere': '^The call fnref-{dead} shows: ',
    'a call that does not look like one':
      '^The call fnref-{plain} opens: expected "footnote", found "place"$',
    'a word of a note that is lost': '^The call fnref-{short} shows: expected ".+", found ".+"$',
    'a printed page whose place is missing':
      '^Page \\S+ leads to: expected "doc-pagebreak \\S+", found nothing$',
    'a heading that the contents do not find':
      '^The entry .+ leads to: expected ".+", found nothing$',
    'a file that is not well-formed': '^OEBPS/about\\.xhtml is not well-formed$',
    'words of the reading system itself': '^It complains: ',
    'a picture that is missing': '^OEBPS/cover\\.xhtml lacks a picture',
    'a picture from elsewhere': '^It asks for https://example\\.org/x\\.png$',
  }
  for (const [what, pattern] of Object.entries(planted)) {
    test(what, () => {
      const expected = pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => ids.get(key) ?? '')
      expect(faults).toContainEqual(expect.stringMatching(expected))
    })
  }
})

/** A call of a note: the file it stands in, and the id of its note. */
interface Call {
  readonly path: string
  readonly id: string
}
