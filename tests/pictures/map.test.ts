import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {renderSvg} from '../../build/epub/render-svg.ts'
import {drawMap} from '../../build/pictures/draw-map.ts'
import type {MapConfig} from '../../build/pictures/map.ts'
import {mapFrame} from '../../build/pictures/map-frame.ts'
import {loadMaps, readMap} from '../../build/store/load-maps.ts'
import {project} from '../../scripts/workspace.ts'

const folder = (edition: string): string => join(project, 'manuscript', edition, 'maps')

/** A map of two towns, as an editor writes it. */
const yaml = `title: Two Towns
note: Invented.
alt: Map of two towns.
bounds:
  west: -6
  south: 50
  east: 10
  north: 57
places:
  london:
    label: London
    lon: -0.1
    lat: 51.5
    kind: capital
  leiden:
    label: Leiden
    lon: 4.5
    lat: 52.2
    kind: city
  sea:
    label: North Sea
    lon: 3.4
    lat: 55.5
    kind: water
`

/** What is found in the two towns when something of their file is replaced. */
function found(from = '', to = ''): string[] {
  expect(yaml).toContain(from)
  const {map, findings} = readMap('maps/towns.yaml', 'towns', yaml.replace(from, to))
  const all = [...findings, ...(map ? drawMap(map).findings : [])]
  return all.map(({line, ruleId}) => `${line}: ${ruleId}`)
}

describe.each(['course-reader', 'specimen'])('maps of %s', async (edition) => {
  const {maps, findings} = await loadMaps(folder(edition))

  test('nothing is found in them', () => {
    expect(maps.length).toBeGreaterThan(0)
    const all = [...findings, ...maps.flatMap((map) => drawMap(map).findings)]
    expect(all.map(String)).toEqual([])
  })

  test.each(maps)('$id is drawn the same twice, needs nothing, and is in greys', (map) => {
    const {svg, description} = drawMap(map)
    expect(drawMap(map).svg).toBe(svg)
    expect(svg).not.toMatch(/<(?:text|script|image|style|use)|href|url\(|NaN|Infinity|undefined/)
    expect(svg).toMatch(/^<svg xmlns="[^"]+" width="1200" height="\d+" viewBox="0 0 1200 \d+">/)
    // Numbers have one decimal.
    expect(svg).not.toMatch(/\.\d\d/)
    for (const [, color = ''] of svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]+)"/g)) {
      const [red, green, blue] = color.slice(1).match(color.length === 4 ? /./g : /../g) ?? []
      expect([red, green]).toEqual([green, blue])
    }
    expect(description.map(({label}) => label).toSorted()).toEqual(
      map.places.map(({label}) => label).toSorted(),
    )
  })
})

test.each(['50m', '10m'])(
  'the sea is grey and the land white, from the data of %s',
  async (detail) => {
    const wide = detail === '50m'
    const bounds = wide
      ? {west: -30, south: 35, east: 30, north: 65}
      : {west: -3, south: 50, east: 10, north: 55.8}
    const map = readMap('m', 'm', yaml.slice(0, yaml.indexOf('places:')) + 'places: {}\n').map
    const {svg, width} = drawMap({...(map as MapConfig), bounds})
    const {pixels} = await renderSvg(svg)
    const {projection} = mapFrame(bounds)
    const greyAt = (lon: number, lat: number): number => {
      const [x, y] = projection([lon, lat]) ?? [0, 0]
      return pixels[4 * (Math.round(y) * width + Math.round(x))] ?? 0
    }
    expect(greyAt(3.3, 55.3)).toBe(0xe3)
    expect(greyAt(-1.3, 52.6)).toBe(0xff)
    expect(greyAt(9.3, 51.3)).toBe(0xff)
  },
)

