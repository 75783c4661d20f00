import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {initWasm, Resvg} from '@resvg/resvg-wasm'

let loading: Promise<void> | undefined

/** The renderer is one WebAssembly module a process; it can be started only once. */
function ready(): Promise<void> {
  const module = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  return (loading ??= initWasm(readFileSync(module)))
}

/** A drawing as pixels: red, green, blue, alpha. */
export interface Rendered {
  readonly pixels: Uint8Array
  asPng(): Uint8Array
}

/** Render a drawing that has no letters but outlines. */
export async function renderSvg(svg: string): Promise<Rendered> {
  await ready()
  return new Resvg(svg, {font: {loadSystemFonts: false}}).render()
}
