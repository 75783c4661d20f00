import {readdir, readFile} from 'node:fs/promises'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {apply} from '../../build/text/apply.ts'
import {coalesce} from '../../build/text/coalesce.ts'
import {checkCorrections, CorrectionError} from '../../build/text/correction.ts'
import type {Correction} from '../../build/text/correction.ts'
import {decode} from '../../build/text/decode.ts'
import {inverse, invert} from '../../build/text/invert.ts'
import {originAt} from '../../build/text/pieces.ts'
import {formatPlace, indexLines, parsePlace, toOffset, toPlace} from '../../build/text/place.ts'
import {ledgers} from './ledgers.ts'
import type {Ledger} from './ledgers.ts'

const runs = {numRuns: 2000}

/** Every law is held against random ledgers and against each counterexample that was ever found. */
async function hold(law: (ledger: Ledger) => void): Promise<void> {
  const folder = new URL('../fixtures/ledgers/', import.meta.url)
  for (const name of await readdir(folder)) {
    law(JSON.parse(await readFile(new URL(name, folder), 'utf8')) as Ledger)
  }
  fc.assert(fc.property(ledgers, law), runs)
}

describe('laws of the text core', () => {
  test('round trip: inverting what was applied gives the source', () =>
    hold(({source, corrections}) => {
      expect(invert(apply(source, corrections).value, corrections)).toBe(source)
    }))

  test('order-free: the order of the records does not matter', () =>
    hold(({source, corrections}) => {
      const {value} = apply(source, corrections)
      expect(apply(source, corrections.toReversed()).value).toBe(value)
    }))

  test('tiling: pieces cover both texts without gap or overlap, and verbatim ones are equal', () =>
    hold(({source, corrections}) => {
      const {value, pieces} = apply(source, corrections)
      let src = 0
      let out = 0
      for (const piece of pieces) {
        expect([piece.src[0], piece.out[0]]).toEqual([src, out])
        const after = value.slice(...piece.out)
        expect(after).toBe(piece.by ? piece.by.reading : source.slice(...piece.src))
        src = piece.src[1]
        out = piece.out[1]
      }
      expect([src, out]).toEqual([source.length, value.length])
    }))

  test('closure: the inverse is a ledger of the corrected text', () =>
    hold(({source, corrections}) => {
      const {value} = apply(source, corrections)
      const back = inverse(corrections)
      expect(apply(value, back).value).toBe(source)
      expect(inverse(back)).toEqual(corrections.toSorted((a, b) => a.start - b.start))
    }))

  test('tamper: any change of one character of the corrected text is noticed', () =>
    hold(({source, corrections}) => {
      const {value} = apply(source, corrections)
      for (let at = 0; at < value.length; at++) {
        const changed = value.slice(0, at) + '\u0002' + value.slice(at + 1)
        const gone = value.slice(0, at) + value.slice(at + 1)
        for (const tampered of [changed, gone]) expect(undo(tampered, corrections)).not.toBe(source)
      }
    }))

  test('origin: each character says where it comes from', () =>
    hold(({source, corrections}) => {
      const {value, pieces} = apply(source, corrections)
      for (let at = 0; at < value.length; at++) {
        const origin = originAt(pieces, at)
        if (origin?.by) expect(source.slice(...origin.src)).toBe(origin.by.lemma)
        else expect(origin && source.slice(...origin.src)).toBe(value[at])
      }
      expect(originAt(pieces, value.length)).toBeNull()
    }))
})

test('places: offset and place turn into each other', () => {
  fc.assert(
    fc.property(ledgers, ({source}) => {
      const lines = indexLines(source)
      for (let offset = 0; offset <= source.length; offset++) {
        const place = toPlace(lines, offset)
        expect(toOffset(lines, place)).toBe(offset)
        expect(parsePlace(formatPlace(place))).toEqual(place)
      }
    }),
  )
})

test('places: outside a text there are none', () => {
  const lines = indexLines('ab\ncd')
  for (const [line, column] of [
    [1, 4],
    [2, 4],
    [3, 1],
    [0, 1],
    [1, 0],
  ] as const) {
    expect(toOffset(lines, {line, column})).toBeUndefined()
  }
  expect(() => toPlace(lines, 6)).toThrow(RangeError)
})

test('decoding: bytes come back, or the first bad byte is named', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), (value) => {
      const bytes = new TextEncoder().encode(value.toWellFormed())
      const decoded = decode(bytes)
      expect(decoded.ok && new TextEncoder().encode(decoded.text)).toEqual(bytes)
    }),
  )
  const bom = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)
  expect(decode(bom)).toEqual({ok: true, text: '\uFEFFa'})
  expect(decode(Uint8Array.of(0x61, 0xc3, 0xa9, 0xff, 0x62))).toEqual({ok: false, byte: 3})
  expect(decode(Uint8Array.of(0x61, 0xc3))).toEqual({ok: false, byte: 1})
  expect(decode(Uint8Array.of(0x61, 0xe2, 0x82, 0x62))).toEqual({ok: false, byte: 1})
})

describe('faulty ledgers', () => {
  const source = 'one two 𝒜 four'
  const record = (id: string, start: number, lemma: string, reading: string): Correction => {
    return {id, start, end: start + lemma.length, lemma, reading}
  }
  const rulesOf = (...list: Correction[]): string[] =>
    checkCorrections(source, list).map(({ruleId, id}) => `${id} ${ruleId}`)

  test.each([
    ['a wrong lemma', [record('a', 0, 'owe', 'x')], ['a record-lemma']],
    ['no change', [record('a', 0, 'one', 'one')], ['a record-noop']],
    ['a place outside', [record('a', 14, 'r and', 'x')], ['a record-place']],
    ['half a character', [record('a', 8, '\uD835', 'x')], ['a record-place']],
    [
      'an overlap',
      [record('a', 0, 'one t', 'x'), record('b', 4, 'two', 'y')],
      ['b record-overlap'],
    ],
    ['a touch', [record('a', 0, 'one', 'x'), record('b', 3, ' ', '')], ['b record-touching']],
    [
      'all of them, not only the first',
      [record('a', 0, 'owe', 'x'), record('b', 4, 'tow', 'y')],
      ['a record-lemma', 'b record-lemma'],
    ],
  ])('%s', (_, list, rules) => {
    expect(rulesOf(...list)).toEqual(rules)
    expect(() => apply(source, list)).toThrow(CorrectionError)
  })
})

test('touching corrections become one with parts', () => {
  const parts = [
    {id: 'b', start: 3, end: 4, lemma: ' ', reading: ''},
    {id: 'a', start: 0, end: 3, lemma: 'one', reading: 'two'},
    {id: 'c', start: 5, end: 6, lemma: 'x', reading: 'y'},
  ]
  const merged = coalesce<Correction>(parts, (run, whole) => ({...whole, parts: run}))
  expect(merged.map(({id, lemma, reading}) => [id, lemma, reading])).toEqual([
    ['a+b', 'one ', 'two'],
    ['c', 'x', 'y'],
  ])
  expect(merged[0]?.parts?.map(({id}) => id)).toEqual(['a', 'b'])
})

function undo(value: string, corrections: readonly Correction[]): string | null {
  try {
    return invert(value, corrections)
  } catch {
    return null
  }
}