describe('what an editor gets wrong is found at its line', () => {
  test('nothing, when nothing is wrong', () => expect(found()).toEqual([]))

  test.each<[rule: string, line: number, from: string, to: string]>([
    ['map-place', 12, 'lon: -0.1', 'lon: 51.5'],
    ['map-place', 18, 'lat: 52.2', 'lat: 12.2'],
    ['map-label', 15, 'lon: 4.5\n    lat: 52.2', 'lon: 2.5\n    lat: 51.5\n    anchor: w'],
    ['map-label', 15, 'lon: 4.5\n    lat: 52.2', 'lon: 1\n    lat: 51.5'],
    ['map-label', 15, 'lon: 4.5', 'lon: 9.9'],
    ['map-label', 20, 'lon: 3.4\n    lat: 55.5', 'lon: -3.4\n    lat: 50.1'],
    ['picture-glyph', 15, 'Leiden', 'Leiden 来登'],
    ['schema-value', 12, '-0.1', 'west'],
    ['schema-value', 12, '-0.1', '181'],
    ['schema-value', 14, 'kind: capital', 'kind: village'],
    ['schema-value', 4, 'north: 57', 'north: 49'],
    ['schema-value', 4, 'east: 10', 'east: -7'],
    ['schema-missing-key', 15, '    lat: 52.2\n', ''],
    ['schema-unknown-key', 19, 'lat: 52.2', 'lat: 52.2\n    colour: red'],
    ['yaml-duplicate-key', 15, 'leiden:', 'london:'],
  ])('%s in line %i', (rule, line, from, to) => {
    const [first = '', ...others] = found(from, to)
    expect(first).toBe(`${line}: ${rule}`)
    for (const other of others) expect(other).toContain(rule)
  })
})

test('a name meets another, in whatever order they stand', () => {
  const {map} = readMap('m', 'm', yaml)
  const config = map as MapConfig
  const [london, leiden] = config.places
  if (!london || !leiden) throw new Error('The map has lost its towns')
  const near = {...leiden, lon: london.lon + 0.4, lat: london.lat}
  for (const places of [
    [london, near],
    [near, london],
  ]) {
    const {findings} = drawMap({...config, places})
    expect(findings.map(({ruleId}) => ruleId)).toEqual(['map-label'])
    expect(findings[0]?.note).toMatch(/^See m:\d+:\d+$/)
  }
})

test('wherever the map lies, it is as wide as the measure, and what it does not complain of is inside', () => {
  const {map} = readMap('m', 'm', yaml)
  const config = map as MapConfig
  const number = (min: number, max: number) => fc.integer({min, max})
  fc.assert(
    fc.property(
      number(-170, 170),
      number(-70, 60),
      number(5, 60),
      number(3, 15),
      fc.constantFrom('n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw', 'c'),
      number(0, 100),
      (west, south, across, high, anchor, part) => {
        const bounds = {
          west,
          south,
          east: west + across > 180 ? west + across - 360 : west + across,
          north: south + high,
        }
        const [first] = config.places
        if (!first) throw new Error('The map has lost its towns')
        const lon = west + (across * part) / 100
        const lat = south + (high * part) / 100
        const place = {...first, lon, lat, anchor}
        const picture = drawMap({...config, bounds, places: [place]})
        expect(picture.width).toBe(1200)
        expect(picture.height).toBeGreaterThan(0)
        const {projection, width, height} = mapFrame(bounds)
        const [x, y] = projection([lon, lat]) ?? [-1, -1]
        const isIn = x > 5 && x < width - 5 && y > 5 && y < height - 5
        if (!isIn) expect(picture.findings.map(({ruleId}) => ruleId)).toContain('map-place')
      },
    ),
    {numRuns: 8},
  )
})

test('places are told in words, by kind, from north to south', () => {
  const {map} = readMap('m', 'm', yaml)
  expect(drawMap(map as MapConfig).description).toEqual([
    {kind: 'capital', label: 'London', position: '51.5° N 0.1° W'},
    {kind: 'city', label: 'Leiden', position: '52.2° N 4.5° E'},
    {kind: 'water', label: 'North Sea', position: '55.5° N 3.4° E'},
  ])
})

test('an edition without maps has none', async () => {
  expect(await loadMaps(folder('nowhere'))).toEqual({maps: [], files: [], findings: []})
})
