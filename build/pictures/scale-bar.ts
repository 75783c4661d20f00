import {around, grow} from './box.ts'
import type {Box} from './box.ts'
import type {Corner} from './map.ts'
import type {MapFrame} from './map-frame.ts'
import {outlineWords, widthOf} from './outlines.ts'
import {clearing, greys, points} from './picture.ts'

const lettering = {face: 'regular', size: points(7), spacing: 0.02} as const
/** From the edge of the sheet. */
const margin = 34

/**
 * Draw a bar that shows how far it is.
 *
 * Shape: the sheet and a corner → SVG and what it covers. The length is a round number of kilometres,
 * between a tenth and a quarter of the width; it is right in the middle of the sheet.
 */
export function scaleBar(frame: MapFrame, corner: Corner): {svg: string; box: Box} {
  const kilometres = roundLength((frame.width * frame.scale) / 4)
  const length = Math.round((kilometres / frame.scale) * 10) / 10
  const distance = `${kilometres} km`
  const wide = widthOf(distance, lettering)
  const over = Math.ceil(wide / 2)
  const left = corner.endsWith('w') ? margin : frame.width - margin - length - over
  const base = corner.startsWith('n') ? margin + lettering.size * 1.6 : frame.height - margin
  const zero = outlineWords('0', {x: left - widthOf('0', lettering) / 2, y: base - 15}, lettering)
  const end = outlineWords(distance, {x: left + length - wide / 2, y: base - 15}, lettering)
  const bar = `<path d="M${left} ${round(base - 8)}v8h${length}v-8m-${round(length / 2)} 3v5" fill="none" stroke="${greys.black}" stroke-width="2"/>`
  const words = `${zero.path}${end.path}`
  const boxes = [{left, right: left + length, top: base - 8, bottom: base}, zero.box, end.box]
  return {
    svg: `${clearing(words)}${bar}<path d="${words}" fill="${greys.black}"/>`,
    box: grow(around(boxes.filter((box) => box !== null)), 4),
  }
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is no longer. */
function roundLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest))
  return ([5, 2, 1].find((step) => step * power <= longest) ?? 1) * power
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
