import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {bundlePage} from '../../scripts/review/bundle-page.ts'
import {pageHtml} from '../../scripts/review/page-html.ts'
import {inventPage} from './invent-page.ts'

const hashOf = (words: string): string => createHash('sha256').update(words).digest('base64')

describe('the document of the review page', () => {
  const script = 'const a = "</script><!-- ' + '\\n"; b()'
  const css = 'body { color: black }'
  const html = pageHtml({script, css, data: inventPage()})

  test('lets only its own script and styles run', () => {
    const [, code = ''] = /<script type="module">([^]*?)<\/script>/.exec(html) ?? []
    expect(code).toContain(String.raw`\x3C/script>\x3C!--`)
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hashOf(code)}'`,
      `style-src 'sha256-${hashOf(css)}'`,
      "img-src 'self' data: https:",
      'font-src data:',
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
  })

  test('holds its data as data, whatever words there are in it', () => {
    const [, written = ''] = /id="page-data">([^]*?)<\/script>/.exec(html) ?? []
    expect(written).not.toContain('<')
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(inventPage())))
    expect(pageHtml({script, css, data: null})).not.toContain('page-data')
  })

  test('refuses styles that would end their element', () => {
    expect(() => pageHtml({script, css: 'a{}</STYLE>', data: null})).toThrow(TypeError)
  })
})

describe('the script of the review page', () => {
  let code = ''
  beforeAll(async () => {
    code = await bundlePage()
  })

  test('is the same each time, and asks for no other', async () => {
    expect(await bundlePage()).toBe(code)
    expect(code).not.toMatch(/\bimport\s*[("']|\brequire\(/)
    expect(code.length).toBeLessThan(160_000)
  })

  test('makes no markup of words and no code of words', async () => {
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcdoc/
    expect(code).not.toMatch(forbidden)
    const folder = fileURLToPath(new URL('../../build/review/page', import.meta.url))
    for (const entry of await readdir(folder, {withFileTypes: true, recursive: true})) {
      if (entry.isFile())
        expect(await readFile(join(entry.parentPath, entry.name), 'utf8')).not.toMatch(forbidden)
    }
  })
})
