import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Command, Font} from 'opentype.js'
import {readFont} from '../read-font.ts'

const require = createRequire(import.meta.url)

/** Words as outlines, so that no device needs the font. */
export interface OutlinedText {
  /** Data of an SVG path. */
  readonly path: string
  /** Width of the words. */
  readonly width: number
  /** Characters that the face does not have. */
  readonly missing: readonly string[]
}

/**
 * Load the text face in one weight.
 *
 * Source: Source Serif 4, SIL Open Font License.
 */
export function loadFace(weight: 400 | 600): Font {
  const name = weight === 400 ? 'Regular' : 'Semibold'
  return readFont(readFileSync(require.resolve(`source-serif/TTF/SourceSerif4-${name}.ttf`)))
}

/** Draw words from a point on the base line, at a size in the units of the drawing. */
export function outlineText(
  face: Font,
  words: string,
  at: {readonly x: number; readonly y: number},
  size: number,
): OutlinedText {
  const paths: string[] = []
  const missing: string[] = []
  let x = at.x
  for (const character of words) {
    const glyph = face.charToGlyph(character)
    if (glyph.index === 0) {
      missing.push(character)
      continue
    }
    paths.push(pathData(glyph.getPath(x, at.y, size).commands))
    x += (glyph.advanceWidth / face.unitsPerEm) * size
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
