import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {mojibake} from '../../build/repair/characters/mojibake.ts'
import {noteSpace} from '../../build/repair/characters/note-space.ts'
import {presentationForm} from '../../build/repair/characters/presentation-form.ts'
import {softHyphen} from '../../build/repair/characters/soft-hyphen.ts'
import {softLineEnd} from '../../build/repair/characters/soft-line-end.ts'
import type {Hit} from '../../build/repair/hit.ts'
import {readLayout} from '../../build/repair/layout/read-layout.ts'

/** The characters that browsers give to the bytes 0x80 to 0x9F of Windows-1252. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function asWindows(text: string): string {
  const bytes = [...Buffer.from(text)]
  return bytes
    .map((byte) => (byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : upper[byte - 0x80]))
    .join('')
}

function asLatin(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/** All ways in which a text is misread once or twice. */
const misreadings: readonly ((text: string) => string)[] = [
  asWindows,
  asLatin,
  (text) => asWindows(asWindows(text)),
  (text) => asWindows(asLatin(text)),
  (text) => asLatin(asWindows(text)),
  (text) => asLatin(asLatin(text)),
]

function mend(text: string, hits: readonly Hit[]): string {
  return hits.reduceRight(
    (made, {start, end, reading}) => made.slice(0, start) + reading + made.slice(end),
    text,
  )
}

/** Words of many languages, with the marks that stand around them. */
const words = fc.constantFrom(
  ...'kite wind the of café naïve façade Dvořák Łódź Kōbe Ōsaka ūnagi Größe Straße Österreich Île'.split(
    ' ',
  ),
  ...'Œuvre ḥadīth Ṣūfī Việt Nguyễn Iași țară pīnyīn nǚ Muñoz ¿Qué? ¡Sí! señor “kite” ‘wind’ it’s'.split(
    ' ',
  ),
  ...'„Zitat“ «vol» 3°C £5 ½ 10–12 wind—no … § ± Erdős Þór ðag Ærø Ångström garçon CÔTE RÉSUMÉ'.split(
    ' ',
  ),
  ...'воздушный змей ветер χαρταετός ἄνεμος 風箏 凧揚げ 日本 שלום مرحبا ՀԱՅ e\u0301te oﬃce'.split(
    ' ',
  ),
)
const sentence = fc.array(words, {minLength: 6, maxLength: 30}).map((list) => list.join(' '))

describe('mojibake', () => {
  test('what was misread as a whole comes back, however it was misread', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(...misreadings), (text, misread) => {
        // One letter of another script alone, or a mark that may be real, needs more to be told by.
        const sure = `The café wasn’t “naïve” — ветер, ἄνεμος. ${text} Ende.`
        const damaged = misread(sure)
        expect(mend(damaged, mojibake(damaged))).toBe(sure)
      }),
      {numRuns: 3000},
    )
  })

  test('a sound text is left alone, and so is a mended one', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(mojibake(text)).toEqual([])
      }),
      {numRuns: 3000},
    )
  })
})

test('each rule says what stands there, in the order of the text, and no two hits touch', () => {
  const odd = fc.constantFrom(
    '\u00AD',
    '\u00AD\n',
    '⁴',
    '<sup>5</sup>',
    'ﬁ',
    'Ã©',
    'â€™',
    ' ',
    '\n',
    '.',
    '"',
  )
  const text = fc.array(fc.oneof(words, odd), {maxLength: 40}).map((list) => list.join(''))
  fc.assert(
    fc.property(text, (source) => {
      for (const rule of [mojibake, presentationForm, softHyphen, noteSpace, softEnds]) {
        let end = -1
        for (const hit of rule(source)) {
          expect(source.slice(hit.start, hit.end)).toBe(hit.lemma)
          expect(hit.lemma).not.toBe(hit.reading)
          expect(hit.lemma).not.toBe('')
          expect(hit.start).toBeGreaterThan(end)
          expect(hit.candidates[0]?.reading).toBe(hit.reading)
          end = hit.end
        }
      }
    }),
    {numRuns: 3000},
  )
})

function softEnds(text: string): Hit[] {
  return softLineEnd(text, readLayout(text, 'plain'))
}

describe('soft hyphens at line ends', () => {
  test.each([
    ['the fas\u00AD\ntened kite', 'the fastened kite'],
    ['the fas\u00AD \r\n  tened kite', 'the fastened kite'],
    ['the Muraviev\u00AD\nAmursky kite', null],
    ['the fas\u00AD\n\ntened kite', null],
    ['in 1937\u00AD\n38', null],
    ['the kite \u00AD\nrose', null],
  ])('%j', (text, mended) => {
    expect(mend(text, softEnds(text))).toBe(mended ?? text)
  })
})

test('long texts without blanks, or of nothing but signs, take no longer than others', () => {
  for (const unit of ['a', '⁴', '\u00AD', 'Ã', '"', 'a\u00AD', 'x⁴', '風']) {
    const text = unit.repeat(300_000)
    const began = performance.now()
    for (const rule of [mojibake, presentationForm, softHyphen, noteSpace]) rule(text)
    expect(performance.now() - began, unit).toBeLessThan(5000)
  }
})
