import {join} from 'node:path'
import type * as v from 'valibot'
import {finding} from '../finding.ts'
import type {Finding} from '../finding.ts'
import type {ManuscriptFile} from '../model/edited-text.ts'
import type {Bounds, MapConfig, MapPlace} from '../pictures/map.ts'
import {mapSchema} from './map-schemas.ts'
import {readIfThere, yamlFilesIn} from './read-if-there.ts'
import {checkSchema, readYaml} from './yaml-file.ts'
import type {YamlFile} from './yaml-file.ts'

/**
 * Read the maps of an edition: maps/NAME.yaml.
 *
 * Shape: path of the folder → maps in the order of their names, the files, and findings: those of
 * schemas, and `map-place` for a place outside the bounds, at the line of what is wrong. A missing
 * folder is no map. Throws: a system error when a file cannot be read.
 */
export async function loadMaps(folder: string): Promise<{
  maps: readonly MapConfig[]
  files: readonly ManuscriptFile[]
  findings: readonly Finding[]
}> {
  const maps: MapConfig[] = []
  const files: ManuscriptFile[] = []
  const findings: Finding[] = []
  for (const name of await yamlFilesIn(folder)) {
    const path = join(folder, name)
    const text = await readIfThere(path)
    if (text === null) continue
    files.push({path, text})
    const read = readMap(path, name.replace(/\.yaml$/, ''), text)
    if (read.map) maps.push(read.map)
    findings.push(...read.findings)
  }
  return {maps, files, findings}
}

/** Read one map. */
export function readMap(
  path: string,
  id: string,
  text: string,
): {map: MapConfig | null; findings: readonly Finding[]} {
  const {file, findings} = readYaml(path, text)
  if (!file) return {map: null, findings}
  const {content, findings: faults} = checkSchema(file, mapSchema)
  if (!content) return {map: null, findings: faults}
  const places = Object.entries(content.places).map(([key, fields]) => placeOf(file, key, fields))
  const origin = {file: path, place: {line: 1, column: 1}}
  return {
    map: {...content, id, places, origin},
    findings: places.flatMap((place) => outside(file, place, content.bounds)),
  }
}

function placeOf(
  file: YamlFile,
  id: string,
  fields: v.InferOutput<typeof mapSchema>['places'][string],
): MapPlace {
  const isArea = ['country', 'region', 'water'].includes(fields.kind)
  return {
    ...fields,
    id,
    anchor: fields.anchor ?? (isArea ? 'c' : 'e'),
    lines: Number(fields.lines),
    origin: {file: file.path, place: file.locate(['places', id])},
  }
}

/** Say of each coordinate of a place that it lies outside the bounds. */
function outside(file: YamlFile, place: MapPlace, bounds: Bounds): Finding[] {
  const {west, south, east, north} = bounds
  const {id, lon, lat, label} = place
  const isAcross = east > west ? lon >= west && lon <= east : lon >= west || lon <= east
  const wrong = [
    ...(isAcross ? [] : [['lon', lon, `${west} to ${east}`] as const]),
    ...(lat >= south && lat <= north ? [] : [['lat', lat, `${south} to ${north}`] as const]),
  ]
  return wrong.map(([key, value, range]) =>
    finding({
      file: file.path,
      place: file.locate(['places', id, key]),
      ruleId: 'map-place',
      reason: `Unexpected \`${key}\` ${value} of \`${label}\`, expected ${range}; correct it, or widen the bounds.`,
    }),
  )
}
