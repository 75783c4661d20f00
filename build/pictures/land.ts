import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {geoArea, geoGraticule, geoPath} from 'd3-geo'
import type {GeoPermissibleObjects} from 'd3-geo'
import type {FeatureCollection, MultiLineString, MultiPolygon} from 'geojson'
import {feature, mesh} from 'topojson-client'
import type {GeometryCollection, Topology} from 'topojson-specification'
import type {MapFrame} from './map-frame.ts'
import {pathWriter} from './path-writer.ts'

/**
 * Land and present-day countries.
 *
 * Source: Natural Earth (public domain), as packed by world-atlas.
 */
type Atlas = Topology<{countries: GeometryCollection; land: GeometryCollection}>

/** What is drawn of an atlas; read once. */
interface Shapes {
  readonly land: MultiPolygon
  readonly borders: MultiLineString
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
export function drawGround(frame: MapFrame): Ground {
  // In thousands of kilometres.
  const across = (frame.width * frame.scale) / 1000
  const {land, borders} = readShapes(across < 3 ? '10m' : '50m')
  const step = across > 4 ? 10 : across > 1.5 ? 5 : 2
  return {
    land: write(frame, land, true),
    borders: write(frame, borders, false),
    graticule: write(frame, geoGraticule().step([step, step])(), false),
  }
}

type Point = readonly [x: number, y: number]

/** Points nearer to each other than this cannot be told apart in print. */
const nearest = 0.7
/** Islands smaller than this are specks. */
const smallest = 3

/** Leave out rings that the rounding of the data turned inside out: they would cover the whole earth. */
function withoutInverted(land: FeatureCollection): MultiPolygon {
  const polygons = land.features.flatMap(({geometry}) =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [],
  )
  const coordinates = polygons.filter(
    (polygon) => geoArea({type: 'Polygon', coordinates: polygon}) < 2 * Math.PI,
  )
  return {type: 'MultiPolygon', coordinates}
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
  const shapes = {
    land: withoutInverted(feature(atlas, land)),
    borders: mesh(atlas, countries, (one, other) => one !== other),
  }
  read.set(detail, shapes)
  return shapes
}
