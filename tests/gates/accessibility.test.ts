import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {beforeAll, describe, expect, test} from 'vitest'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import type {Browser} from '../../build/pdf/browser/machine.ts'
import {machine} from '../print/lay-out.ts'
import {checkAccessibility} from '../reader/ace.ts'
import {makeEpub} from '../reader/make-epub.ts'

let browser: Browser
let epub: Uint8Array

beforeAll(async () => {
  browser = await findBrowser(machine)
  epub = (await makeEpub()).epub
})

const check = (bytes: Uint8Array): Promise<string[]> => checkAccessibility(bytes, browser, machine)

test('Ace by DAISY has nothing to say of any file or of the package', async () => {
  expect(await check(epub)).toEqual([])
})

describe('a planted fault is noticed', () => {
  let faults: string[] = []

  beforeAll(async () => {
    const {mimetype = new Uint8Array(), ...files} = unzipSync(epub)
    const change = (path: string, from: RegExp, to: string): void => {
      const before = strFromU8(files[path] ?? new Uint8Array())
      expect(before).toMatch(from)
      files[path] = strToU8(before.replace(from, to))
    }
    const isPaged = (path: string): boolean =>
      /\/text-[^/]*\.xhtml$/.test(path) &&
      strFromU8(files[path] ?? new Uint8Array()).includes('doc-pagebreak')
    const paged = Object.keys(files).find(isPaged) ?? ''
    change('OEBPS/cover.xhtml', / alt="[^"]*"/, '')
    change('OEBPS/about.xhtml', / lang="[^"]*" xml:lang="[^"]*"/, '')
    change('OEBPS/titlepage.xhtml', /<title>.*<\/title>/, '')
    change('OEBPS/style.css', /^/, '.provenance { color: #aaa; background: #fff }\n')
    change(paged, /(<span class="pagebreak") id="[^"]*"/, '$1')
    change(paged, /role="doc-noteref"/, 'role="doc-nothing"')
    change('OEBPS/content.opf', /<meta property="schema:accessibilitySummary">.*?<\/meta>/, '')
    faults = await check(zipSync({mimetype: [mimetype, {level: 0}], ...files}))
  })

  const planted: Readonly<Record<string, RegExp>> = {
    'a picture without words for those who cannot see it': /^cover\.xhtml: image-alt: /,
    'a file that does not say its language': /^about\.xhtml: html-has-lang: /,
    'a file without a title': /^titlepage\.xhtml: document-title: /,
    'letters too pale to read': /^text-[^:]*\.xhtml: color-contrast: /,
    'a role that there is not': /^text-[^:]*\.xhtml: aria-roles: /,
    'a printed page whose place is missing': /: epub-pagelist-broken: /,
    'metadata that say too little': /: metadata-accessibilitysummary: /,
  }
  for (const [what, pattern] of Object.entries(planted)) {
    test(what, () => {
      expect(faults).toContainEqual(expect.stringMatching(pattern))
    })
  }
})
