import type {Anchor, MapPlace, PlaceKind} from './map.ts'
import {around, grow} from './box.ts'
import type {Box} from './box.ts'
import {breakWords, outlineWords, widthOf} from './outlines.ts'
import type {Lettering} from './outlines.ts'
import {greys, points} from './picture.ts'

/** A place as it stands on the sheet. */
export interface PlacedLabel {
  readonly place: MapPlace
  /** What the name covers; nothing when no letter of it can be drawn. */
  readonly box: Box | null
  /** What the sign covers; areas and waters have none. */
  readonly sign: Box | null
  readonly paths: readonly string[]
  readonly fill: string
  readonly missing: readonly string[]
}

/** How the names of a kind are set: in capitals or not, how wide, how dark. */
interface Style extends Lettering {
  readonly isCapitals?: boolean
  readonly fill: string
}

const styles: Readonly<Record<PlaceKind, Style>> = {
  country: {face: 'regular', size: points(9), spacing: 0.2, isCapitals: true, fill: greys.black},
  region: {face: 'regular', size: points(7), spacing: 0.16, isCapitals: true, fill: greys.dark},
  capital: {face: 'semibold', size: points(7.2), fill: greys.black},
  city: {face: 'regular', size: points(7.2), fill: greys.black},
  site: {face: 'italic', size: points(7.2), fill: greys.black},
  water: {face: 'italic', size: points(7.2), spacing: 0.08, fill: greys.dark},
}

/** Half the size of the sign of a kind; areas and waters have none. */
const signs: Readonly<Partial<Record<PlaceKind, number>>> = {capital: 9, city: 5.5, site: 7}

/** From the base line of one line of a name to that of the next, in sizes of its letters. */
const lead = 1.25
/** Where the middle of capitals, and of small letters, lies above the base line, in sizes. */
const middle = {capitals: 0.335, small: 0.25} as const

/** Set the name of a place beside its point. */
export function placeLabel(place: MapPlace, x: number, y: number): PlacedLabel {
  const {isCapitals = false, fill, ...lettering} = styles[place.kind]
  const half = signs[place.kind]
  const sign = half ? grow({left: x, top: y, right: x, bottom: y}, half) : null
  const words = isCapitals ? place.label.toUpperCase() : place.label
  const lines = splitWords(words, place.lines, lettering)
  const widths = lines.map((line) => widthOf(line, lettering))
  const at = cornerOf(place.anchor, {
    x,
    y,
    gap: (half ?? 0) + (half ? 5 : 0),
    width: Math.max(...widths),
    size: lettering.size,
    lead: (lines.length - 1) * lead * lettering.size,
    middle: lettering.size * (isCapitals ? middle.capitals : middle.small),
  })
  const drawn = lines.map((line, index) => {
    // Names of several lines lean towards their point.
    const room = Math.max(...widths) - (widths[index] ?? 0)
    const shift = room * (at.side === 'right' ? 0 : at.side === 'left' ? 1 : 0.5)
    const base = at.y + index * lead * lettering.size
    return outlineWords(line, {x: at.x + shift, y: base}, lettering)
  })
  const boxes = drawn.flatMap(({box}) => (box ? [box] : []))
  return {
    place,
    box: boxes.length > 0 ? around(boxes) : null,
    sign,
    paths: drawn.map(({path}) => path).filter((path) => path !== ''),
    fill,
    missing: [...new Set(drawn.flatMap(({missing}) => missing))],
  }
}

/** Draw the sign of a place: a dot, a dot in a ring for a capital, a cross for a site. */
export function drawSign(kind: PlaceKind, x: number, y: number): string {
  const [cx, cy] = [round(x), round(y)]
  const dot = (r: number): string =>
    `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${greys.black}"/>`
  const ring = `<circle cx="${cx}" cy="${cy}" r="8" fill="#fff" stroke="${greys.black}" stroke-width="2"/>`
  switch (kind) {
    case 'capital':
      return ring + dot(4)
    case 'city':
      return dot(5)
    case 'site':
      return `<path d="M${round(x - 6)} ${round(y - 6)}l12 12m0-12l-12 12" stroke="${greys.black}" stroke-width="2.4" fill="none"/>`
    default:
      return ''
  }
}

/** Break a name into so many lines, the longest of them as short as can be. */
function splitWords(words: string, lines: number, lettering: Lettering): string[] {
  const parts = words.split(/\s+/)
  const runs = parts.flatMap((_, from) =>
    parts.slice(from).map((_, more) => parts.slice(from, from + more + 1).join(' ')),
  )
  const widths = runs.map((run) => widthOf(run, lettering)).toSorted((one, other) => one - other)
  const settings = widths.map((width) => breakWords(words, width, lettering))
  return settings.find((setting) => setting.length <= lines) ?? [words]
}

interface Setting {
  readonly x: number
  readonly y: number
  readonly gap: number
  readonly width: number
  readonly size: number
  /** From the first base line to the last. */
  readonly lead: number
  readonly middle: number
}

/** Where the first line of a name begins, and on which side of its point it stands. */
function cornerOf(
  anchor: Anchor,
  {x, y, gap, width, size, lead, middle}: Setting,
): {x: number; y: number; side: 'left' | 'right' | 'middle'} {
  const side = anchor.includes('e') ? 'right' : anchor.includes('w') ? 'left' : 'middle'
  const isDiagonal = anchor.length === 2
  // A name at a corner stands a little nearer than one beside.
  const beside = isDiagonal ? gap * 0.55 : gap
  const left = side === 'right' ? x + beside : side === 'left' ? x - beside - width : x - width / 2
  const north = y - (isDiagonal ? gap * 0.35 : gap) - lead
  const south = y + (isDiagonal ? gap * 0.35 : gap) + size * 0.68
  const base = anchor.startsWith('n')
    ? north - (isDiagonal ? 0 : size * 0.1)
    : anchor.startsWith('s')
      ? south
      : y + middle - lead / 2
  return {x: left, y: base, side}
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
