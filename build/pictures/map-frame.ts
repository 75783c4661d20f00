import {geoConicConformal} from 'd3-geo'
import type {GeoProjection} from 'd3-geo'
import type {Bounds} from './map.ts'
import {measure} from './picture.ts'

/** The sheet of a map: how the earth lies on it. */
export interface MapFrame {
  readonly projection: GeoProjection
  readonly width: number
  readonly height: number
  /** Kilometres to a unit in the middle of the sheet. */
  readonly scale: number
}

/** Mean radius of the earth in kilometres. */
const radius = 6371

/**
 * Lay a part of the earth on a sheet as wide as the measure.
 *
 * Conformal conic, true on two parallels a sixth from the edges, north upwards in the middle: shapes
 * are right, and no region of the size of the steppe is much too large. The sheet is the rectangle
 * around the bounds, so its corners show a little of what lies outside them.
 */
export function mapFrame({west, south, east, north}: Bounds): MapFrame {
  const across = east > west ? east - west : east - west + 360
  const sixth = (north - south) / 6
  const projection = geoConicConformal()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + across / 2), 0])
    .scale(1000)
    .translate([0, 0])
    .precision(0.3)
  const xs: number[] = []
  const ys: number[] = []
  // The edges are bowed: their ends alone would cut off their middles.
  for (let step = 0; step <= 60; step += 1) {
    const lon = west + (across * step) / 60
    const lat = south + ((north - south) * step) / 60
    for (const [x, y] of [
      [lon, south],
      [lon, north],
      [west, lat],
      [west + across, lat],
    ] as const) {
      const point = projection([x, y])
      if (point) {
        xs.push(point[0])
        ys.push(point[1])
      }
    }
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const factor = measure / (Math.max(...xs) - left)
  const height = Math.round((Math.max(...ys) - top) * factor)
  projection
    .scale(1000 * factor)
    .translate([-left * factor, -top * factor])
    // A little more than the sheet, so that no coast is drawn along its edges.
    .clipExtent([
      [-4, -4],
      [measure + 4, height + 4],
    ])
  return {projection, width: measure, height, scale: kilometresPerUnit(projection, height)}
}

function kilometresPerUnit(projection: GeoProjection, height: number): number {
  const [lon, lat] = projection.invert?.([measure / 2, height / 2]) ?? [0, 0]
  const one = projection([lon, lat - 0.5])
  const other = projection([lon, lat + 0.5])
  if (!one || !other) return 1
  const units = Math.hypot(one[0] - other[0], one[1] - other[1])
  return (radius * Math.PI) / 180 / units
}
