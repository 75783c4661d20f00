import {PNG} from 'pngjs'

/** A picture: three bytes a pixel, red, green and blue, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Sixteen levels a channel: enough for letters, and small when packed. */
const step = 17

/** Bring the colours of a picture to a few. */
export function quantise({width, height, pixels}: Picture): Picture {
  return {width, height, pixels: pixels.map((value) => Math.round(value / step) * step)}
}

/** Write a picture as a PNG without transparency, of greys alone where it has no colours. */
export function encodePng({width, height, pixels}: Picture): Uint8Array {
  const png = new PNG({width, height})
  png.data = Buffer.from(pixels)
  const isGrey = pixels.every((value, at) => value === pixels[at - (at % 3)])
  const colorType = isGrey ? 0 : 2
  // Letters on white pack best as they are, without filters.
  return PNG.sync.write(png, {colorType, inputColorType: 2, deflateLevel: 9, filterType: 0})
}

/** Read a PNG; what it says of transparency is left out. Throws: `Error` when it is damaged. */
export function decodePng(bytes: Uint8Array): Picture {
  const {width, height, data} = PNG.sync.read(Buffer.from(bytes))
  return {width, height, pixels: Uint8Array.from(data.filter((_, at) => at % 4 < 3))}
}
