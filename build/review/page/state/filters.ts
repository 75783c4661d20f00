/** What the queue can be narrowed by, in the order in which an address names it. */
export const filterNames = [
  'text',
  'class',
  'kind',
  'form',
  'state',
  'by',
  'words',
  'sample',
] as const
export type FilterName = (typeof filterNames)[number]

/** What the queue is narrowed to; an empty word narrows nothing. */
export type Filters = Readonly<Record<FilterName, string>>

/** What an address of the page says: its filters, and the item that is open. */
export interface Address {
  readonly filters: Filters
  /** `TEXT/ID`; `null` when the address names none. */
  readonly item: string | null
}

/** Filters that narrow nothing. */
export const noFilters: Filters = {
  text: '',
  class: '',
  kind: '',
  form: '',
  state: '',
  by: '',
  words: '',
  sample: '',
}

/** Write an address: `#text=ligature&state=open&item=ligature/l4.ocials`; empty when it says nothing. */
export function writeAddress({filters, item}: Address): string {
  const named = filterNames.map((name) => [name, filters[name]] as const)
  const parts = [...named, ['item', item ?? ''] as const]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${escape(value)}`)
  return parts.length > 0 ? `#${parts.join('&')}` : ''
}

/** Read an address; what it names and the page does not know is passed over. */
export function readAddress(hash: string): Address {
  const said = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part): [string, string] => {
        const at = part.indexOf('=')
        return at < 0 ? [part, ''] : [part.slice(0, at), unescape(part.slice(at + 1))]
      }),
  )
  const filters = Object.fromEntries(filterNames.map((name) => [name, said.get(name) ?? '']))
  return {filters: filters as Record<FilterName, string>, item: said.get('item') || null}
}

/** Whether two sets of filters narrow to the same. */
export function isSameFilters(one: Filters, other: Filters): boolean {
  return filterNames.every((name) => one[name] === other[name])
}

/** Strokes stay as they are, so that people can read the address. */
function escape(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll('%2F', '/')
}

/** An address that somebody cut short may end within a sign. */
function unescape(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
