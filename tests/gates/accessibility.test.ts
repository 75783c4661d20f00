import {beforeAll, describe, expect, test} from 'vitest'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import type {Browser} from '../../build/pdf/browser/machine.ts'
import {makeEpub} from '../epub/make-epub.ts'
import {tamper} from '../epub/tamper.ts'
import {machine} from '../print/lay-out.ts'
import {checkAccessibility} from '../reader/ace.ts'

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
    const bytes = tamper(epub, ({chapters, read, replace}) => {
      const paged = chapters.find((path) => read(path).includes('doc-pagebreak')) ?? ''
      replace('OEBPS/cover.xhtml', / alt="[^"]*"/, '')
      replace('OEBPS/about.xhtml', / lang="[^"]*" xml:lang="[^"]*"/, '')
      replace('OEBPS/titlepage.xhtml', /<title>.*<\/title>/, '')
      replace('OEBPS/style.css', /^/, '.provenance { color: #aaa; background: #fff }\n')
      replace(paged, /(<span class="pagebreak") id="[^"]*"/, '$1')
      replace(paged, /role="doc-noteref"/, 'role="doc-nothing"')
      replace('OEBPS/content.opf', /<meta property="schema:accessibilitySummary">.*?<\/meta>/, '')
    })
    faults = await check(bytes)
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
