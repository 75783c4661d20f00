declare module 'opentype.js' {
  /** A run of outlines. */
  export interface Path {
    toPathData(decimals: number): string
  }
  export interface Glyph {
    readonly index: number
    readonly advanceWidth: number
    getPath(x: number, y: number, size: number): Path
  }
  /** A font as the project uses it: the outlines of its characters. */
  export interface Font {
    readonly unitsPerEm: number
    charToGlyph(character: string): Glyph
  }
  const opentype: {parse(buffer: ArrayBuffer): Font}
  export default opentype
}
