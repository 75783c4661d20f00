import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {decodeTable} from '../../build/repair/language/decode-table.ts'
import {encodeTable} from '../../build/repair/language/encode-table.ts'
import {fromClass, stops, toClass} from '../../build/repair/language/table-format.ts'
import {loadLanguage} from '../../build/store/load-language.ts'

describe('the table of words', () => {
  test('reads back as it was written', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-zé]{1,12}$/), {maxLength: 40})
    fc.assert(
      fc.property(words, fc.uniqueArray(fc.nat(1e12), {maxLength: 30}), (list, keys) => {
        const all = [...stops, ...list.toSorted()]
        const classes = Uint8Array.from(all, (_, index) => index % 256)
        const table = {
          version: 'xx-1',
          words: all,
          lower: classes,
          capital: classes,
          pairs: Float64Array.from(keys.toSorted((a, b) => a - b)),
          pairClasses: Uint8Array.from(keys, (_, index) => index % 256),
          paired: Float64Array.from(all.keys()),
          compounds: list.toSorted(),
          compoundClasses: Uint8Array.from(list, () => 7),
        }
        const read = decodeTable(encodeTable(table))
        expect({...read, lower: [...read.lower]}).toEqual({...table, lower: [...table.lower]})
      }),
    )
  })

  test('says so when it ends too early', () => {
    const bytes = encodeTable({
      version: 'xx-1',
      words: [...stops],
      lower: new Uint8Array(5),
      capital: new Uint8Array(5),
      pairs: new Float64Array(0),
      pairClasses: new Uint8Array(0),
      paired: new Float64Array(0),
      compounds: [],
      compoundClasses: new Uint8Array(0),
    })
    expect(() => decodeTable(bytes.subarray(0, bytes.length - 9))).toThrow(RangeError)
  })

  test('keeps amounts within an eighth of an octave', () => {
    fc.assert(
      fc.property(fc.double({min: 0.001, max: 60_000, noNaN: true}), (amount) => {
        const ratio = fromClass(toClass(amount)) / amount
        expect(Math.abs(Math.log2(ratio))).toBeLessThan(0.126)
      }),
    )
    expect(fromClass(toClass(0))).toBe(0)
  })

  test('knows words, names, pairs and compounds of English, and does not know what is left of them', async () => {
    const language = await loadLanguage()
    const {id} = language
    expect(language.frequency('the')).toBeGreaterThan(10_000)
    expect(language.frequency('Griffith')).toBeGreaterThan(language.frequency('griffith'))
    expect(language.pair(id('cut'), id('off'))).toBeGreaterThan(language.pair(id('set'), id('off')))
    expect(language.compound('well-known')).toBeGreaterThan(1)
    for (const rest of ['ocials', 'oce', 'inuence', 'nance', 'perdy', 'aairs']) {
      expect(language.frequency(rest), rest).toBe(0)
    }
  })
})
