import {locationOf, repositoryNames} from '../archives.ts'
import type {Item, Items} from '../item.ts'
import {withHost} from './with-host.ts'

/**
 * Write items as CSL-JSON, without loss.
 *
 * What only the editors' layer has is said again in the variables that other programs know: `archive`,
 * `archive_location`, `archive-place`, `title-short`, and of documents what they are published in. Which these
 * are stands under `custom.derived`; without them an item is as it was. Where `original-date` is one of them, it
 * is the date of the item, and `issued` that of the work it is published in.
 */
export function toCsl(items: Items): object[] {
  const repositories = repositoryNames(items.values())
  return [...items.values()].map((item) => {
    const whole = {...withHost(item, items), ...archivalOf(item, repositories)}
    const derived = Object.entries(whole)
      .filter(([name, value]) => value !== undefined && !(name in item))
      .map(([name]) => name)
    const custom = derived.length > 0 ? {...item.custom, derived} : item.custom
    return {...whole, custom}
  })
}

function archivalOf(item: Item, repositories: ReadonlyMap<string, string>): object {
  const {archive, abbreviations} = item.custom
  const short = abbreviations?.[0]
  const location = locationOf(item)
  return {
    ...(short === undefined ? {} : {'title-short': short}),
    ...(archive ? {archive: repositories.get(archive.repository)} : {}),
    ...(archive?.place === undefined ? {} : {'archive-place': archive.place}),
    ...(location === '' ? {} : {archive_location: location}),
  }
}
