import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** What a page of a text says, read as a browser does. */
export interface ReadHtml {
  /** The text of the element `text` without its insertions, and without its deletions. */
  readonly source: string
  readonly corrected: string
  /** The `data-id` of each deletion and insertion, in their order, each once. */
  readonly changed: readonly string[]
  readonly ids: readonly string[]
  /** Where its links lead, without the sign before. */
  readonly links: readonly string[]
  /** Every element that there is. */
  readonly names: ReadonlySet<string>
  /** The text of the elements of the list, by id. */
  readonly entries: ReadonlyMap<string, string>
}

/** Elements that never end. */
const empty = new Set(['meta', 'br', 'link', 'hr', 'img'])

/** A tag, a comment, or a run of text. */
const token =
  /<!--[^]*?-->|<!doctype[^>]*>|<\/?[a-z][^\s/>]*(?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?)*\s*\/?>|[^<]+|</gi

/**
 * Read a page back.
 *
 * It knows the syntax of HTML and of this page three things: the element `text`, `del` and `ins`, and that an
 * element with `data-code` stands for a character. Throws: when elements are not nested rightly.
 */
export function readHtml(page: string): ReadHtml {
  let [source, corrected] = ['', '']
  const open: {name: string; id: string | undefined}[] = []
  const [changed, ids, links] = [[] as string[], [] as string[], [] as string[]]
  const names = new Set<string>()
  const entries = new Map<string, string>()
  const isIn = (test: (one: {name: string; id: string | undefined}) => boolean): boolean =>
    open.some(test)
  const say = (words: string): void => {
    if (isIn(({id}) => id === 'text')) {
      if (!isIn(({name}) => name === 'ins')) source += words
      if (!isIn(({name}) => name === 'del')) corrected += words
    }
    const entry = open.find(({name, id}) => name === 'li' && id)?.id
    if (entry) entries.set(entry, (entries.get(entry) ?? '') + words)
  }
  // What comes in is one kind of line end; NUL is passed over.
  const stream = page.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '')
  for (const [run] of stream.matchAll(token)) {
    if (!/^<[a-z/]/i.test(run)) {
      if (!run.startsWith('<!') && open.at(-1)?.name !== 'style') say(decode(run))
      continue
    }
    const [, slash, name = ''] = /^<(\/?)([a-z][^\s/>]*)/i.exec(run) ?? []
    if (slash) {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`</${name}> ends <${last?.name}>.`)
      continue
    }
    names.add(name)
    const attributes = attributesOf(run.slice(name.length + 1))
    const id = attributes.get('id')
    if (id !== undefined) ids.push(id)
    const href = attributes.get('href')
    if (href !== undefined) links.push(href.replace(/^#/, ''))
    const of = attributes.get('data-id')
    if (of !== undefined && changed.at(-1) !== of) changed.push(of)
    const code = attributes.get('data-code')
    if (code !== undefined) say(String.fromCodePoint(Number.parseInt(code.slice(2), 16)))
    if (!empty.has(name)) open.push({name, id})
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> does not end.`)
  return {source, corrected, changed, ids, links, names, entries}
}

function attributesOf(tag: string): Map<string, string> {
  const pairs = tag.matchAll(/([^\s=>/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)
  return new Map([...pairs].map(([, name = '', a, b, c]) => [name, decode(a ?? b ?? c ?? '')]))
}

/** References of characters; browsers read those of LF, CR and so on as what they are. */
function decode(words: string): string {
  return words.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z0-9]+));/gi,
    (whole, hex, decimal, name) => {
      if (name) return decodeNamedCharacterReference(name) || whole
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
    },
  )
}
