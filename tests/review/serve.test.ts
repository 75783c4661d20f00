import {request} from 'node:http'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {PageData} from '../../build/review/page-data.ts'
import {openDesk} from '../../scripts/review/desk/desk.ts'
import {makeToken, serveDesk} from '../../scripts/review/serve-desk.ts'
import type {DeskServer} from '../../scripts/review/serve-desk.ts'
import {change, freshSpecimen} from '../fresh-specimen.ts'

const home = freshSpecimen()
let server: DeskServer
const token = makeToken()

beforeEach(async () => {
  const workspace = {manuscript: home.manuscript, out: home.out, sources: []}
  const options = {mode: 'desk', who: null, images: {}, sample: () => null} as const
  const desk = await openDesk(workspace, 'specimen', options)
  const folder = join(home.manuscript, 'specimen')
  const picture = join(home.path, '1.png')
  await writeFile(picture, 'a picture')
  const page = {html: '<!doctype html><title>Review</title>', policy: "default-src 'none'"}
  const images = new Map([['ligature/1.png', picture]])
  server = await serveDesk(desk, {port: 0, page, folder, images, token})
})
afterEach(() => server.close())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Ask as a browser would not: with any header. */
function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const {port} = new URL(server.address)
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const call = request({host: '127.0.0.1', port, path, method, headers}, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => {
        resolve({status: response.statusCode ?? 0, headers: response.headers, body: text})
      })
    })
    call.on('error', reject)
    call.end(body)
  })
}

const withToken = (more: Record<string, string> = {}) => ({
  'x-edition-token': token,
  ...more,
})
const json = {'content-type': 'application/json'}

describe('who may ask', () => {
  test('who has the token', async () => {
    expect((await ask(`/?token=${token}`)).body).toContain('<title>Review</title>')
    const {status, body} = await ask('/api/data', withToken())
    expect(status).toBe(200)
    expect((JSON.parse(body) as PageData).texts).toHaveLength(3)
    expect((await ask(`/image/ligature/1.png?token=${token}`)).body).toBe('a picture')
  })

  test('nobody without it, with another one, or with it in the address of what can be read elsewhere', async () => {
    for (const path of ['/', '/api/data', '/api/events', '/image/ligature/1.png']) {
      expect((await ask(path)).status, path).toBe(403)
      expect((await ask(path, {'x-edition-token': 'no'})).status, path).toBe(403)
    }
    expect((await ask(`/api/data?token=${token}`)).status).toBe(403)
    const body = JSON.stringify({done: 0})
    expect((await ask('/api/undo', json, body)).status).toBe(403)
    expect((await ask(`/api/undo?token=${token}`, json, body)).status).toBe(403)
  })

  test('no other site, whatever name it gives this machine', async () => {
    const origin = withToken({origin: 'https://example.org'})
    expect((await ask('/api/data', origin)).status).toBe(403)
    expect((await ask('/api/data', withToken({origin: 'null'}))).status).toBe(403)
    expect((await ask('/api/data', withToken({host: 'example.org'}))).status).toBe(403)
    const {port} = new URL(server.address)
    const own = withToken({origin: `http://127.0.0.1:${port}`})
    expect((await ask('/api/data', own)).status).toBe(200)
  })

  test('what is answered cannot be framed, kept or run', async () => {
    const {headers} = await ask(`/?token=${token}`)
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'",
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
  })
})

describe('what is asked', () => {
  const post = (path: string, body: string, more = {}) =>
    ask(path, withToken({...json, ...more}), body)

  test('what is no request is said to be none', async () => {
    expect((await post('/api/verdicts', '{')).status).toBe(400)
    expect((await post('/api/verdicts', '{}')).status).toBe(400)
    expect((await post('/api/verdicts', '{}', {'content-type': 'text/plain'})).status).toBe(400)
    expect((await post('/api/nothing', '{}')).status).toBe(404)
    expect((await post('/api/undo', '{"done": 7}')).body).toContain('nothing to be undone')
    expect((await ask(`/image/../edition.yaml?token=${token}`)).status).toBe(404)
  })

  test('a verdict is written once; the same request again is refused', async () => {
    const data = JSON.parse((await ask('/api/data', withToken())).body) as PageData
    const item = data.texts[0]?.items.find(({id}) => id === 'l51.our')
    const changes = [{id: 'l51.our', of: item?.of, verdict: 'reject', was: null}]
    const body = JSON.stringify({text: 'ligature', who: 'anna', changes})
    expect((await post('/api/verdicts', body)).status).toBe(200)
    const again = await post('/api/verdicts', body)
    expect([again.status, again.body]).toEqual([409, expect.stringContaining('meanwhile')])
  })

  test('a page is told when a file changes by another hand', async () => {
    const {port} = new URL(server.address)
    const path = `/api/events?token=${token}`
    const told = new Promise<string>((resolve, reject) => {
      const call = request({host: '127.0.0.1', port, path}, (response) => {
        response.setEncoding('utf8').on('data', (chunk: string) => {
          if (chunk.includes('event: change')) resolve(chunk)
          else begin()
        })
      })
      call.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET') reject(error)
      })
      call.end()
    })
    const corrections = join(home.manuscript, 'specimen/texts/ligature/corrections.yaml')
    const begin = (): void => {
      void change(corrections, 'reading: "flour"', 'reading: "Flour"')
    }
    expect(await told).toContain('event: change')
    const data = JSON.parse((await ask('/api/data', withToken())).body) as PageData
    expect(data.texts[0]?.items.find(({id}) => id === 'l51.our')?.reading).toBe('Flour')
  })
})
