import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {geoArea, geoGraticule, geoPath} from 'd3-geo'
import type {GeoPermissibleObjects} from 'd3-geo'
import type {FeatureCollection, MultiLineString, MultiPolygon} from 'geojson'
import {feature, mesh} from 'topojson-client'
import type {GeometryCollection, Topology} from 'topojson-specification'
import type {Bounds} from './map.ts'
import type {MapFrame} from './map-frame.ts'
import {pathWriter} from './path-writer.ts'

/**
 * Land and present-day countries.
 *
 * Source: Natural Earth (public domain), as packed by world-atlas.
 */
type Atlas = Topology<{countries: GeometryCollection; land: GeometryCollection}>

/** A polygon or a line, and the meridians and parallels between which it lies. */
interface Boxed<C> {
  readonly coordinates: C
  readonly box: Bounds
}

/** What is drawn of an atlas; read once. */
interface Shapes {
  readonly land: readonly Boxed<MultiPolygon['coordinates'][number]>[]
  readonly borders: readonly Boxed<MultiLineString['coordinates'][number]>[]
}

const read = new Map<string, Shapes>()

/** The ground of a map, as data of SVG paths. */
export interface Ground {
  readonly land: string
  readonly borders: string
  readonly graticule: string
}

/**
 * Draw land, borders of countries, and meridians and parallels.
 *
 * Lakes are not in the data but for inland seas, nor are rivers. Borders are those of today.
 */
export function drawGround(frame: MapFrame, bounds: Bounds): Ground {
  // In thousands of kilometres.
  const across = (frame.width * frame.scale) / 1000
  const {land, borders} = readShapes(across < 1 ? '10m' : '50m')
  const step = across > 4 ? 10 : across > 1.5 ? 5 : 2
  // Most of the earth lies elsewhere, and would only be laid out to be cut off.
  const near = <C>(all: readonly Boxed<C>[]): C[] =>
    all.filter(({box}) => meets(box, bounds)).map(({coordinates}) => coordinates)
  const polygons = near(land).filter((coordinates) => !isInverted(coordinates))
  return {
    land: write(frame, {type: 'MultiPolygon', coordinates: polygons}, true),
    borders: write(frame, {type: 'MultiLineString', coordinates: near(borders)}, false),
    graticule: write(frame, geoGraticule().step([step, step])(), false),
  }
}

type Point = readonly [x: number, y: number]

/** Points nearer to each other than this cannot be told apart in print. */
const nearest = 0.7
/** Islands smaller than this are specks. */
const smallest = 3

/** Whether the rounding of the data turned a polygon inside out: it would cover the whole earth. */
function isInverted(coordinates: MultiPolygon['coordinates'][number]): boolean {
  return geoArea({type: 'Polygon', coordinates}) >= 2 * Math.PI
}

/** How far beyond its bounds the corners of a sheet may reach, in degrees. */
const beyond = 15

/** Whether a part of the earth comes near to the bounds of a map, the short way around it. */
function meets(box: Bounds, {west, south, east, north}: Bounds): boolean {
  if (box.north < south - beyond || box.south > north + beyond) return false
  // Towards the poles meridians meet, and a sheet may show them all.
  if (north > 75 || south < -75) return true
  const across = east > west ? east - west : east - west + 360
  const apart = Math.abs((box.west + box.east) / 2 - (west + across / 2)) % 360
  const least = Math.min(apart, 360 - apart)
  return least <= (box.east - box.west + across) / 2 + beyond * 2
}

function boxOf(points: readonly (readonly number[])[]): Bounds {
  const box = {west: Infinity, south: Infinity, east: -Infinity, north: -Infinity}
  for (const [lon = 0, lat = 0] of points) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

/** Draw something of the earth, without what is too small to be seen. */
function write({projection}: MapFrame, shape: GeoPermissibleObjects, isClosed: boolean): string {
  const pen = pathWriter()
  let line: Point[] = []
  const finish = (): void => {
    const [first, ...rest] = thin(line)
    line = []
    if (!first || rest.length === 0 || (isClosed && extentOf([first, ...rest]) < smallest)) return
    pen.moveTo(...first)
    for (const point of rest) pen.lineTo(...point)
    if (isClosed) pen.closePath()
  }
  geoPath(projection, {
    beginPath: () => undefined,
    moveTo: (x, y) => {
      finish()
      line = [[x, y]]
    },
    lineTo: (x, y) => void line.push([x, y]),
    closePath: finish,
    arc: () => undefined,
  })(shape)
  finish()
  return pen.path()
}

/** Leave out points that lie too near to the one before; both ends stay. */
function thin(line: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const [index, point] of line.entries()) {
    const last = kept.at(-1)
    const isFar = !last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= nearest
    if (isFar || index === line.length - 1) kept.push(point)
  }
  return kept
}

function extentOf(line: readonly Point[]): number {
  return Math.max(spread(line.map(([x]) => x)), spread(line.map(([, y]) => y)))
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}

function readShapes(detail: '10m' | '50m'): Shapes {
  const known = read.get(detail)
  if (known) return known
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${detail}.json`)
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas
  const {countries, land} = atlas.objects
  const borders = mesh(atlas, countries, (one, other) => one !== other)
  const shapes = {
    land: polygonsOf(feature(atlas, land)).map((coordinates) => {
      return {coordinates, box: boxOf(coordinates[0] ?? [])}
    }),
    borders: borders.coordinates.map((coordinates) => ({coordinates, box: boxOf(coordinates)})),
  }
  read.set(detail, shapes)
  return shapes
}

function polygonsOf(land: FeatureCollection): MultiPolygon['coordinates'] {
  return land.features.flatMap(({geometry}) =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [],
  )
}
