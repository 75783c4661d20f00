import opentype from 'opentype.js'
import type {Font} from 'opentype.js'

/** Read a font: its characters, what stands in for them, and outlines when they are asked for. */
export function readFont(bytes: Uint8Array): Font {
  const {buffer, byteOffset, length} = bytes
  const copy = buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer
  return opentype.parse(copy, {lowMemory: true})
}
