import {placeKinds} from './map.ts'
import type {MapPlace} from './map.ts'
import type {Described} from './picture.ts'

/**
 * Say in words what a map shows.
 *
 * Shape: places → the same by kind, each kind from north to south; `47.9° N 106.9° E`.
 */
export function describePlaces(places: readonly MapPlace[]): Described[] {
  return placeKinds.flatMap((kind) =>
    places
      .filter((place) => place.kind === kind)
      .toSorted((one, other) => other.lat - one.lat || one.lon - other.lon)
      .map(({label, lon, lat}) => ({
        kind,
        label,
        position: `${degrees(lat, 'N', 'S')} ${degrees(lon, 'E', 'W')}`,
      })),
  )
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(1)}° ${value < 0 ? negative : positive}`
}
