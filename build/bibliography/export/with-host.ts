import {hostOf} from '../item.ts'
import type {Item, ItemDate, ItemName, Items} from '../item.ts'

/** An item with what other programs must be told of the work it is published in, for they know no hosts. */
export interface HostedItem extends Item {
  /** Who wrote the work it is published in. */
  readonly 'container-author'?: readonly ItemName[] | undefined
  /** Its own date, where `issued` is that of the work it is published in. */
  readonly 'original-date'?: ItemDate | undefined
}

/**
 * Tell of an item what it is published in.
 *
 * Shape: item, items → the item with the title, names, imprint and date of its host, as far as it has none of
 * its own; its own date becomes the original one. An item without host is as it was.
 */
export function withHost(item: Item, items: Items): HostedItem {
  const host = hostOf(item, items)
  if (!host) return item
  const fields: Partial<HostedItem> = {
    'container-title': host.title,
    'container-author': host.author,
    editor: host.editor,
    edition: host.edition,
    volume: host.volume,
    'volume-title': host['volume-title'],
    publisher: host.publisher,
    'publisher-place': host['publisher-place'],
    'collection-title': host['collection-title'],
  }
  const known = Object.entries({...fields, ...item}).filter(([, value]) => value !== undefined)
  const made = Object.fromEntries(known) as unknown as HostedItem
  if (!host.issued) return made
  return {
    ...made,
    issued: host.issued,
    ...(item.issued ? {'original-date': item.issued} : {}),
  }
}
