import fc from 'fast-check'
import {expect, test} from 'vitest'
import {writeOcrMarkdown} from '../../scripts/bench/repair/damage/write-ocr-markdown.ts'
import {writeTextLayer} from '../../scripts/bench/repair/damage/write-text-layer.ts'
import {drawFrom} from '../../scripts/bench/repair/draw.ts'
import {drawOcrMarkdown, drawTextLayer} from '../../scripts/bench/repair/profiles.ts'
import type {Truth} from '../../scripts/bench/repair/truth.ts'
import type {Original, Sign} from '../../scripts/specimen/read-original.ts'
import {inventOriginal} from './invent-original.ts'

const kinds = [
  'dropped',
  'first',
  'placeholder',
  'split',
  'presentation',
  'partial',
  'mixed',
  'mojibake',
  'none',
]

/** A text, its damage, and what it was. */
interface Made {
  readonly original: Original
  readonly source: string
  readonly truth: Truth
}

function damage(format: 'text' | 'markdown', seed: number): Made {
  const draw = drawFrom(`test/${seed}`)
  const original = inventOriginal(draw)
  const kind = draw.pick(kinds)
  if (format === 'text') {
    return {original, ...writeTextLayer(original, drawTextLayer(kind, draw), draw)}
  }
  return {original, ...writeOcrMarkdown(original, drawOcrMarkdown(kind, draw), draw)}
}

/** Undo what the truth says; halves of words that a page parts are put together. */
function undo({source, truth: {edits, joins}}: Made): string {
  const halved = joins.filter(({isNeeded, glue}) => isNeeded && glue !== 'space')
  // The second half is not moved yet but marked, so that its own damage can be undone.
  const marks = halved.flatMap(({start, end, glue}, index) => [
    {start: glue === 'none' ? start - 1 : start, end: start, reading: `\u0001${index}\u0001`},
    {start: end, end, reading: `\u0002${index}\u0002`},
  ])
  const changes = [...marks, ...edits]
  // Of changes at one place the last one of the text comes first.
  const ordered = changes.toReversed().toSorted((a, b) => b.start - a.start || b.end - a.end)
  let text = source
  for (const {start, end, reading} of ordered) {
    text = text.slice(0, start) + reading + text.slice(end)
  }
  for (const index of halved.keys()) {
    const [before = '', rest = ''] = text.split(`\u0001${index}\u0001`)
    const [between = '', after = ''] = rest.split(`\u0002${index}\u0002`)
    const half = /^\S*/.exec(after)?.[0] ?? ''
    text = `${before}${half}${between}${after.slice(half.length)}`
  }
  return text
}

/** How often each word stands in a text; numbers, and where words stand, are another question. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.replaceAll(/<\/?sup>|[*]/g, '').split(/\s+/)) {
    const bare = word.replaceAll(/[\d⁰¹²³⁴-⁹]+/g, '')
    if (/\p{L}/u.test(bare)) counts.set(bare, (counts.get(bare) ?? 0) + 1)
  }
  return counts
}

/** The words that two texts do not have equally often. */
function differences(one: string, other: string): string[] {
  const [own, others] = [countWords(one), countWords(other)]
  return [...new Set([...own.keys(), ...others.keys()])].filter(
    (word) => own.get(word) !== others.get(word),
  )
}

/** All that is to be read in a text, notes after it. */
function textOf({blocks, notes}: Original): string {
  const write = (signs: readonly Sign[]): string => signs.map(({char}) => char).join('')
  return [...blocks.map(({signs}) => signs), ...notes.values()].map(write).join('\n')
}

const seeds = fc.integer({min: 0, max: 1_000_000})

test.each(['text', 'markdown'] as const)(
  'what the truth says of %s gives back the words',
  (format) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = damage(format, seed)
        const words = undo(made).replace(/^### (?:\*\*)?Notes(?:\*\*)?$/m, '')
        expect(differences(words, textOf(made.original))).toEqual([])
      }),
      {numRuns: 60},
    )
  },
)

test('what the truth says gives back the numbers of the notes', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const made = damage('markdown', seed)
      const found = [...undo(made).matchAll(/<sup>([^<]*)<\/sup>/g)].map((one) => one[1] ?? '')
      const numbers = new Set(found.filter((one) => !/^(?:st|nd|rd|th)$/.test(one)))
      expect([...numbers].toSorted()).toEqual([...made.original.notes.keys()].toSorted())
    }),
    {numRuns: 40},
  )
})

test.each(['text', 'markdown'] as const)('the truth of %s is in order', (format) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const {source, truth} = damage(format, seed)
      let last = 0
      for (const {start, end, reading} of truth.edits) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(source.slice(start, end)).not.toBe(reading)
        last = end
      }
      for (const {start, end, glue, isNeeded} of truth.joins) {
        expect(source.slice(start - 1, start)).toMatch(/\S/)
        if (isNeeded) expect(source.slice(start, end)).toMatch(/\S|\n[^\S\n]*\n/)
        if (glue === 'none') expect(source.slice(start - 1, start)).toMatch(/[-\u00AD]/)
      }
      for (const {at} of truth.paragraphs) expect(source.charAt(at)).toBe('\n')
    }),
    {numRuns: 40},
  )
})

test('a page that is cut goes on with the word that follows in the text', () => {
  let count = 0
  for (let seed = 0; seed < 120; seed++) {
    const {original, source, truth} = damage(seed % 2 === 0 ? 'text' : 'markdown', seed)
    const text = textOf(original)
    for (const {start, end, glue} of truth.joins) {
      const before = /[a-z]{1,3}-?$/.exec(source.slice(0, start))?.[0] ?? ''
      const after = /^[a-z]{1,3}/.exec(source.slice(end))?.[0] ?? ''
      const isNear = (place: number): boolean =>
        truth.edits.some((edit) => edit.start < place + 4 && edit.end > place - 5)
      if (!before || !after || isNear(start) || isNear(end)) continue
      count++
      const half = glue === 'none' ? before.replace(/-$/, '') : before
      expect(text).toContain(`${half}${glue === 'space' ? ' ' : ''}${after}`)
    }
  }
  expect(count).toBeGreaterThan(10)
})
