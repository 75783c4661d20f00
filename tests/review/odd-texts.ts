import fc from 'fast-check'
import type {ReviewText} from '../../build/review/review-text.ts'
import {CorrectionError} from '../../build/text/correction.ts'
import {invented} from './review-of.ts'
import type {Tile, TileMark} from './review-of.ts'

/** Signs of CriticMarkup, whole and in pieces. */
const signs = '{ } + - ~ > < = {++ ++} {-- --} {~~ ~> ~~} {>> <<} {== ==} {>><<}'.split(' ')

/** Markup of others. */
const markup = '<script> </del> &lt; &#13; ]]> " \' & ` | @a #1 [ ] \\ * www.a'.split(' ')

/** Line ends, and characters of all sorts. */
const characters = [
  'a',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\f',
  '\u0000',
  '𝒜',
  'e\u0301',
  'ﬁ',
  '\uFEFF',
  '\u00A0',
  '\u00AD',
  'שלום',
  '\u202E',
  '\uFFFE',
  '\u0085',
  '\u2028',
]

const nasty = fc.constantFrom(...signs, ...markup, ...characters)

const words = (minLength: number): fc.Arbitrary<string> =>
  fc.array(nasty, {minLength, maxLength: 4}).map((all) => all.join(''))

const tile: fc.Arbitrary<Tile> = fc.oneof(
  words(1).map((lemma): Tile => ({lemma})),
  fc
    .record({
      lemma: words(1),
      reading: words(0),
      why: words(1),
      kind: fc.constantFrom('ocr/character', 'line/hyphen', 'ocr/lacuna', 'markup/escape'),
      cert: fc.constantFrom('high', 'medium'),
    })
    .map(({cert, ...one}) => ({
      ...one,
      cert,
      ...(cert === 'high' ? {} : {evidence: 'conjecture' as const}),
    })),
  fc.record({lemma: words(1), why: words(1), act: fc.constantFrom('keep', 'query')}),
)

const is = fc.constantFrom<Record<string, unknown>>(
  {type: 'quotation'},
  {type: 'emphasis'},
  {type: 'drop', kind: 'head'},
  {type: 'drop', kind: 'folio'},
  {type: 'drop', kind: 'other'},
  {type: 'join', glue: 'space'},
  {type: 'cut', side: 'after'},
  {type: 'heading', depth: 2},
  {type: 'opening'},
  {type: 'language', language: 'zh-Hant'},
  {type: 'note', reference: {start: 0, end: 0}},
  {type: 'page', label: '7'},
)

/** Texts as odd as they come, with records that touch, marks that cross each other, and verdicts. */
export const oddTexts: fc.Arbitrary<ReviewText> = fc
  .record({
    tiles: fc.array(tile, {maxLength: 8}),
    marks: fc.array(fc.tuple(fc.nat(8), fc.nat(8), is), {maxLength: 4}),
    rejected: fc.array(fc.nat(8), {maxLength: 2}),
  })
  .map(({tiles, marks, rejected}) => {
    const placed = marks.map(([one, other, what]): TileMark => {
      const [from, to] = [
        Math.min(one, other, tiles.length),
        Math.min(Math.max(one, other), tiles.length),
      ]
      return {from, to: what['type'] === 'page' ? from : to, is: what}
    })
    const verdicts = Object.fromEntries(rejected.map((index) => [`r${index}`, 'reject' as const]))
    try {
      return invented({tiles, marks: placed, verdicts})
    } catch (error) {
      // Records that touch may change nothing together.
      if (error instanceof CorrectionError) return null
      throw error
    }
  })
  .filter((review) => review !== null)
