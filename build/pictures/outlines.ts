import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Font} from 'opentype.js'
import {readFont} from '../read-font.ts'
import type {Box} from './box.ts'
import {pathWriter} from './path-writer.ts'

/**
 * The faces of pictures: the text face as it is drawn for small sizes.
 *
 * Source: Source Serif 4, SIL Open Font License.
 */
const files = {
  regular: 'SourceSerif4Caption-Regular',
  italic: 'SourceSerif4Caption-It',
  semibold: 'SourceSerif4Caption-Semibold',
} as const

/** How words are set. */
export interface Lettering {
  readonly face: keyof typeof files
  /** In the units of the picture. */
  readonly size: number
  /** Space between letters, in ems (default: none). */
  readonly spacing?: number
}

/** Words as outlines, so that no device needs the font. */
export interface Outlines {
  /** Data of an SVG path. */
  readonly path: string
  /** From the first letter to the last, without the space behind it. */
  readonly width: number
  /** What the ink covers; nothing when there is none. */
  readonly box: Box | null
  /** Characters that the face does not have; they are left out. */
  readonly missing: readonly string[]
}

const loaded = new Map<string, Font>()

/**
 * Draw words from a point on the base line.
 *
 * Shape: words, the point where they begin, and their lettering → path, width, box, what is missing.
 * Letters with marks are those of the face: `u` and a breve become `ŭ`. Pairs are not kerned.
 */
export function outlineWords(
  words: string,
  at: {readonly x: number; readonly y: number},
  {face, size, spacing = 0}: Lettering,
): Outlines {
  const font = loadFace(face)
  const pen = pathWriter()
  const missing: string[] = []
  const xs: number[] = []
  const ys: number[] = []
  const seen = (x: number, y: number): void => void (xs.push(x), ys.push(y))
  let x = at.x
  for (const character of words.normalize('NFC')) {
    const glyph = font.charToGlyph(character)
    if (glyph.index === 0) {
      missing.push(character)
      continue
    }
    for (const step of glyph.getPath(x, at.y, size).commands) {
      if (step.type === 'Z') pen.closePath()
      else seen(step.x, step.y)
      if (step.type === 'M') pen.moveTo(step.x, step.y)
      if (step.type === 'L') pen.lineTo(step.x, step.y)
      if (step.type === 'Q') pen.quadTo(step.x1, step.y1, step.x, step.y)
      if (step.type === 'C') pen.cubicTo(step.x1, step.y1, step.x2, step.y2, step.x, step.y)
    }
    x += (glyph.advanceWidth / font.unitsPerEm + spacing) * size
  }
  const width = Math.max(0, x - at.x - spacing * size)
  const box =
    xs.length > 0
      ? {
          left: Math.min(...xs),
          top: Math.min(...ys),
          right: Math.max(...xs),
          bottom: Math.max(...ys),
        }
      : null
  return {path: pen.path(), width, box, missing}
}

/** How wide words are. */
export function widthOf(words: string, lettering: Lettering): number {
  return outlineWords(words, {x: 0, y: 0}, lettering).width
}

/** Break words into lines no wider than a measure, if their words are; fixed blanks hold together. */
export function breakWords(words: string, width: number, lettering: Lettering): string[] {
  const lines: string[] = []
  for (const word of words.split(/[ \t\n]+/).filter((one) => one !== '')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && widthOf(longer, lettering) > width) lines.push(word)
    else lines.splice(-1, 1, longer)
  }
  return lines
}

function loadFace(face: keyof typeof files): Font {
  const known = loaded.get(face)
  if (known) return known
  const path = createRequire(import.meta.url).resolve(`source-serif/TTF/${files[face]}.ttf`)
  const font = readFont(readFileSync(path))
  loaded.set(face, font)
  return font
}
