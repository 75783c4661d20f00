import fc from 'fast-check'
import type {Correction} from '../../build/text/correction.ts'

/** A source and corrections that fit it. */
export interface Ledger {
  readonly source: string
  readonly corrections: Correction[]
}

/** Text that mixes scripts, line endings, combining marks and characters beyond the first plane. */
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'e',
    ' ',
    '\n',
    '\r\n',
    '-',
    '*',
    '\\',
    '&',
    'ﬁ',
    'ō',
    'e\u0301',
    '𝒜',
    '漢',
    '\u00AD',
    '\uFEFF',
  ),
  maxLength: 60,
})

/** Any source with any corrections that neither overlap nor touch. */
export const ledgers: fc.Arbitrary<Ledger> = text.chain((source) => {
  const edges = edgesOf(source)
  return fc
    .record({
      cuts: fc.uniqueArray(fc.integer({min: 0, max: edges.length - 1}), {maxLength: 12}),
      readings: fc.array(text, {minLength: 6, maxLength: 6}),
    })
    .map(({cuts, readings}) => {
      const places = cuts.map((cut) => edges[cut] ?? 0).sort((a, b) => a - b)
      const corrections: Correction[] = []
      for (let index = 0; index + 1 < places.length; index += 2) {
        const start = places[index] ?? 0
        const end = places[index + 1] ?? 0
        const lemma = source.slice(start, end)
        const reading = readings[index / 2] ?? ''
        if (lemma !== reading) corrections.push({id: `c${index}`, start, end, lemma, reading})
      }
      return {source, corrections}
    })
})

/** The offsets that do not cut a character in two. */
function edgesOf(source: string): number[] {
  const edges = [0]
  for (const character of source) edges.push((edges.at(-1) ?? 0) + character.length)
  return edges
}
