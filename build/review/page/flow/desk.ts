import type {DeskRequests, Done, PageData, Refused} from '../../page-data.ts'

/** Why a desk did nothing. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** The program that serves the page and writes what the reviewer says. */
export interface Desk {
  /** Ask for something to be done. Throws: `RefusedError`. */
  ask<K extends keyof DeskRequests>(what: K, body: DeskRequests[K]): Promise<Done>
  /** Get the data anew. Throws: `RefusedError`. */
  load(): Promise<PageData>
  /** Listen for changes of the manuscript, and for whether the desk can be heard. */
  listen(changed: () => void, heard: (isHeard: boolean) => void): void
}

/** Reach the desk that served the page; it lets in who knows the token of its address. */
export function openDesk(token: string): Desk {
  const headers = {'x-edition-token': token}
  return {
    ask: (what, body) =>
      answerOf(
        fetch(`api/${what}`, {
          method: 'POST',
          headers: {...headers, 'content-type': 'application/json'},
          body: JSON.stringify(body),
        }),
      ) as Promise<Done>,
    load: () => answerOf(fetch('api/data', {headers})) as Promise<PageData>,
    listen(changed, heard) {
      const events = new EventSource(`api/events?token=${encodeURIComponent(token)}`)
      events.addEventListener('change', changed)
      events.addEventListener('open', () => heard(true))
      events.addEventListener('error', () => heard(false))
    },
  }
}

async function answerOf(request: Promise<Response>): Promise<unknown> {
  const response = await request.catch(() => null)
  if (!response) throw new RefusedError('The desk does not answer. Is it still running?')
  const content: unknown = await response.json().catch(() => null)
  if (response.ok && content !== null) return content
  const {error} = (content ?? {}) as Partial<Refused>
  throw new RefusedError(error ?? `The desk answers ${response.status} and says no more.`)
}
