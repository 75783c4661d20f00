import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import opentype from 'opentype.js'
import type {Command, Font} from 'opentype.js'

const require = createRequire(import.meta.url)

/** The parts of the text face, each for some scripts; tried in their order. */
const subsets = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese']

/** Words as outlines, so that no device needs the font. */
export interface OutlinedText {
  /** Data of an SVG path. */
  readonly path: string
  /** Width of the words. */
  readonly width: number
  /** Characters that the face does not have. */
  readonly missing: readonly string[]
}

/** A face whose characters come from several files. */
export type Face = readonly Font[]

/**
 * Load the text face in one weight.
 *
 * Source: Source Serif 4, SIL Open Font License, from @fontsource.
 */
export function loadFace(weight: 400 | 600): Face {
  return subsets.map((subset) => {
    const name = `source-serif-4-${subset}-${weight}-normal.woff`
    const {buffer, byteOffset, length} = readFileSync(
      require.resolve(`@fontsource/source-serif-4/files/${name}`),
    )
    return opentype.parse(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer)
  })
}

/** Draw words from a point on the base line, at a size in the units of the drawing. */
export function outlineText(
  face: Face,
  words: string,
  at: {readonly x: number; readonly y: number},
  size: number,
): OutlinedText {
  const paths: string[] = []
  const missing: string[] = []
  let x = at.x
  for (const character of words) {
    const font = face.find((one) => one.charToGlyph(character).index > 0)
    if (!font) {
      missing.push(character)
      continue
    }
    const glyph = font.charToGlyph(character)
    paths.push(pathData(glyph.getPath(x, at.y, size).commands))
    x += (glyph.advanceWidth / font.unitsPerEm) * size
  }
  return {path: paths.join(''), width: x - at.x, missing}
}

/** Write an outline to a tenth of a unit; the library's own writer makes `NaN` of some numbers. */
function pathData(commands: readonly Command[]): string {
  const numbers = (...values: number[]): string =>
    values.map((value) => String(Math.round(value * 10) / 10)).join(' ')
  return commands
    .map((command) => {
      switch (command.type) {
        case 'Z':
          return 'Z'
        case 'Q':
          return `Q${numbers(command.x1, command.y1, command.x, command.y)}`
        case 'C':
          return `C${numbers(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`
        default:
          return `${command.type}${numbers(command.x, command.y)}`
      }
    })
    .join('')
}
