import fc from 'fast-check'
import {expect, test} from 'vitest'
import {breakWords, outlineWords, widthOf} from '../../build/pictures/outlines.ts'
import {pathWriter} from '../../build/pictures/path-writer.ts'

const lettering = {face: 'regular', size: 25} as const
const at = {x: 10, y: 20}

test.each(['Höbsögöl', 'Ürümqi', 'Xingʼan', 'Ulaŭn', 'Tz’ŭ-hsi', 'Łódź – Brno', 'Улаанбаатар'])(
  '%s is there in all faces',
  (words) => {
    for (const face of ['regular', 'italic', 'semibold'] as const) {
      const {missing, width, box} = outlineWords(words, at, {face, size: 25})
      expect(missing).toEqual([])
      expect(width).toBeGreaterThan(0)
      expect(box?.left).toBeGreaterThan(5)
      expect(box?.right).toBeLessThan(10 + width + 5)
    }
  },
)

test('a letter and its mark are one letter of the face', () => {
  expect(outlineWords('u\u0306', at, lettering)).toEqual(outlineWords('ŭ', at, lettering))
})

test('what the face does not have is told, and left out', () => {
  const {missing, path} = outlineWords('Khökh 青海', at, lettering)
  expect(missing).toEqual(['青', '海'])
  expect(path).toBe(outlineWords('Khökh ', at, lettering).path)
})

test('letter-spacing stands between letters alone', () => {
  const spaced = {...lettering, spacing: 0.2}
  expect(widthOf('Ordos', spaced) - widthOf('Ordos', lettering)).toBeCloseTo(4 * 0.2 * 25)
})

test('lines are no wider than their measure, and lose no word', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/)
  fc.assert(
    fc.property(
      fc.array(word, {minLength: 1}),
      fc.integer({min: 120, max: 600}),
      (words, width) => {
        const lines = breakWords(words.join(' '), width, lettering)
        expect(lines.join(' ')).toBe(words.join(' '))
        for (const line of lines)
          if (line.includes(' ')) expect(widthOf(line, lettering)).toBeLessThanOrEqual(width)
      },
    ),
  )
})

test('roundings of a path never add up', () => {
  const number = fc.double({min: -500, max: 500, noNaN: true})
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), {minLength: 1}), (points) => {
      const pen = pathWriter()
      pen.moveTo(0, 0)
      for (const [x, y] of points) pen.lineTo(x, y)
      const steps = pen.path().replace('M0 0', '').split('l').slice(1)
      let [x, y] = [0, 0]
      for (const [index, step] of steps.entries()) {
        const [dx = 0, dy = 0] = (step.match(/-?(?:\d+(?:\.\d)?|\.\d)/g) ?? []).map(Number)
        x += dx
        y += dy
        expect(Math.abs(x - (points[index]?.[0] ?? 0))).toBeLessThan(0.0501)
        expect(Math.abs(y - (points[index]?.[1] ?? 0))).toBeLessThan(0.0501)
      }
      expect(steps.length).toBe(points.length)
    }),
  )
})
