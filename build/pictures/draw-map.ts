import {checkLabels} from './check-labels.ts'
import {describePlaces} from './describe-places.ts'
import {drawGround} from './land.ts'
import type {MapConfig} from './map.ts'
import {mapFrame} from './map-frame.ts'
import {clearing, closePicture, greys} from './picture.ts'
import type {DrawnPicture} from './picture.ts'
import {drawSign, placeLabel} from './place-label.ts'
import type {PlacedLabel} from './place-label.ts'
import {scaleBar} from './scale-bar.ts'

/**
 * Draw a map: land and sea, borders of today, places with their names, a scale.
 *
 * Shape: what the editors want → a picture of the width of the measure, what it shows in words, and
 * findings (`map-place`, `map-label`, `picture-glyph`). The same map gives the same bytes. A
 * historical region is a name and no line, for no data say where it ended.
 */
export function drawMap(map: MapConfig): DrawnPicture {
  const frame = mapFrame(map.bounds)
  const {width, height} = frame
  const {land, borders, graticule} = drawGround(frame, map.bounds)
  const scale = scaleBar(frame, map.scale)
  const labels: PlacedLabel[] = []
  const signs: string[] = []
  for (const place of map.places) {
    const [x, y] = frame.projection([place.lon, place.lat]) ?? [-width, -height]
    labels.push(placeLabel(place, x, y))
    signs.push(drawSign(place.kind, x, y))
  }
  const stroke = (color: string, wide: number): string =>
    `fill="none" stroke="${color}" stroke-width="${wide}" stroke-linejoin="round"`
  const svg = closePicture(width, height, [
    `<rect width="${width}" height="${height}" fill="${greys.light}"/>`,
    `<path d="${land}" fill="#fff"/>`,
    `<path d="${graticule}" ${stroke('#c8c8c8', 0.8)}/>`,
    `<path d="${borders}" ${stroke(greys.middle, 1.8)} stroke-dasharray="9 3 2 3"/>`,
    `<path d="${land}" ${stroke(greys.dark, 1.2)}/>`,
    // Names of waters lie on grey.
    ...labels.map(({paths, place}) =>
      clearing(paths.join(''), place.kind === 'water' ? greys.light : '#fff'),
    ),
    ...signs,
    ...labels.map(({paths, fill}) => `<path d="${paths.join('')}" fill="${fill}"/>`),
    scale.svg,
    `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" ${stroke(greys.black, 2)}/>`,
  ])
  return {
    svg,
    width,
    height,
    description: describePlaces(map.places),
    findings: checkLabels(map, frame, labels, scale.box),
  }
}
