import type {Entry} from '../state/entry.ts'
import {sayCertainty, sayLocator, sayPlace} from '../state/say-item.ts'
import {el} from './element.ts'
import type {Child} from './element.ts'

/** What the head of a card lets a reviewer do. */
export interface CardHeadActs {
  /** Narrow the queue to the form of the item. */
  onlyForm(): void
}

/** The head of a card: where the item stands, what it is, who made it, and why. */
export function cardHead(entry: Entry, forms: number, acts: CardHeadActs): Child[] {
  const {item, text} = entry
  const {page} = item.locator
  const scan = page ? addressOf(text.scans, page) : null
  const locator = sayLocator(entry)
  const meta = (name: string, value: Child): Child[] => [
    el('div', {}, el('dt', {}, name), el('dd', {}, value)),
  ]
  const only =
    forms > 1 &&
    el(
      'button',
      {type: 'button', class: 'quiet', click: () => acts.onlyForm()},
      `only these ${forms}`,
    )
  return [
    el(
      'p',
      {class: 'where'},
      locator !== '' && el('span', {}, locator),
      scan !== null &&
        el(
          'a',
          {href: scan, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer'},
          `See page ${page} as printed`,
        ),
    ),
    el('h2', {id: 'card-title', tabindex: -1}, sayPlace(entry)),
    el(
      'dl',
      {class: 'meta'},
      ...meta('Kind', item.kind),
      ...meta('Class', item.class),
      ...meta('Certainty', sayCertainty(entry)),
      ...meta(item.isHit ? 'Found by' : 'Made by', item.isHit ? `rule ${item.by}` : item.by),
      ...meta('Id', item.id),
      ...(only ? meta('Form', el('span', {}, el('bdi', {}, item.form), ' ', only)) : []),
    ),
    item.why !== '' && el('p', {class: 'why'}, item.why),
  ]
}

/** The address of a page, by its label as it stands or without brackets; only of the web. */
export function addressOf(
  addresses: Readonly<Record<string, string>>,
  label: string,
): string | null {
  const bare = label.replaceAll(/[[\]]/g, '')
  const found = Object.hasOwn(addresses, label)
    ? addresses[label]
    : Object.hasOwn(addresses, bare)
      ? addresses[bare]
      : undefined
  if (found === undefined) return null
  const url = URL.parse(found, document.baseURI)
  const isPicture = url?.protocol === 'data:' && url.pathname.startsWith('image/')
  return url && (['http:', 'https:', 'file:'].includes(url.protocol) || isPicture) ? found : null
}
