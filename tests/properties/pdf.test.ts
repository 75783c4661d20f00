import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {numberPages} from '../../build/pdf/compose/number-pages.ts'
import {readCMap, writeCMap} from '../../build/pdf/finish/cmap.ts'
import {rewriteStream} from '../../build/pdf/finish/content-stream.ts'
import {UnexpectedPdfError} from '../../build/pdf/finish/unexpected-pdf.ts'
import {readTag, tagRoles, writeTag} from '../../build/pdf/tag-language.ts'

describe('roles that travel as languages', () => {
  test('come back as they went', () => {
    const tags = fc.record({
      language: fc.constantFrom('en', 'zh-Hans', 'mn-Cyrl-MN', 'en-x-note'),
      role: fc.constantFrom(...tagRoles),
      number: fc.option(fc.nat(), {nil: undefined}),
      isMore: fc.boolean(),
    })
    fc.assert(
      fc.property(tags, (tag) => {
        expect(readTag(writeTag(tag))).toEqual(tag)
      }),
    )
  })

  test('a language of a text is not taken for one', () => {
    for (const language of ['en', 'zh-Hans', 'en-x-mine', 'x-note'])
      expect(readTag(language)).toBe(null)
  })
})

describe('letters of glyphs', () => {
  test('come back as they were written', () => {
    const letters = fc.string({unit: 'grapheme', minLength: 1, maxLength: 3})
    const glyphs = fc.array(fc.tuple(fc.nat({max: 0xffff}), letters), {maxLength: 300})
    fc.assert(
      fc.property(glyphs, (entries) => {
        const map = new Map(entries)
        expect(readCMap(writeCMap(map))).toEqual(map)
      }),
    )
  })

  test('ranges are read as the glyphs they stand for', () => {
    const cmap =
      '1 beginbfrange\n<0010> <0012> <0061>\nendbfrange\n1 beginbfchar\n<0003> <0020>\nendbfchar'
    expect([...readCMap(cmap)]).toEqual([
      [16, 'a'],
      [17, 'b'],
      [18, 'c'],
      [3, ' '],
    ])
  })
})

describe('content streams', () => {
  const rewrite = (stream: string, tags: [number, string][] = []): string => {
    return Buffer.from(rewriteStream(Buffer.from(stream, 'latin1'), new Map(tags))).toString(
      'latin1',
    )
  }
  const plain = (stream: string): string =>
    stream.replaceAll('/Artifact BMC\n', '').replaceAll('\nEMC\n', '')

  test('what is painted outside marked content becomes an artifact, whole', () => {
    expect(rewrite('q\n0 0 m\n9 9 l\nS\nQ')).toBe('q\n/Artifact BMC\n0 0 m\n9 9 l\nS\nEMC\n\nQ')
    expect(rewrite('BT /F1 9 Tf (a) Tj ET')).toBe('/Artifact BMC\nBT /F1 9 Tf (a) Tj ET\nEMC\n')
    expect(rewrite('/Im1 Do')).toBe('/Artifact BMC\n/Im1 Do\nEMC\n')
  })

  test('what is marked stays as it is, and so do paths that are not painted', () => {
    for (const stream of [
      '/P <</MCID 0>> BDC\nBT (a) Tj ET\n0 0 m 9 9 l S\nEMC',
      'q 0 0 9 9 re W n Q',
      '% (a comment) Do\nq Q',
    ])
      expect(rewrite(stream)).toBe(stream)
  })

  test('listed content gets its tag', () => {
    const stream = '/NonStruct <</MCID 7 >>BDC\n(x) Tj\nEMC\n/NonStruct <</MCID 8>> BDC\nEMC'
    expect(rewrite(stream, [[7, 'Generated']])).toBe(stream.replace('/NonStruct', '/Generated'))
  })

  test('strings are never taken for operators', () => {
    const content = fc.string({
      unit: fc.constantFrom('S', ' ', 'Do', 'BT', '\\(', '\\)', '(Do)', '\\\\'),
    })
    fc.assert(
      fc.property(content, (words) => {
        const stream = `/P <</MCID 0>> BDC BT (${words}) Tj <446F> Tj ET EMC (${words}) pop`
        expect(plain(rewrite(stream))).toBe(stream)
        expect(rewrite(stream)).toBe(stream)
      }),
    )
  })

  test('a ligature that says its letters is part of the artifact around it', () => {
    const stream = 'BT /F1 9 Tf (o) Tj /Span<</ActualText (ffi)>> BDC (x) Tj EMC (ce) Tj ET'
    expect(rewrite(stream)).toBe(`/Artifact BMC\n${stream}\nEMC\n`)
  })

  test('what browsers never write is refused', () => {
    for (const stream of ['BI ID xx EI', '/P BMC', '(open', '<41', '/P <</MCID 0>> BDC EMC EMC'])
      expect(() => rewrite(stream), stream).toThrow(UnexpectedPdfError)
  })
})

test('roman numbers', () => {
  const roman = [1, 4, 9, 14, 40, 90, 99, 400, 1994].map((number) => numberPages('roman', number))
  expect(roman).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xc', 'xcix', 'cd', 'mcmxciv'])
  expect(numberPages('arabic', 12)).toBe('12')
})
