import * as v from 'valibot'
import {anchors, corners, placeKinds} from '../pictures/map.ts'
import {name, words} from './schema-values.ts'

/** Degrees with up to four decimals, no more than a quarter or half of a circle. */
const degrees = (most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d{1,3}(?:\.\d{1,4})?$/, 'degrees such as 47.9 or -3.2'),
    v.transform(Number),
    v.check((value) => Math.abs(value) <= most, `degrees from -${most} to ${most}`),
  )

const bounds = v.pipe(
  v.strictObject({west: degrees(180), south: degrees(85), east: degrees(180), north: degrees(85)}),
  v.check(({south, north}) => north - south >= 0.1, 'bounds whose north lies north of their south'),
  v.check(({west, east}) => {
    const across = east > west ? east - west : east - west + 360
    return across >= 0.1 && across <= 150
  }, 'bounds of at most 150 degrees from west to east'),
)

const place = v.strictObject({
  label: words,
  lon: degrees(180),
  lat: degrees(90),
  kind: v.picklist(placeKinds),
  /** Left out, it is `e` where there is a sign, and `c` where there is none. */
  anchor: v.optional(v.picklist(anchors)),
  /** On how many lines the name stands. */
  lines: v.optional(v.picklist(['1', '2', '3']), '1'),
})

/** maps/NAME.yaml: a map and its places by id. */
export const mapSchema = v.strictObject({
  title: words,
  note: words,
  alt: words,
  bounds,
  scale: v.optional(v.picklist(corners), 'sw'),
  places: v.record(name, place),
})
