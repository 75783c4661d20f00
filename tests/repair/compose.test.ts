import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {apply} from '../../build/text/apply.ts'
import {compose, composeApart} from '../../build/text/compose.ts'
import type {Change} from '../../build/text/compose.ts'
import type {Correction} from '../../build/text/correction.ts'
import {sourceOffsets} from '../../build/text/source-offsets.ts'

const words = fc.string({
  unit: fc.constantFrom('a', 'e', ' ', '\n', '-', 'ﬁ', '𝒜', '\u00AD'),
  maxLength: 24,
})

/** Changes of a text that do not overlap; they may touch, and may take nothing, as an inverse does. */
function changesOf(text: string): fc.Arbitrary<Correction[]> {
  const edges = [0]
  for (const character of text) edges.push((edges.at(-1) ?? 0) + character.length)
  const cut = fc.nat({max: edges.length - 1})
  return fc
    .tuple(fc.array(cut, {maxLength: 12}), fc.array(words, {minLength: 6, maxLength: 6}))
    .map(([cuts, readings]) => {
      const places = cuts.map((at) => edges[at] ?? 0).sort((a, b) => a - b)
      const changes: Correction[] = []
      for (let index = 0; index + 1 < places.length; index += 2) {
        const [start = 0, end = 0] = places.slice(index, index + 2)
        const lemma = text.slice(start, end)
        const reading = readings[index / 2] ?? ''
        const isSamePoint = start === end && start === changes.at(-1)?.end
        if (lemma === reading || isSamePoint) continue
        changes.push({id: `c${index}`, start, end, lemma, reading})
      }
      return changes
    })
}

/** Apply changes that may touch. */
function make(text: string, changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((made, {start, end, reading}) => made.slice(0, start) + reading + made.slice(end), text)
}

const merge = (parts: readonly Correction[], whole: Change): Correction => ({
  id: parts.map((part) => part.id).join('+'),
  ...whole,
  parts,
})

const twoLists = words.chain((source) =>
  changesOf(source).chain((first) =>
    changesOf(make(source, first)).map((second) => ({source, first, second})),
  ),
)

describe('laws of composing', () => {
  test('two lists one after the other are the composed list', () => {
    fc.assert(
      fc.property(twoLists, ({source, first, second}) => {
        const composed = compose(source, first, second, merge)
        const {value} = apply(source, composed)
        expect(value).toBe(make(make(source, first), second))
        // Two that are put in at one point have no order of their own.
        if ([...first, ...second].some(({lemma}) => lemma === '')) return
        expect(make(source, composeApart(source, first, second, merge))).toBe(value)
      }),
      {numRuns: 5000},
    )
  })

  test('nothing is composed with an empty list', () => {
    fc.assert(
      fc.property(twoLists, ({source, first}) => {
        const inOrder = first.toSorted((a, b) => a.start - b.start || a.end - b.end)
        expect(composeApart(source, first, [], merge)).toEqual(inOrder)
        expect(composeApart(source, [], first, merge)).toEqual(inOrder)
      }),
    )
  })

  test('places lead back to the characters they stand beside', () => {
    fc.assert(
      fc.property(twoLists, ({source, first}) => {
        const text = make(source, first)
        const {start, end} = sourceOffsets(first)
        for (let at = 0; at <= text.length; at++) {
          expect(start(at)).toBeGreaterThanOrEqual(start(Math.max(0, at - 1)))
          const from = start(at)
          const to = end(at + 1)
          const inReading = first.some((one) => one.start <= from && to <= one.end)
          if (at < text.length && !inReading) expect(source.slice(from, to)).toBe(text[at])
        }
        expect([start(text.length), end(0)]).toEqual([source.length, 0])
      }),
    )
  })
})

describe('what composed changes claim', () => {
  const change = (id: string, start: number, lemma: string, reading: string): Correction => {
    return {id, start, end: start + lemma.length, lemma, reading}
  }

  test('a change of a change is one; what only touches stays apart, or is one with parts', () => {
    const source = 'o\uFB03cials went'
    const first = [change('form', 1, '\uFB03', 'ffi')]
    const second = [change('case', 0, 'offi', 'Offi'), change('word', 4, 'cials', 'ce')]
    const apart = composeApart(source, first, second, merge)
    expect(apart.map(({id, lemma, reading}) => [id, lemma, reading])).toEqual([
      ['case+form', 'o\uFB03', 'Offi'],
      ['word', 'cials', 'ce'],
    ])
    const [whole, ...rest] = compose(source, first, second, merge)
    expect(rest).toEqual([])
    expect(whole).toMatchObject({lemma: 'o\uFB03cials', reading: 'Office'})
    expect(whole?.parts?.map(({id}) => id)).toEqual(['case+form', 'word'])
  })

  test('what the second list undoes is gone', () => {
    const first = [change('a', 0, 'one', 'two')]
    const second = [change('b', 0, 'two', 'one')]
    expect(compose('one', first, second, merge)).toEqual([])
  })

  test('before and after what was deleted are two places', () => {
    const {start, end} = sourceOffsets([change('a', 3, '-\n', '')])
    expect([end(3), start(3)]).toEqual([3, 5])
  })
})
