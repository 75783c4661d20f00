declare module 'opentype.js' {
  /** One step of an outline, in the units of the drawing. */
  export type Command =
    | {readonly type: 'M' | 'L'; readonly x: number; readonly y: number}
    | {
        readonly type: 'Q'
        readonly x1: number
        readonly y1: number
        readonly x: number
        readonly y: number
      }
    | {
        readonly type: 'C'
        readonly x1: number
        readonly y1: number
        readonly x2: number
        readonly y2: number
        readonly x: number
        readonly y: number
      }
    | {readonly type: 'Z'}
  export interface Path {
    readonly commands: readonly Command[]
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
