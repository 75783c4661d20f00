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
  /** A glyph that stands in for one or several others. */
  export interface Substitution {
    readonly sub: number | readonly number[]
    readonly by: number
  }
  /** A font as the project uses it: outlines, and which glyph stands for which characters. */
  export interface Font {
    readonly unitsPerEm: number
    readonly tables: {readonly cmap: {readonly glyphIndexMap: Readonly<Record<string, number>>}}
    readonly substitution: {
      getSingle(feature: string): readonly Substitution[] | undefined
      getLigatures(feature: string): readonly Substitution[] | undefined
    }
    charToGlyph(character: string): Glyph
  }
  const opentype: {
    /** With `lowMemory`, outlines are read when they are asked for. */
    parse(buffer: ArrayBuffer, options?: {readonly lowMemory?: boolean}): Font
  }
  export default opentype
}
