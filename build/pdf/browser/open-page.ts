import puppeteer from 'puppeteer'
import type {Browser as Running, HTTPRequest, Page} from 'puppeteer'
import {ToolError} from '../../tool-error.ts'
import type {Browser, Machine} from './machine.ts'

/** A file of the virtual place from which a page is served. */
export interface Served {
  readonly type: string
  readonly body: string | Uint8Array
}

/** What a page is opened with. */
export interface PageOptions {
  /** Who runs the browser, and where it may keep what it writes. */
  readonly machine: Pick<Machine, 'isRoot' | 'temporary' | 'makeFolder'>
  /** How long any one step may take, in milliseconds. */
  readonly timeout: number
  /** The file of a path, `/` for the page itself; `null` when there is none. */
  serve(path: string): Served | null
}

/** A page that holds the HTML, and what there is to say about how it was opened. */
export interface OpenPage {
  readonly page: Page
  /** Name and version of the browser. */
  readonly version: string
  /** Whether the browser keeps the page in its sandbox. */
  readonly isSandboxed: boolean
}

/** Nothing resolves, so no request can leave even past the interception. */
const virtualOrigin = 'https://edition.invalid'

const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src ${virtualOrigin}; img-src ${virtualOrigin}`

/** The network leads nowhere; glyphs are placed as in print. */
const flags = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--font-render-hinting=none',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Open a page of our own HTML in a browser, let a function work on it, and close the browser.
 *
 * The page runs no script of its own, reaches no network and no file: everything it asks for is
 * served from memory or refused. Our own functions still run in it.
 *
 * Throws: `ToolError` when the browser does not start, dies, hangs, or shows another page than
 * the one it was given; the browser is then killed.
 */
export async function withPage<T>(
  browser: Browser,
  options: PageOptions,
  work: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const {machine} = options
  const profile = machine.makeFolder(machine.temporary, 'annotated-edition-')
  try {
    return await withRunning(await launch(browser, options, profile.path), browser, options, work)
  } finally {
    profile.remove()
  }
}

async function withRunning<T>(
  {running, isSandboxed}: Launched,
  browser: Browser,
  options: PageOptions,
  work: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const ended = Promise.withResolvers<never>()
  // Nobody may be listening yet when the browser dies.
  ended.promise.catch(() => undefined)
  running.once('disconnected', () =>
    ended.reject(new ToolError(`The browser ${browser.path} ended in the middle of its work.`)),
  )
  try {
    const version = await running.version()
    const page = await running.newPage()
    // After a crash of its renderer a page never answers again.
    page.once('error', () =>
      ended.reject(new ToolError('The browser crashed while it laid out the pages.')),
    )
    const whole = load(page, options).then(() => work({page, version, isSandboxed}))
    return await Promise.race([whole, ended.promise])
  } catch (error) {
    throw asToolError(error, options.timeout)
  } finally {
    await close(running)
  }
}

/** A browser that runs. */
interface Launched {
  readonly running: Running
  readonly isSandboxed: boolean
}

async function launch(browser: Browser, options: PageOptions, profile: string): Promise<Launched> {
  const start = (sandbox: readonly string[]): Promise<Running> =>
    puppeteer.launch({
      executablePath: browser.path,
      headless: browser.headless,
      args: [...flags, ...sandbox],
      env: {...browser.environment},
      userDataDir: profile,
      // A browser ends when its pipe does, even if this process is killed; a socket it would
      // go on waiting at.
      pipe: true,
      // The command line decides what a signal means; the browser is ended in any case.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      protocolTimeout: options.timeout,
      timeout: Math.min(options.timeout, 60_000),
    })
  const off = ['--no-sandbox']
  try {
    // A browser refuses its sandbox when it is run with all rights.
    if (options.machine.isRoot) return {running: await start(off), isSandboxed: false}
    try {
      return {running: await start([]), isSandboxed: true}
    } catch (error) {
      if (!/sandbox/i.test(String(error))) throw error
      return {running: await start(off), isSandboxed: false}
    }
  } catch (error) {
    const [first = ''] = String((error as Error).message).split('\n')
    throw new ToolError(`The browser ${browser.path} did not start: ${first}`, {cause: error})
  }
}

async function load(page: Page, {serve, timeout}: PageOptions): Promise<void> {
  const address = `${virtualOrigin}/`
  page.setDefaultTimeout(timeout)
  await page.setJavaScriptEnabled(false)
  await page.emulateMediaType('print')
  await page.setViewport({width: 1200, height: 1200})
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    // A request may be gone before it is answered, when the page is closed.
    answer(request, serve).catch(() => undefined)
  })
  await page.goto(address, {waitUntil: 'load'})
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  if (page.url() !== address) throw new ToolError(`The page went to ${page.url()}.`)
}

/** Serve what is ours; refuse the rest, a change of the page itself by doing nothing. */
async function answer(request: HTTPRequest, serve: PageOptions['serve']): Promise<void> {
  const url = new URL(request.url())
  const file = url.origin === virtualOrigin ? serve(url.pathname) : null
  const isFirst = url.href === `${virtualOrigin}/`
  if (file) {
    const headers = isFirst ? {'content-security-policy': policy} : {}
    const body = typeof file.body === 'string' ? file.body : Buffer.from(file.body)
    await request.respond({status: 200, contentType: file.type, headers, body})
  } else if (request.isNavigationRequest()) await request.respond({status: 204, body: ''})
  else await request.abort()
}

function asToolError(error: unknown, timeout: number): unknown {
  if (!(error instanceof Error) || error instanceof ToolError) return error
  if (/timed? ?out/i.test(error.message)) {
    const seconds = Math.round(timeout / 1000)
    const reason = `The browser did not answer within ${seconds} s; \`--timeout SECONDS\` gives it more.`
    return new ToolError(reason, {cause: error})
  }
  const isProtocol = /Protocol error|Target closed|Session closed|detached|net::/.test(
    error.message,
  )
  return isProtocol ? new ToolError(`The browser failed: ${error.message}`, {cause: error}) : error
}

/** Close a browser; one that does not answer is killed. */
async function close(running: Running): Promise<void> {
  running.removeAllListeners('disconnected')
  const child = running.process()
  const grace = new Promise((resolve) => setTimeout(resolve, 3000).unref())
  await Promise.race([running.close().catch(() => undefined), grace])
  if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
}
