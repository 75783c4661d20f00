import type {EditionBook} from '../html/documents.ts'
import type {Font} from 'opentype.js'
import {loadFace, outlineText} from './outline-text.ts'
import {renderSvg} from './render-svg.ts'

/** The cover as a picture, and the characters it could not show. */
export interface Cover {
  readonly png: Uint8Array
  readonly missing: readonly string[]
}

const width = 1600
const height = 2400
const margin = 130
/** Where the land begins. */
const horizon = 1720

/**
 * Draw the cover: title, subtitle and authors over a horizon of the steppe, in four flat tones.
 *
 * Shape: book → PNG of 1600 × 2400 pixels; the same book gives the same bytes everywhere, for
 * neither fonts nor graphics of the machine are used.
 */
export async function drawCover(book: EditionBook): Promise<Cover> {
  const {svg, missing} = coverDrawing(book)
  return {png: (await renderSvg(svg)).asPng(), missing}
}

/** The drawing of the cover as SVG, all words as outlines. */
export function coverDrawing(book: EditionBook): {svg: string; missing: readonly string[]} {
  const faces = {bold: loadFace(600), regular: loadFace(400)}
  // Long titles are set smaller, until the words end above the horizon.
  const settings = [1, 0.8, 0.64, 0.5, 0.4, 0.3].map((scale) => setWords(book, faces, scale))
  const {paths, missing} = settings.find(({end}) => end < horizon) ?? (settings.at(-1) as Setting)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#efe6d2"/>`,
    '<circle cx="1230" cy="1760" r="150" fill="#d9b98a"/>',
    '<path d="M0 1800C260 1740 420 1760 640 1790S1080 1850 1600 1770V2400H0Z" fill="#b7a585"/>',
    '<path d="M0 1930C300 1900 620 1985 900 1960S1380 1880 1600 1925V2400H0Z" fill="#857556"/>',
    '<path d="M0 2110C380 2050 760 2140 1100 2120S1480 2080 1600 2095V2400H0Z" fill="#4b4233"/>',
    ...paths,
    '</svg>',
  ].join('')
  return {svg, missing}
}

/** Words set on the cover, and the base line of the last of them. */
interface Setting {
  readonly paths: readonly string[]
  readonly missing: readonly string[]
  readonly end: number
}

function setWords(
  book: EditionBook,
  {bold, regular}: {readonly bold: Font; readonly regular: Font},
  scale: number,
): Setting {
  const missing = new Set<string>()
  const paths: string[] = []
  let y = 250
  const set = (words: string, face: Font, largest: number, lead: number, color: string): void => {
    const size = fitting(face, words, largest * scale)
    for (const line of linesOf(face, words, size)) {
      y += size * lead
      const {path, missing: absent} = outlineText(face, line, {x: margin, y}, size)
      for (const character of absent) missing.add(character)
      paths.push(`<path d="${path}" fill="${color}"/>`)
    }
  }
  set(book.title, bold, 230, 1.08, '#2d2a26')
  if (book.subtitle) {
    y += 50
    set(book.subtitle, regular, 84, 1.3, '#4a443c')
  }
  y = scale === 1 ? Math.max(y + 60, 1080) : y + 60
  for (const {name} of book.authors.slice(0, 6)) set(name, regular, 70, 1.35, '#4a443c')
  return {paths, missing: [...missing], end: y}
}

/** The largest size at which the longest word fits between the margins. */
function fitting(face: Font, words: string, largest: number): number {
  const widest = Math.max(...words.split(/\s+/).map((word) => widthOf(face, word, largest)), 1)
  return Math.min(largest, (largest * (width - 2 * margin)) / widest)
}

function linesOf(face: Font, words: string, size: number): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && widthOf(face, longer, size) <= width - 2 * margin) lines.pop()
    else if (lines.length > 0) {
      lines.push(word)
      continue
    }
    lines.push(longer)
  }
  return lines
}

function widthOf(face: Font, words: string, size: number): number {
  return outlineText(face, words, {x: 0, y: 0}, size).width
}
