import {locationOf, repositoryNames} from '../archives.ts'
import type {Item, Items} from '../item.ts'
import {fieldsOfHost} from './with-host.ts'

/**
 * Write items as CSL-JSON, without loss.
 *
 * What only the editors' layer has is said again in the variables that other programs know: `archive`,
 * `archive_location`, `archive-place`, `title-short`, and of documents what they are published in. Which these
 * are stands under `custom.derived`; without them an item is what bibliography.json has.
 */
export function toCsl(items: Items): object[] {
  const repositories = repositoryNames(items.values())
  return [...items.values()].map((item) => {
    const derived = Object.fromEntries(
      Object.entries(derivedOf(item, items, repositories)).filter(([name, value]) => {
        return value !== undefined && !(name in item)
      }),
    )
    const names = Object.keys(derived)
    const custom = names.length > 0 ? {...item.custom, derived: names} : item.custom
    return {...item, ...derived, custom}
  })
}

function derivedOf(
  item: Item,
  items: Items,
  repositories: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const {archive, abbreviations} = item.custom
  return {
    ...fieldsOfHost(item, items),
    'title-short': abbreviations?.[0],
    ...(archive
      ? {
          archive: repositories.get(archive.repository),
          'archive-place': archive.place,
          archive_location: locationOf(item) || undefined,
        }
      : {}),
  }
}
