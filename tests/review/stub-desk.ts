import type {IncomingMessage, ServerResponse} from 'node:http'
import type {DeskRequests, Done, PageData, PageText, Refused} from '../../build/review/page-data.ts'
import type {ReviewItem} from '../../build/review/item.ts'
import {judge} from '../../build/verdicts/judge.ts'
import type {Said} from '../../build/verdicts/verdict.ts'

/** A desk that writes nothing: it changes the data it was given, and remembers what it was asked. */
export interface StubDesk {
  readonly token: string
  readonly asked: readonly {readonly what: string; readonly body: unknown}[]
  /** Refuse the next request with these words. */
  refuseNext(words: string): void
  /** Let another reviewer say something. */
  say(text: string, said: Said): void
  answer(request: IncomingMessage, response: ServerResponse): boolean
  end(): void
}

/** Make a desk of data that was invented. */
export function stubDesk(first: PageData): StubDesk {
  const token = 'a-token-of-the-test'
  const asked: {what: string; body: unknown}[] = []
  const listeners = new Set<ServerResponse>()
  const history = new Map<number, PageData>()
  let data = first
  let refusal: string | null = null
  const tell = (): void => {
    for (const listener of listeners) listener.write('event: change\ndata: {}\n\n')
  }

  const act = (what: string, body: unknown): Done | Refused => {
    asked.push({what, body})
    if (refusal !== null) {
      const error = refusal
      refusal = null
      return {error}
    }
    const done = history.size + 1
    if (what === 'undo') {
      data = history.get((body as DeskRequests['undo']).done) ?? data
      return {done: 0, what: 'Undone.'}
    }
    history.set(done, data)
    if (what === 'verdicts') {
      const {text, who, changes} = body as DeskRequests['verdicts']
      for (const {id, verdict, of, note, settles} of changes) {
        const said = verdict === null ? null : {who, id, verdict, of, note, settles}
        data = change(data, text, (one) => withVerdict(one, who, id, said, data))
      }
    } else if (what === 'answer') {
      const {text, id} = body as DeskRequests['answer']
      data = change(data, text, (one) => ({
        ...one,
        items: one.items.filter((item) => item.id !== id),
      }))
    }
    return {done, what: `Written: ${what}.`}
  }

  return {
    token,
    asked,
    refuseNext(words) {
      refusal = words
    },
    say(text, said) {
      data = change(data, text, (one) => withVerdict(one, said.who, said.id, said, data))
      tell()
    },
    answer(request, response) {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      if (!url.pathname.startsWith('/api/')) return false
      const what = url.pathname.slice('/api/'.length)
      const given =
        what === 'events' ? url.searchParams.get('token') : request.headers['x-edition-token']
      const end = (status: number, content: object): void => {
        response.writeHead(status, {'content-type': 'application/json'})
        response.end(JSON.stringify(content))
      }
      if (given !== token) end(403, {error: 'Wrong token.'})
      else if (what === 'data') end(200, data)
      else if (what === 'events') {
        response.writeHead(200, {'content-type': 'text/event-stream'})
        response.write(': here\n\n')
        listeners.add(response)
        response.on('close', () => listeners.delete(response))
      } else {
        const chunks: Buffer[] = []
        request.on('data', (chunk: Buffer) => chunks.push(chunk))
        request.on('end', () => {
          const answer = act(what, JSON.parse(Buffer.concat(chunks).toString()))
          end('error' in answer ? 409 : 200, answer)
          if (!('error' in answer)) tell()
        })
      }
      return true
    },
    end() {
      for (const listener of listeners) listener.end()
    },
  }
}

function change(data: PageData, id: string, alter: (text: PageText) => PageText): PageData {
  return {...data, texts: data.texts.map((text) => (text.id === id ? alter(text) : text))}
}

function withVerdict(
  text: PageText,
  who: string,
  id: string,
  said: Said | null,
  {policy}: PageData,
): PageText {
  const items = text.items.map((item): ReviewItem => {
    if (item.id !== id) return item
    const others = [...item.judgement.valid, ...item.judgement.stale].filter(
      (one) => one.who !== who,
    )
    return {...item, judgement: judge(item, said ? [...others, said] : others, policy)}
  })
  const verdicts = text.verdicts.filter((one) => one.who !== who || one.id !== id)
  return {...text, items, verdicts: said ? [...verdicts, said] : verdicts}
}
