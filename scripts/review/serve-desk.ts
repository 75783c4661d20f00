import {randomBytes, timingSafeEqual} from 'node:crypto'
import {watch} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {explainSystemError} from '../../build/explain-system-error.ts'
import type {Desk} from './desk/desk.ts'
import {Refusal} from './desk/refusal.ts'
import {isAsked} from './desk/requests.ts'
import {typeOf} from './find-images.ts'

/** What is served. */
export interface DeskServer {
  /** The address of the page, with the token without which nothing is answered. */
  readonly address: string
  close(): Promise<void>
}

/** What a desk is served with. */
export interface ServeOptions {
  /** 0 for any free one. */
  readonly port: number
  /** The HTML of the page, and the policy that it stands under. */
  readonly page: {readonly html: string; readonly policy: string}
  /** The folder whose changes are told to the page. */
  readonly folder: string
  /** Pictures of pages: path below `image/` → file. */
  readonly images: ReadonlyMap<string, string>
  /** What everybody who asks must know; see {@link makeToken}. */
  readonly token: string
}

/** Make a token that nobody can guess. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url')
}

/** The longest body that is read, in bytes. */
const longestBody = 4_000_000

/**
 * Serve a desk on this machine alone.
 *
 * Who asks must know the token, be on 127.0.0.1, and come from no other site: `Host` and `Origin` are
 * checked, so that a page elsewhere can neither read nor write, whatever name it gives this machine.
 */
export async function serveDesk(desk: Desk, options: ServeOptions): Promise<DeskServer> {
  const {token} = options
  const listeners = new Set<ServerResponse>()
  const tell = (): void => {
    for (const listener of listeners) listener.write('event: change\ndata: {}\n\n')
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const status = error instanceof Refusal ? error.status : 500
      const why = error instanceof Error ? (explainSystemError(error) ?? error.message) : 'failed'
      if (!response.headersSent) send(response, status, {error: why})
    })
  })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const {port} = server.address() as AddressInfo
    const refused = refuse(request, port, token)
    if (refused) return send(response, refused.status, {error: refused.error})
    const {pathname} = new URL(request.url ?? '/', 'http://127.0.0.1')
    const {method} = request
    if (method === 'GET' && pathname === '/') {
      const headers = {'content-type': 'text/html; charset=utf-8'}
      response.writeHead(200, {
        ...shared,
        ...headers,
        'content-security-policy': options.page.policy,
      })
      response.end(options.page.html)
    } else if (method === 'GET' && pathname === '/api/data') {
      send(response, 200, await desk.data())
    } else if (method === 'GET' && pathname === '/api/events') {
      response.writeHead(200, {...shared, 'content-type': 'text/event-stream'})
      response.write(': here\n\n')
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
    } else if (method === 'GET' && pathname.startsWith('/image/')) {
      await sendImage(response, options.images.get(decodeURIComponent(pathname.slice(7))))
    } else if (method === 'POST' && pathname.startsWith('/api/')) {
      const what = pathname.slice(5)
      if (!isAsked(what)) return send(response, 404, {error: 'There is nothing here.'})
      const done = await desk.act(what, await readBody(request))
      tell()
      send(response, 200, done)
    } else send(response, 404, {error: 'There is nothing here.'})
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const stopWatching = watchFolder(options.folder, async () => {
    if (await desk.hasChanged()) tell()
  })
  const {port} = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/?token=${token}`,
    close: async () => {
      stopWatching()
      for (const listener of listeners) listener.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const shared = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** Why a request is not answered; `null` when it is. */
function refuse(
  {headers, method, url}: IncomingMessage,
  port: number,
  token: string,
): {status: number; error: string} | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return {status: 403, error: 'Unexpected host.'}
  const {origin} = headers
  if (origin !== undefined && !hosts.map((host) => `http://${host}`).includes(origin)) {
    return {status: 403, error: 'Unexpected origin.'}
  }
  const {searchParams, pathname} = new URL(url ?? '/', 'http://127.0.0.1')
  // A picture, a stream of events and the page itself cannot be asked for with a header.
  const inAddress = method === 'GET' && pathname !== '/api/data' ? searchParams.get('token') : null
  const given = headers['x-edition-token'] ?? inAddress
  if (typeof given !== 'string' || !isSame(given, token)) {
    return {
      status: 403,
      error: 'Expected the token; open the address that `edition review` has printed.',
    }
  }
  if (method === 'POST' && headers['content-type'] !== 'application/json') {
    return {status: 400, error: 'Expected JSON.'}
  }
  return null
}

/** Compare in a time that tells nothing of where they part. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {...shared, 'content-type': 'application/json'})
  response.end(JSON.stringify(body))
}

async function sendImage(response: ServerResponse, path: string | undefined): Promise<void> {
  if (path === undefined) return send(response, 404, {error: 'There is no such picture.'})
  response.writeHead(200, {...shared, 'content-type': typeOf(path) ?? 'application/octet-stream'})
  response.end(await readFile(path))
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > longestBody) throw new Refusal(400, 'The request is too long.')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Refusal(400, 'Expected JSON.')
  }
}

/** Call back when something in a folder has changed, once for changes that come together. */
function watchFolder(folder: string, changed: () => Promise<void>): () => void {
  let waiting: NodeJS.Timeout | undefined
  const watcher = watch(folder, {recursive: true}, () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      changed().catch(() => undefined)
    }, 150)
  })
  watcher.on('error', () => undefined)
  return () => {
    clearTimeout(waiting)
    watcher.close()
  }
}
