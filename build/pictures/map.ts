import type {Origin} from '../text/record.ts'

/** What a place of a map is: areas have letter-spaced names, the others a sign and a name beside it. */
export const placeKinds = ['country', 'region', 'capital', 'city', 'site', 'water'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** On which side of its point a name stands; `c` is upon it. */
export const anchors = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw', 'c'] as const
export type Anchor = (typeof anchors)[number]

/** The corners in which the scale may stand. */
export const corners = ['ne', 'se', 'sw', 'nw'] as const
export type Corner = (typeof corners)[number]

/** A part of the earth in degrees; `east` is less than `west` where the date line lies between. */
export interface Bounds {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** A place that a map names. */
export interface MapPlace {
  readonly id: string
  readonly label: string
  readonly lon: number
  readonly lat: number
  readonly anchor: Anchor
  readonly kind: PlaceKind
  /** On how many lines the name stands. */
  readonly lines: number
  readonly origin: Origin
}

/** A map as its editors want it. */
export interface MapConfig {
  /** The name of its file. */
  readonly id: string
  readonly title: string
  /** What is approximate, and where the data are from. */
  readonly note: string
  /** What stands for the picture where it cannot be seen. */
  readonly alt: string
  readonly bounds: Bounds
  readonly scale: Corner
  readonly places: readonly MapPlace[]
  readonly origin: Origin
}
