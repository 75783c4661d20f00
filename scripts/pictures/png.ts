import {unzlibSync, zlibSync} from 'fflate'
import {crc32} from 'node:zlib'

/** A picture: three bytes a pixel, red, green and blue, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Sixteen levels a channel: enough for letters, and few enough for a palette. */
const step = 17

/** Bring the colours of a picture to those that `encodePng` keeps. */
export function quantise({width, height, pixels}: Picture): Picture {
  return {width, height, pixels: pixels.map((value) => Math.round(value / step) * step)}
}

/**
 * Write a picture as a PNG with a palette.
 *
 * Shape: a picture that `quantise` made → bytes; the same picture gives the same bytes.
 * Throws: `RangeError` when it has more than 256 colours.
 */
export function encodePng({width, height, pixels}: Picture): Uint8Array {
  const colourAt = (index: number): number =>
    ((pixels[3 * index] ?? 0) << 16) |
    ((pixels[3 * index + 1] ?? 0) << 8) |
    (pixels[3 * index + 2] ?? 0)
  const count = width * height
  const colours = new Set<number>()
  for (let index = 0; index < count; index++) colours.add(colourAt(index))
  if (colours.size > 256) throw new RangeError(`A palette cannot hold ${colours.size} colours.`)
  const palette = [...colours].toSorted((a, b) => a - b)
  const places = new Map(palette.map((colour, place) => [colour, place]))
  // Each row begins with its filter; none suits a palette best.
  const rows = new Uint8Array((width + 1) * height)
  for (let index = 0; index < count; index++) {
    const row = Math.floor(index / width)
    rows[index + row + 1] = places.get(colourAt(index)) ?? 0
  }
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([8, 3], 8)
  const table = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])
  return Buffer.concat([
    Uint8Array.from(signature),
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(table)),
    chunk('IDAT', zlibSync(rows, {level: 9})),
    chunk('IEND', new Uint8Array()),
  ])
}

/**
 * Read a PNG of eight bits a channel or with a palette of 256, not interlaced.
 *
 * Throws: `RangeError` for any other kind. Source: PNG, third edition (W3C), 5 and 9.
 */
export function decodePng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes)
  const parts = new Map<string, Buffer[]>()
  for (let at = signature.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const list = parts.get(type) ?? []
    parts.set(type, [...list, file.subarray(at + 8, at + 8 + length)])
    at += 12 + length
  }
  const [head = Buffer.alloc(13)] = parts.get('IHDR') ?? []
  const [depth = 0, kind = 0, , , interlace = 0] = head.subarray(8)
  const channels = new Map([
    [2, 3],
    [3, 1],
    [6, 4],
  ]).get(kind)
  if (depth !== 8 || channels === undefined || interlace !== 0) {
    throw new RangeError(`Unexpected PNG of kind ${kind} with ${depth} bits.`)
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const rows = unfilter(unzlibSync(Buffer.concat(parts.get('IDAT') ?? [])), width, height, channels)
  const [palette] = parts.get('PLTE') ?? []
  const pixels = new Uint8Array(3 * width * height)
  for (let index = 0; index < width * height; index++) {
    const start = kind === 3 ? 3 * (rows[index] ?? 0) : channels * index
    const from = kind === 3 && palette ? palette : rows
    pixels.set(from.subarray(start, start + 3), 3 * index)
  }
  return {width, height, pixels}
}

/** Undo the filters of the rows: each byte was written as its difference to a guess. */
function unfilter(raw: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const length = width * channels
  const out = new Uint8Array(length * height)
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (length + 1)] ?? 0
    for (let column = 0; column < length; column++) {
      const at = row * length + column
      const left = column >= channels ? (out[at - channels] ?? 0) : 0
      const up = row > 0 ? (out[at - length] ?? 0) : 0
      const corner = row > 0 && column >= channels ? (out[at - length - channels] ?? 0) : 0
      const guess = guessOf(filter, left, up, corner)
      out[at] = (raw[at + row + 1] ?? 0) + guess
    }
  }
  return out
}

/** What a byte was guessed to be, from those before, above and before that. */
function guessOf(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  out.set(data, 8)
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length)
  return out
}
