import type {Finding} from '../finding.ts'

/** A picture that needs nothing beside itself: no font, no script, no other file. */
export interface DrawnPicture {
  /** The picture as SVG. */
  readonly svg: string
  /** Size in tenths of a millimetre, as it is meant for print. */
  readonly width: number
  readonly height: number
  /** What it shows, for those who cannot see it. */
  readonly description: readonly Described[]
  /** What an editor should mend: letters that no face has, labels that are cut or meet. */
  readonly findings: readonly Finding[]
}

/** One thing that a picture shows, in words. */
export interface Described {
  /** What it is: a kind of places, or `event`. */
  readonly kind: string
  readonly label: string
  /** Where it is: `47.9° N 106.9° E`, or when. */
  readonly position: string
}

/** The measure of a page in tenths of a millimetre: pictures are drawn as wide. */
export const measure = 1200

/** A size of type, given in points, in the units of a picture. */
export function points(size: number): number {
  return (size * 254) / 72
}

/** Greys that can be told apart in print, and on a screen that has sixteen of them. */
export const greys = {black: '#111', dark: '#4a4a4a', middle: '#808080', light: '#e3e3e3'} as const

/** Clear the ground around letters, so that no line runs through them. */
export function clearing(path: string, ground = '#fff'): string {
  if (path === '') return ''
  return `<path d="${path}" fill="none" stroke="${ground}" stroke-width="7" stroke-linejoin="round"/>`
}

/** Close a picture around its parts: a white ground, so that a dark page does not swallow it. */
export function closePicture(width: number, height: number, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    '</svg>\n',
  ].join('')
}
