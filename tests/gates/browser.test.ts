import {existsSync} from 'node:fs'
import {chmod, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import puppeteer from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {findBrowser} from '../../build/pdf/browser/find-browser.ts'
import type {Browser} from '../../build/pdf/browser/machine.ts'
import {withPage} from '../../build/pdf/browser/open-page.ts'
import type {OpenPage, PageOptions} from '../../build/pdf/browser/open-page.ts'
import {untar} from '../../build/pdf/browser/untar.ts'
import {ToolError} from '../../build/tool-error.ts'
import {freshSpecimen} from '../fresh-specimen.ts'
import {runEdition} from '../run-edition.ts'
import {machine} from '../print/lay-out.ts'

const home = freshSpecimen()
const fetched = await puppeteer.executablePath({headless: 'shell'}).then(
  (path) => (existsSync(path) ? path : ''),
  () => '',
)
let folder: string
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-browser-'))
  browser = await findBrowser(machine)
})
afterAll(() => rm(folder, {recursive: true, force: true}))

function options(html: string, timeout = 20_000): PageOptions {
  const serve: PageOptions['serve'] = (path) =>
    path === '/' ? {type: 'text/html; charset=utf-8', body: html} : null
  return {machine: {...machine, temporary: folder}, timeout, serve}
}

async function script(name: string, lines: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${lines}\n`)
  await chmod(path, 0o755)
  return path
}

/** Build the specimen's PDF with something else in the place of the browser. */
async function buildWith(path: string, ...more: string[]) {
  const folders = ['--manuscript', home.manuscript, '--out', home.out]
  const result = await runEdition(['build', 'specimen', ...folders, ...more], {
    PUPPETEER_EXECUTABLE_PATH: path,
  })
  const written = await readdir(home.out).catch(() => [])
  return {...result, written}
}

describe('without a browser that works, exit 3, one clear line, and no file', () => {
  test('none where it should be', async () => {
    const {code, stderr, written} = await buildWith('/nowhere/chrome')
    expect([code, written]).toEqual([3, []])
    expect(stderr).toBe('No browser at /nowhere/chrome, which PUPPETEER_EXECUTABLE_PATH names.\n')
  })

  // Puppeteer may have fetched one for another project.
  test('none at all: the message names the way out', async ({skip}) => {
    skip(fetched !== '', `Puppeteer has fetched a browser, ${fetched}, so none cannot be missing`)
    const bare = {...machine, platform: 'sunos', environment: {PATH: folder}}
    await expect(findBrowser(bare)).rejects.toThrow(ToolError)
    await expect(findBrowser(bare)).rejects.toThrow(
      'npx puppeteer browsers install chrome-headless-shell',
    )
  })

  test('one that ends at once', async () => {
    const path = await script('ends', 'exit 1')
    const {code, stderr, written} = await buildWith(path)
    expect([code, written]).toEqual([3, []])
    expect(stderr).toContain(`The browser ${path} did not start`)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('one that never answers', async () => {
    const path = await script('hangs', 'exec sleep 600')
    const {code, stderr, written} = await buildWith(path, '--timeout', '2')
    expect([code, written]).toEqual([3, []])
    expect(stderr).toContain(`The browser ${path} did not start`)
  })

  test('the EPUB needs none', async () => {
    const {code, written} = await buildWith('/nowhere/chrome', '--only', 'epub')
    expect([code, written]).toEqual([0, ['specimen.epub', 'specimen.manifest.json']])
  })

  test('what was there before is untouched', async () => {
    expect((await buildWith('', '--only', 'epub')).code).toBe(0)
    const path = await script('ends-too', 'exit 1')
    const {code, written} = await buildWith(path)
    expect([code, written]).toEqual([3, ['specimen.epub', 'specimen.manifest.json']])
  })
})

describe('a browser that fails in the middle of its work', () => {
  const work = (run: (open: OpenPage) => Promise<unknown>, timeout?: number): Promise<unknown> =>
    withPage(browser, options('<p>Words.</p>', timeout), run)

  test('a renderer that crashes is noticed at once', async () => {
    const crash = work(async ({page}) => {
      const session = await page.createCDPSession()
      void session.send('Page.crash').catch(() => undefined)
      return page.pdf()
    })
    await expect(crash).rejects.toThrow(/The browser (?:crashed|failed)/)
    await expect(crash).rejects.toThrow(ToolError)
  })

  test('a browser that is killed is noticed at once', async () => {
    const killed = work(async ({page}) => {
      page.browser().process()?.kill('SIGKILL')
      return page.pdf()
    })
    await expect(killed).rejects.toThrow(ToolError)
  })

  test('a page that hangs is given up when its time is over', async () => {
    const hang = work(async ({page}) => {
      return page.evaluate(() => {
        for (;;) document.title = 'busy'
      })
    }, 1500)
    await expect(hang).rejects.toThrow('--timeout')
    await expect(hang).rejects.toThrow(ToolError)
  })

  test('an error of our own stays what it is', async () => {
    await expect(work(() => Promise.reject(new RangeError('ours')))).rejects.toThrow(RangeError)
  })
})

describe('what a text cannot do in the browser', () => {
  const titleOf = (html: string): Promise<{title: string; url: string; words: string}> =>
    withPage(browser, options(html), async ({page}) => ({
      title: await page.title(),
      url: page.url(),
      words: await page.evaluate(() => document.body.innerText),
    }))

  test('run a script', async () => {
    const html =
      '<title>quiet</title><p>Words.</p><script>document.title = "ran"</script><img src="x" onerror="document.title = \'ran\'">'
    expect((await titleOf(html)).title).toBe('quiet')
  })

  test('go to another page', async () => {
    const html = '<meta http-equiv="refresh" content="0; url=https://example.org/"><p>Words.</p>'
    const {url, words} = await titleOf(html)
    expect([url, words]).toEqual(['https://edition.invalid/', 'Words.'])
  })

  test('read a file, or reach another host', async () => {
    const seen: string[] = []
    const html =
      '<p>Words.</p><iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:9/x.png"><link rel="stylesheet" href="https://example.org/x.css"><img src="/inside.png">'
    const base = options(html)
    const serve: PageOptions['serve'] = (path) => {
      seen.push(path)
      return base.serve(path)
    }
    const frames = await withPage(browser, {...base, serve}, ({page}) =>
      Promise.resolve(page.frames().map((frame) => frame.url())),
    )
    expect(frames.filter((url) => url.startsWith('file:'))).toEqual([])
    // Only what is asked of our own place is even looked up.
    expect(seen).toEqual(['/', '/inside.png'])
  })
})

describe('unpacking', () => {
  test('refuses what would lie outside the folder, and archives that are cut short', () => {
    const header = (name: string, size: number): Buffer => {
      const block = Buffer.alloc(512)
      block.write(name, 0)
      block.write(size.toString(8).padStart(11, '0'), 124)
      block.write('0', 156)
      return block
    }
    expect(() => untar(header('../out', 0), folder)).toThrow(RangeError)
    expect(() => untar(header('in', 700), folder)).toThrow(RangeError)
  })
})
