import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {unzipSync} from 'fflate'
import type {Page} from 'puppeteer'
import type {Browser, Machine} from '../../build/pdf/browser/machine.ts'
import {withPage} from '../../build/pdf/browser/open-page.ts'
import type {Served} from '../../build/pdf/browser/open-page.ts'

/** What Ace by DAISY runs its rules with: a browser of the caller's. */
interface Runner {
  readonly concurrency: number
  setTimeout(): void
  launch(): Promise<void>
  close(): Promise<void>
  run(url: string, scripts: string[], contents: string[], folder: string): Promise<unknown>
}

type Ace = (
  path: string,
  options: {readonly cwd: string; readonly outdir: string; readonly tmpdir: string},
  runner: Runner,
) => Promise<[unknown, Report]>

/** What we read of its report. */
interface Report {
  readonly assertions: readonly {
    readonly 'earl:testSubject': {readonly url: string}
    readonly assertions: readonly {
      readonly 'earl:test': {readonly 'dct:title': string}
      readonly 'earl:result': {readonly 'dct:description': string; readonly html?: string}
    }[]
  }[]
}

const require = createRequire(import.meta.url)

/**
 * Check the accessibility of an EPUB with Ace by DAISY, in a browser that reads it from memory.
 *
 * Shape: bytes of the EPUB → a sentence a violation, `file: rule: description`, in no order.
 * Its package and its contents are checked by Ace itself, each file by axe-core as Ace sets it.
 */
export async function checkAccessibility(
  epub: Uint8Array,
  browser: Browser,
  machine: Machine,
): Promise<string[]> {
  const files = unzipSync(epub)
  const serve = (path: string): Served | null => {
    if (path === '/') return {type: 'text/html', body: ''}
    const body = files[decodeURIComponent(path.slice(1))]
    return body ? {type: typeOf(path), body} : null
  }
  const folder = await mkdtemp(join(tmpdir(), 'edition-ace-'))
  try {
    const path = join(folder, 'book.epub')
    await writeFile(path, epub)
    const options = {cwd: folder, outdir: join(folder, 'out'), tmpdir: join(folder, 'tmp')}
    return await withPage(browser, {machine, timeout: 30_000, serve}, async ({page}) => {
      await page.setJavaScriptEnabled(true)
      const [, report] = await quietAce(folder)(path, options, runnerOn(page))
      return report.assertions.flatMap(({assertions, 'earl:testSubject': {url}}) =>
        assertions.map((one) => {
          const {'dct:description': description} = one['earl:result']
          return `${url}: ${one['earl:test']['dct:title']}: ${description}`
        }),
      )
    })
  } finally {
    await rm(folder, {recursive: true})
  }
}

/** Ace writes what it does to a log, and keeps settings with those of the user: ours does not. */
function quietAce(folder: string): Ace {
  const home = require.resolve('@daisy/ace-core')
  const before = process.env['XDG_CONFIG_HOME']
  process.env['XDG_CONFIG_HOME'] = folder
  const log = createRequire(home)('winston') as {configure(options: object): void}
  log.configure({silent: true})
  const ace = require(home) as Ace
  if (before === undefined) delete process.env['XDG_CONFIG_HOME']
  else process.env['XDG_CONFIG_HOME'] = before
  return ace
}

function runnerOn(page: Page): Runner {
  const {origin} = new URL(page.url())
  return {
    concurrency: 1,
    setTimeout: () => undefined,
    launch: () => Promise.resolve(),
    close: () => Promise.resolve(),
    run: async (url, scripts, contents, folder) => {
      const path = relative(folder, fileURLToPath(url)).replaceAll('\\', '/')
      await page.goto(`${origin}/${path}`)
      for (const script of scripts) contents.push(await readFile(script, 'utf8'))
      for (const content of contents) await page.evaluate(content)
      return page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const {daisy} = window as unknown as {
              daisy: {ace: {run(done: (error: unknown, result: unknown) => void): void}}
            }
            daisy.ace.run((error, result) => {
              if (error) reject(new Error(String(error)))
              else resolve(result)
            })
          }),
      )
    },
  }
}

function typeOf(path: string): string {
  if (path.endsWith('.xhtml')) return 'application/xhtml+xml'
  if (path.endsWith('.css')) return 'text/css'
  return path.endsWith('.png') ? 'image/png' : 'application/octet-stream'
}
