/** A line as a drawing program takes it down: a pen that moves, and what it has drawn. */
export interface PathWriter {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadTo(x1: number, y1: number, x: number, y: number): void
  cubicTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void
  closePath(): void
  /** Data of an SVG path. */
  path(): string
}

/**
 * Write the data of an SVG path to a tenth of a unit, each step from where the last one ended.
 *
 * Shape: steps → `M…l…q…zm…`; it begins absolutely, so that paths may follow each other. The rounded point is carried on, so that roundings never add up.
 */
export function pathWriter(): PathWriter {
  const steps: string[] = []
  // In tenths, so that sums of them stay whole.
  let at = {x: 0, y: 0}
  let start = at
  const add = (letter: string, ...numbers: number[]): void => {
    const tenths = numbers.map((number) => Math.round(number * 10))
    let data = letter
    for (const [index, number] of tenths.entries()) {
      const written = tenth(number - (index % 2 === 0 ? at.x : at.y))
      data += index > 0 && !written.startsWith('-') ? ` ${written}` : written
    }
    at = {x: tenths.at(-2) ?? at.x, y: tenths.at(-1) ?? at.y}
    steps.push(data)
  }
  return {
    moveTo: (x, y) => {
      add(steps.length === 0 ? 'M' : 'm', x, y)
      start = at
    },
    lineTo: (x, y) => add('l', x, y),
    quadTo: (x1, y1, x, y) => add('q', x1, y1, x, y),
    cubicTo: (x1, y1, x2, y2, x, y) => add('c', x1, y1, x2, y2, x, y),
    closePath: () => {
      steps.push('z')
      at = start
    },
    path: () => steps.join(''),
  }
}

/** A number of tenths, as short as it can be written: 5 → `.5`, -20 → `-2`. */
function tenth(number: number): string {
  const written = String(Math.abs(number) / 10).replace(/^0\./, '.')
  return number < 0 ? `-${written}` : written
}
