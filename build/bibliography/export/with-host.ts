import {hostOf} from '../item.ts'
import type {Item, Items} from '../item.ts'

/**
 * What other programs must be told of an item of what it is published in, for they know no hosts.
 *
 * Shape: item, items → fields of CSL that the item lacks and its host has; none for one without host.
 */
export function fieldsOfHost(item: Item, items: Items): Partial<Item> {
  const host = hostOf(item, items)
  if (!host) return {}
  const {editor = host.author, volume, publisher, edition} = host
  const fields: Partial<Item> = {
    'container-title': host.title,
    editor,
    volume,
    edition,
    publisher,
    'publisher-place': host['publisher-place'],
    'collection-title': host['collection-title'],
  }
  const lacking = Object.entries(fields).filter(([name, value]) => {
    return value !== undefined && item[name as keyof Item] === undefined
  })
  return Object.fromEntries(lacking)
}
